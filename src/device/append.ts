/** Writing down an act: checked, numbered, on the disk before it resolves. */
import { faultIn, MAX_ENTRY_BYTES, VERSION, type Entry, type NewEntry } from '../domain/entries.ts'
import { entryId, journalRange, nextCounter, parseEntryId } from '../domain/ids.ts'
import { wellFormed } from '../domain/well-formed.ts'
import { withBoxes } from './boxes.ts'
import { isFull } from './full.ts'
import { heardCounter } from './hamlet.ts'
import { keysOf } from './local.ts'
import { withRoom } from './media/room.ts'
import { lockName } from './names.ts'
import { withLock } from './locks.ts'
import type { Store } from './store.ts'
import type { Appended, ToWrite } from './types.ts'

/** What an entry holds besides its data, at the most. */
const ENVELOPE_BYTES = 1_024

const bytesOf = (data: unknown): number => new TextEncoder().encode(JSON.stringify(data)).length

/** Appends entries in their order. One call is one transaction, so that a killed app never leaves half of it. */
export async function append(store: Store, entries: readonly ToWrite[]): Promise<Appended> {
  try {
    const written = await withLock(lockName(store.account, 'append'), () =>
      withRoom(store.local, () => withBoxes(store.boxes, () => write(store, entries))),
    )
    return { ok: true, entries: written }
  } catch (error) {
    if (error instanceof Unfit) return error.why
    if (isFull(error)) return { ok: false, why: 'full-disk' }
    throw error
  }
}

/** An entry that can't be written, and why. */
class Unfit extends Error {
  readonly why: Appended & { ok: false }

  constructor(why: Appended & { ok: false }) {
    super(why.why)
    this.why = why
  }
}

/** The entry, which may name those before it. Throws Unfit where its data do not fit. */
function made(entry: ToWrite, before: readonly Entry[]): NewEntry {
  const given = typeof entry === 'function' ? entry(before) : entry
  const one = { ...given, data: wellFormed(given.data) } as NewEntry
  const path = faultIn(one.kind, one.data)
  if (path) throw new Unfit({ ok: false, why: 'invalid', path })
  if (bytesOf(one.data) > MAX_ENTRY_BYTES - ENVELOPE_BYTES) throw new Unfit({ ok: false, why: 'too-large' })
  return one
}

async function write(store: Store, entries: readonly ToWrite[]): Promise<Entry[]> {
  const documents = await numbered(store, entries)
  const results = await store.boxes.out.bulkDocs(documents)
  const written: Entry[] = []
  for (const [i, document] of documents.entries())
    written.push(isConflict(results[i]) ? await writeOne(store, entries[i]!, written, document.at) : document)
  return written
}

/** Another tab without Web Locks took the id: the next one, until it is free. */
async function writeOne(store: Store, entry: ToWrite, before: readonly Entry[], at: string): Promise<Entry> {
  for (;;) {
    const [document] = await numbered(store, [made(entry, before)], at)
    const [result] = await store.boxes.out.bulkDocs([document!])
    if (!isConflict(result)) return document!
  }
}

async function numbered(
  store: Store,
  entries: readonly ToWrite[],
  at = new Date().toISOString(),
): Promise<Entry[]> {
  const next = new Map<string, number>()
  const documents: Entry[] = []
  for (const entry of entries) {
    const { journal, kind, data } = made(entry, documents)
    const counter = next.get(journal) ?? (await counterOf(store, journal))
    next.set(journal, counter + 1)
    const _id = entryId(journal, counter, store.account.device)
    documents.push({ _id, kind, v: VERSION, by: store.account.officer, at, data } as Entry)
  }
  return documents
}

/** The next Lamport counter of a journal: above all that is here, was heard of it, or ever was written here. */
async function counterOf({ boxes, local, fetched }: Store, journal: string): Promise<number> {
  const { startkey, endkey } = journalRange(journal)
  const last = { startkey: endkey, endkey: startkey, descending: true, limit: 1 }
  const [mine, theirs, known, heard] = await Promise.all([
    boxes.out.allDocs(last),
    boxes.in.allDocs(last),
    local.getAllKeys('own', keysOf(journal)),
    heardCounter(local, journal),
  ])
  const seen = fetched.get(journal) ?? []
  const ids = [...mine.rows, ...theirs.rows].map(({ id }) => id).concat(seen.map(({ _id }) => _id))
  const seenHere = [...ids, ...known].filter((id) => parseEntryId(id)?.journal === journal)
  return Math.max(nextCounter(seenHere), heard + 1)
}

type Result = PouchDB.Core.Response | PouchDB.Core.Error | undefined

/** Any other error than a conflict throws. */
function isConflict(result: Result): boolean {
  if (!result || !('error' in result)) return false
  if (result.status !== 409) throw result
  return true
}
