/** Writing down an act: checked, numbered, on the disk before it resolves. */
import { faultIn, VERSION, type Entry, type NewEntry } from '../domain/entries.ts'
import { entryId, journalRange, nextCounter, parseEntryId } from '../domain/ids.ts'
import { withBoxes } from './boxes.ts'
import { keysOf } from './local.ts'
import { lockName } from './names.ts'
import { withLock } from './locks.ts'
import type { Store } from './store.ts'
import type { Appended } from './types.ts'

/** Appends entries in their order. One call is one transaction, so that a killed app never leaves half of it. */
export async function append(store: Store, entries: readonly NewEntry[]): Promise<Appended> {
  for (const { kind, data } of entries) {
    const path = faultIn(kind, data)
    if (path) return { ok: false, why: 'invalid', path }
  }
  try {
    const written = await withLock(lockName(store.account, 'append'), () =>
      withBoxes(store.boxes, () => write(store, entries)),
    )
    return { ok: true, entries: written }
  } catch (error) {
    if (isFull(error)) return { ok: false, why: 'full-disk' }
    throw error
  }
}

async function write(store: Store, entries: readonly NewEntry[]): Promise<Entry[]> {
  const documents = await numbered(store, entries)
  const results = await store.boxes.out.bulkDocs(documents)
  const written: Entry[] = []
  for (const [i, document] of documents.entries())
    written.push(isConflict(results[i]) ? await writeOne(store, entries[i]!, document.at) : document)
  return written
}

/** Another tab without Web Locks took the id: the next one, until it is free. */
async function writeOne(store: Store, entry: NewEntry, at: string): Promise<Entry> {
  for (;;) {
    const [document] = await numbered(store, [entry], at)
    const [result] = await store.boxes.out.bulkDocs([document!])
    if (!isConflict(result)) return document!
  }
}

async function numbered(
  store: Store,
  entries: readonly NewEntry[],
  at = new Date().toISOString(),
): Promise<Entry[]> {
  const next = new Map<string, number>()
  const documents: Entry[] = []
  for (const { journal, kind, data } of entries) {
    const counter = next.get(journal) ?? (await counterOf(store, journal))
    next.set(journal, counter + 1)
    const _id = entryId(journal, counter, store.account.device)
    documents.push({ _id, kind, v: VERSION, by: store.account.officer, at, data } as Entry)
  }
  return documents
}

/** The next Lamport counter of a journal: above all that is here, and all that ever was written here. */
async function counterOf({ boxes, local }: Store, journal: string): Promise<number> {
  const { startkey, endkey } = journalRange(journal)
  const last = { startkey: endkey, endkey: startkey, descending: true, limit: 1 }
  const [mine, theirs, known] = await Promise.all([
    boxes.out.allDocs(last),
    boxes.in.allDocs(last),
    local.getAllKeys('own', keysOf(journal)),
  ])
  const ids = [...mine.rows, ...theirs.rows].map(({ id }) => id)
  return nextCounter([...ids, ...known].filter((id) => parseEntryId(id)?.journal === journal))
}

type Result = PouchDB.Core.Response | PouchDB.Core.Error | undefined

/** Any other error than a conflict throws. */
function isConflict(result: Result): boolean {
  if (!result || !('error' in result)) return false
  if (result.status !== 409) throw result
  return true
}

/** Whether an error says that the disk is full: the browsers word it each in their own way. */
function isFull(error: unknown): boolean {
  const { name = '', message = '', reason = '' } = (error ?? {}) as Record<string, unknown>
  return /quota/i.test(`${String(name)} ${String(message)} ${String(reason)}`)
}
