/** Making room: what the centre has too goes first, oldest first. What it has not got is never touched. */
import { isFull } from '../full.ts'
import type { Local } from '../local.ts'

/** Below this much free storage, in bytes, the text to come is in danger: files make room for it. */
const LOW_BYTES = 50_000_000
/** The most that files of others take up, in bytes. */
const CACHE_BYTES = 300_000_000

/** Deletes files that the centre has too until so many bytes are freed; answers how many were. */
export async function evict(local: Local, bytes: number): Promise<number> {
  const tx = local.transaction(['files', 'bytes'], 'readwrite')
  const byState = tx.objectStore('files').index('state')
  const oldestFirst = [await byState.getAll('cached'), await byState.getAll('sent')].flatMap((rows) =>
    rows.sort((a, b) => a.at - b.at),
  )
  let freed = 0
  for (const row of oldestFirst) {
    if (freed >= bytes) break
    void tx.objectStore('files').delete(row.hash)
    void tx.objectStore('bytes').delete(row.hash)
    freed += row.bytes
  }
  await tx.done
  return freed
}

/** Keeps the cache within its bounds, and some storage free. */
export async function keepWithin(local: Local): Promise<void> {
  const cached = await local.getAllFromIndex('files', 'state', 'cached')
  const tooMuch = cached.reduce((sum, { bytes }) => sum + bytes, 0) - CACHE_BYTES
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  const tooLittle = quota === undefined ? 0 : LOW_BYTES - (quota - usage)
  const excess = Math.max(tooMuch, tooLittle)
  if (excess > 0) await evict(local, excess)
}

/** What text takes at the most, with what the browser adds to it, in bytes. */
const TEXT_BYTES = 1_000_000

/** Writes text; where the disk is full, photos that the centre has too make room for it, and it is tried once more. */
export async function withRoom<T>(local: Local, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isFull(error) || (await evict(local, TEXT_BYTES)) === 0) throw error
    return write()
  }
}
