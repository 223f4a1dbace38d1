/** Reading many journals: one by one while they are few, else with as few questions to the databases as it takes. */
import { unionById } from '../../domain/entries.ts'
import { journalOf } from '../../domain/ids.ts'
import { withBoxes } from '../boxes.ts'
import { entriesOf, readJournal, showsByItself } from '../journal.ts'
import type { Pouch } from '../pouch.ts'
import type { Store } from '../store.ts'
import type { AnyEntry } from '../types.ts'

/** Up to so many journals are asked for on their own: own entries and what was refused each time, too. */
export const FEW = 20
/** A range (5 ms on a cheap phone) costs as much as so many documents read in a row. */
const RANGE = 30
const PAGE = 2_000

/** The journals and their entries, as the phone may show them. */
export async function* readMany(store: Store, ids: Set<string>): AsyncGenerator<[string, AnyEntry[]]> {
  if (ids.size > FEW) yield* readTogether(store, ids)
  else for (const id of ids) yield [id, (await readJournal(store.boxes, store.local, id)).entries]
}

async function* readTogether(store: Store, ids: Set<string>): AsyncGenerator<[string, AnyEntry[]]> {
  const mine = await shownByThemselves(store)
  const left = new Set(ids)
  for await (const [id, entries] of received(store.boxes.in, ids))
    if (left.delete(id)) yield [id, unionById(entries, mine.get(id) ?? [])]
  for (const id of left) yield [id, mine.get(id) ?? []]
}

/** Own entries by journal, as far as the mailbox does not decide about them. */
async function shownByThemselves({ boxes, local }: Store): Promise<Map<string, AnyEntry[]>> {
  const states = new Map((await local.getAll('own')).map(({ id, state }) => [id, state]))
  const mine = new Map<string, AnyEntry[]>()
  for await (const [id, entries] of byJournal(boxes.out))
    mine.set(
      id,
      entries.filter(({ _id }) => showsByItself(states.get(_id))),
    )
  return mine
}

/** The mailbox's copies: range by range, or all of them in one pass (others among them) where that is sooner. */
async function* received(inbox: Pouch, ids: Set<string>): AsyncGenerator<[string, AnyEntry[]]> {
  const { doc_count: all } = await inbox.info()
  if (ids.size * RANGE > all) yield* byJournal(inbox)
  else for (const id of ids) yield [id, await entriesOf(inbox, id)]
}

/** All documents by journal: the journals lie one after the other in key order. */
async function* byJournal(pouch: Pouch): AsyncGenerator<[string, AnyEntry[]]> {
  let journal = ''
  let entries: AnyEntry[] = []
  for await (const entry of documents(pouch)) {
    if (journalOf(entry._id) !== journal) {
      if (entries.length) yield [journal, entries]
      journal = journalOf(entry._id)
      entries = []
    }
    entries.push(entry)
  }
  if (entries.length) yield [journal, entries]
}

async function* documents(pouch: Pouch): AsyncGenerator<AnyEntry> {
  let startkey = ''
  for (;;) {
    const { rows } = await pouch.allDocs({ include_docs: true, startkey, limit: PAGE })
    for (const row of rows) if ('doc' in row && row.doc) yield row.doc as AnyEntry
    if (rows.length < PAGE) return
    startkey = `${rows.at(-1)!.id}\u0000`
  }
}

/** Many journals at once. */
export async function journalsOf(store: Store, ids: readonly string[]): Promise<Map<string, AnyEntry[]>> {
  return withBoxes(store.boxes, async () => {
    const found = new Map<string, AnyEntry[]>()
    for await (const [id, entries] of readMany(store, new Set(ids))) found.set(id, entries)
    return found
  })
}
