/** Files to the centre: after all text, one at a time, each with the time that a slow line takes. */
import { uploadLimit, type Line } from '../line.ts'
import type { Local } from '../local.ts'
import { waiting } from '../refused.ts'
import type { Store } from '../store.ts'
import type { Guard } from '../sync/guard.ts'
import { troubleOf } from '../sync/trouble.ts'
import { mediaPath } from './fetch.ts'
import type { FileRow } from './row.ts'

export interface Outgoing {
  store: Store
  line: Line
  guard: Guard
  /** Entries that the centre can't judge yet: they hold up no file. Every other one that waits goes first. */
  stuck: ReadonlySet<string>
  /** So many have gone since the last time that none was left. */
  batch: { done: number }
  /** Text must not wait for all the files: after so many ms something else gets its turn. */
  slice?: number
  sending(progress: { done: number; of: number } | undefined): void
  /** A file has gone, or was refused. */
  sent(): void
}

/**
 * How it ended. `more`: text goes first, or the others' turn has come. `later`: the centre does not know an entry yet.
 * `broken`: the line or the centre failed.
 */
export type Sent = 'all' | 'more' | 'later' | 'broken'

const SLICE_MS = 45_000
/** The line gives an upload up first: only the file fails then, and not the cycle. */
const MARGIN_MS = 10_000

/** Sends what waits. Throws Trouble where the centre does not take anything of this phone. */
export async function sendFiles(out: Outgoing): Promise<Sent> {
  const { store, batch, slice = SLICE_MS } = out
  const end = Date.now() + slice
  const tried = new Set<string>()
  let unnamed = false
  for (;;) {
    const ready = (await readyFiles(store.local)).filter(({ row }) => !tried.has(row.hash))
    if (ready.length === 0) break
    if ((await isTextWaiting(out)) || Date.now() > end) return 'more'
    const [{ row, entries }] = ready as [Ready]
    tried.add(row.hash)
    out.sending({ done: batch.done, of: batch.done + ready.length })
    const fate = await sendOne(out, row, entries)
    if (fate === 'broken') return stop(out, 'broken')
    if (fate === 'unnamed') unnamed = true
    else await settle(out, row, fate)
  }
  batch.done = 0
  return stop(out, unnamed ? 'later' : 'all')
}

function stop({ sending }: Outgoing, sent: Sent): Sent {
  sending(undefined)
  return sent
}

interface Ready {
  row: FileRow
  /** Those of its entries that the centre has taken. */
  entries: string[]
}

/** Files that the centre can take: an entry that names them has arrived there. Oldest first. */
async function readyFiles(local: Local): Promise<Ready[]> {
  const rows = await local.getAllFromIndex('files', 'state', 'named')
  const ready: Ready[] = []
  for (const row of rows.sort((a, b) => a.at - b.at)) {
    const own = await Promise.all(row.entries.map((id) => local.get('own', id)))
    const taken = own.filter((each) => each && each.state !== 'unsent' && each.state !== 'refused')
    if (taken.length) ready.push({ row, entries: taken.map((each) => each!.id) })
  }
  return ready
}

const isTextWaiting = async ({ store, stuck }: Outgoing): Promise<boolean> =>
  (await waiting(store)).some(({ id }) => !stuck.has(id))

type Fate = 'sent' | 'unnamed' | 'broken' | { refused: string }

async function sendOne(out: Outgoing, row: FileRow, entries: readonly string[]): Promise<Fate> {
  const bytes = await out.store.local.get('bytes', row.hash)
  if (!bytes) return { refused: 'lost' }
  let fate: Fate = 'unnamed'
  for (const entry of entries) {
    fate = await put(out, row, bytes, entry)
    if (fate !== 'unnamed') break
  }
  return fate
}

async function put(out: Outgoing, row: FileRow, bytes: ArrayBuffer, entry: string): Promise<Fate> {
  const path = mediaPath(row.hash, entry)
  if (row.again && (await ask(out, path, { method: 'HEAD' }))?.ok) return 'sent'
  const body = new Blob([bytes], { type: row.type })
  const init = { method: 'PUT', headers: { 'Content-Type': row.type }, body }
  const response = await ask(out, path, init, row.bytes)
  if (!response) return 'broken'
  if (response.ok) return 'sent'
  if (response.status === 404) return 'unnamed'
  return { refused: ((await response.json().catch(() => ({}))) as { reason?: string }).reason ?? 'too-large' }
}

/** Undefined where the line or the centre failed. The cycle's guard waits as long as an upload may take. */
async function ask(
  { line, guard }: Outgoing,
  path: string,
  init: RequestInit,
  size = 0,
): Promise<Response | undefined> {
  const { signal, progress } = guard
  guard.grant(uploadLimit(size) + MARGIN_MS)
  try {
    const response = await guard.while(line.request(path, init, { signal, progress }))
    const trouble = await troubleOf(response)
    if (trouble?.problem === 'server') return undefined
    if (trouble) throw trouble
    return response
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return undefined
  } finally {
    progress()
  }
}

async function settle(out: Outgoing, { hash }: FileRow, fate: 'sent' | { refused: string }): Promise<void> {
  const tx = out.store.local.transaction('files', 'readwrite')
  const row = await tx.store.get(hash)
  if (row) await tx.store.put(fate === 'sent' ? asSent(row) : { ...row, state: 'refused', why: fate.refused })
  await tx.done
  out.batch.done++
  out.sent()
}

function asSent({ again: _, ...row }: FileRow): FileRow {
  return { ...row, state: 'sent', at: Date.now() }
}
