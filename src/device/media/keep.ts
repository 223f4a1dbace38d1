/** Files on this phone: their bytes, and what is known of each. */
import { isFull } from '../full.ts'
import type { Local } from '../local.ts'
import type { Prepared } from '../types.ts'
import { sha256 } from './hash.ts'
import { evict, keepWithin } from './room.ts'
import type { FileRow } from './row.ts'

/** Keeps a file for a draft or an act to come. Throws RangeError where the hash is not that of the bytes. */
export async function keep(
  local: Local,
  { attachment, blob }: Prepared,
): Promise<{ ok: true } | { ok: false; why: 'full-disk' }> {
  const { hash, type } = attachment
  const bytes = await blob.arrayBuffer()
  if ((await sha256(bytes)) !== hash) throw new RangeError('the hash is not that of the bytes')
  const at = Date.now()
  const fresh: FileRow = { hash, type, bytes: bytes.byteLength, state: 'held', entries: [], at }
  const stored = await storeFile(local, bytes, fresh, (known) => ({
    ...known,
    ...(known.state === 'refused' ? { state: 'held' } : {}),
    ...(known.state === 'named' ? {} : { at }),
  }))
  return stored ? { ok: true } : { ok: false, why: 'full-disk' }
}

/** Stores a file, or changes what is known of it where it is here. False where there is no room, even after clearing. */
export async function storeFile(
  local: Local,
  bytes: ArrayBuffer,
  fresh: FileRow,
  known: (row: FileRow) => FileRow,
): Promise<boolean> {
  try {
    await write(local, bytes, fresh, known)
  } catch (error) {
    if (!isFull(error)) throw error
    if ((await evict(local, 2 * fresh.bytes)) === 0) return false
    try {
      await write(local, bytes, fresh, known)
    } catch (again) {
      if (!isFull(again)) throw again
      return false
    }
  }
  await keepWithin(local)
  return true
}

async function write(
  local: Local,
  bytes: ArrayBuffer,
  fresh: FileRow,
  known: (row: FileRow) => FileRow,
): Promise<void> {
  const tx = local.transaction(['files', 'bytes'], 'readwrite')
  const [files, all] = [tx.objectStore('files'), tx.objectStore('bytes')]
  const row = await files.get(fresh.hash)
  const isThere = await all.getKey(fresh.hash)
  const puts = [...(isThere ? [] : [all.put(bytes, fresh.hash)]), files.put(row ? known(row) : fresh)]
  // Each put rejects by itself where the disk is full, and so does the transaction.
  await Promise.all([...puts, tx.done])
}

/** The bytes of a file that is here. */
export async function readFile(local: Local, hash: string): Promise<Blob | undefined> {
  const tx = local.transaction(['files', 'bytes'])
  const [row, bytes] = await Promise.all([
    tx.objectStore('files').get(hash),
    tx.objectStore('bytes').get(hash),
  ])
  return row && bytes && new Blob([bytes], { type: row.type })
}

/** Deletes files. */
export async function dropFiles(local: Local, hashes: readonly string[]): Promise<void> {
  if (!hashes.length) return
  const tx = local.transaction(['files', 'bytes'], 'readwrite')
  for (const hash of hashes) {
    void tx.objectStore('files').delete(hash)
    void tx.objectStore('bytes').delete(hash)
  }
  await tx.done
}
