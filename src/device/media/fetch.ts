/** Files of others: from the centre when somebody looks, or all at once before going where there is no line. */
import { attachmentsOf } from '../../domain/attachments.ts'
import type { Attachment } from '../../domain/kinds/fields.ts'
import { journalOf } from '../../domain/ids.ts'
import { readJournal } from '../journal.ts'
import type { Line } from '../line.ts'
import { withLock } from '../locks.ts'
import { lockName } from '../names.ts'
import type { Store } from '../store.ts'
import type { Fetched } from '../types.ts'
import { sha256 } from './hash.ts'
import { readFile, storeFile } from './keep.ts'
import type { FileRow } from './row.ts'

/** Where the bytes of a file are, as the entry names it. */
export const mediaPath = (hash: string, entryId: string): string =>
  `/api/media/${hash}?entry=${encodeURIComponent(entryId)}`

/** A file from here, or from the centre; `signal` ends the wait. */
export async function fetchFile(
  store: Store,
  line: Line,
  hash: string,
  entryId: string,
  signal?: AbortSignal,
): Promise<Fetched & { came?: boolean }> {
  const here = await readFile(store.local, hash)
  if (here) {
    await noteUse(store, hash, entryId)
    return { ok: true, blob: here }
  }
  const response = await line
    .request(mediaPath(hash, entryId), {}, signal ? { signal } : {})
    .catch(() => undefined)
  if (response?.status === 404) return { ok: false, why: (await isNotYet(response)) ? 'not-yet' : 'gone' }
  if (!response?.ok) return { ok: false, why: 'offline' }
  const bytes = await response.arrayBuffer()
  // What the line has spoilt is asked for again another time.
  if ((await sha256(bytes)) !== hash) return { ok: false, why: 'offline' }
  const type = (response.headers.get('content-type') ?? '') as Attachment['type']
  const came = await cache(store, { hash, type, entryId }, bytes)
  return { ok: true, blob: new Blob([bytes], { type }), came }
}

const isNotYet = async (response: Response): Promise<boolean> =>
  ((await response.json().catch(() => ({}))) as { error?: string }).error === 'not-yet'

/** Another entry that names it keeps it here too, if the first one is taken away. */
async function noteUse({ local }: Store, hash: string, entryId: string): Promise<void> {
  const row = await local.get('files', hash)
  if (row?.state !== 'cached') return
  await local.put('files', { ...row, entries: [...new Set([...row.entries, entryId])], at: Date.now() })
}

/**
 * Keeps what came, while this phone still holds the entry that names it: under the register's lock, so that a removal
 * is either seen here or erases the file afterwards.
 */
function cache(
  store: Store,
  { hash, type, entryId }: { hash: string; type: Attachment['type']; entryId: string },
  bytes: ArrayBuffer,
): Promise<boolean> {
  return withLock(lockName(store.account, 'register'), async () => {
    const { entries } = await readJournal(store.boxes, store.local, journalOf(entryId))
    if (!entries.some(({ _id }) => _id === entryId)) return false
    const fresh: FileRow = {
      hash,
      type,
      bytes: bytes.byteLength,
      state: 'cached',
      entries: [entryId],
      at: Date.now(),
    }
    return storeFile(store.local, bytes, fresh, (known) => known)
  })
}

/** Fetches what is missing of some journals, one file after the other, until the line or the room is used up. */
export async function fetchAll(
  store: Store,
  line: Line,
  journals: readonly string[],
  progress: (done: number, of: number) => void,
  signal?: AbortSignal,
): Promise<{ done: number; of: number }> {
  const missing = await missingOf(store, journals)
  const of = missing.size
  let done = 0
  progress(done, of)
  for (const [hash, entryId] of missing) {
    if (signal?.aborted) break
    const fetched = await fetchFile(store, line, hash, entryId, signal)
    if (fetched.ok ? fetched.came === false : fetched.why === 'offline') break
    if (fetched.ok) progress(++done, of)
  }
  return { done, of }
}

/** hash → an entry that names it, for what is not here. */
async function missingOf({ boxes, local }: Store, journals: readonly string[]): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  for (const journal of journals)
    for (const entry of (await readJournal(boxes, local, journal)).entries)
      for (const { hash } of attachmentsOf(entry)) named.set(hash, entry._id)
  for (const hash of await local.getAllKeys('files')) named.delete(hash)
  return named
}
