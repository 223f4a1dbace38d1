/** Reading journals from the archive. */
import { compareIds, type Entry } from '../../src/domain/entries.ts'
import { VILLAGE } from '../../src/domain/ids.ts'
import { foldVillage, type Village } from '../../src/domain/village.ts'
import { readRange, type Db } from '../couch/index.ts'

/** Every entry of one journal, in key order. */
export async function readJournal(archive: Db, journal: string): Promise<Entry[]> {
  return (await readRange<Entry>(archive, { prefix: `${journal}:` })).map(withoutRev)
}

/** The village as its journal tells it now. */
export async function readVillage(archive: Db): Promise<Village> {
  return foldVillage(await readJournal(archive, VILLAGE))
}

const PAGE = 1000

/** All journals of a kind (`c` cases, `m` meetings), whole ones, page by page. */
export async function* allJournals(archive: Db, kind: 'c' | 'm'): AsyncGenerator<Entry[]> {
  let pending: Entry[] = []
  for (let start = kind; ;) {
    const skip = start === kind ? 0 : 1
    const docs = await readRange<Entry>(archive, { start, end: `${kind}\ufff0` }, { limit: PAGE, skip })
    for (const doc of docs) {
      if (pending[0] && journalPart(pending[0]._id) !== journalPart(doc._id)) {
        yield pending
        pending = []
      }
      pending.push(withoutRev(doc))
    }
    if (docs.length < PAGE) break
    start = docs[docs.length - 1]!._id as typeof kind
  }
  if (pending.length > 0) yield pending
}

/** The journal that an id of the archive stands in; '' where it stands in none. */
export const journalPart = (id: string): string => id.slice(0, Math.max(id.indexOf(':'), 0))

/** A copy without what the engine added. */
export function withoutRev<T extends { _rev?: string }>(doc: T): T {
  const copy = { ...doc }
  delete copy._rev
  return copy
}

/** Journals as one request or one pass sees them: read once, with what was accepted since. */
export interface Book {
  entries(journal: string): Promise<Entry[]>
  village(): Promise<Village>
  add(journal: string, entry: Entry): Promise<void>
  /** Entries that say something else from now on. */
  replace(journal: string, changed: readonly Entry[]): Promise<void>
}

/** A book over the archive as it is now. */
export function openBook(archive: Db): Book {
  const journals = new Map<string, Promise<Entry[]>>()
  const entries = (journal: string) => {
    const known = journals.get(journal) ?? readJournal(archive, journal)
    journals.set(journal, known)
    return known
  }
  let village: Promise<Village> | undefined
  return {
    entries,
    village: () => (village ??= entries(VILLAGE).then(foldVillage)),
    async add(journal, entry) {
      const list = await entries(journal)
      list.push(entry)
      list.sort(compareIds)
      if (journal === VILLAGE) village = undefined
    },
    async replace(journal, changed) {
      const byId = new Map(changed.map((entry) => [entry._id, entry]))
      const list = await entries(journal)
      list.splice(0, list.length, ...list.map((entry) => byId.get(entry._id) ?? entry))
    },
  }
}
