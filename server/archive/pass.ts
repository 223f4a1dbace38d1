/** One pass of the postman: number what has no number, then bring the mailboxes into line. */
import type { Entry } from '../../src/domain/entries.ts'
import { journalKind, VILLAGE } from '../../src/domain/ids.ts'
import type { Db } from '../couch/index.ts'
import type { Boxes } from './boxes.ts'
import { destroyDecided } from './destroy.ts'
import { allJournals, journalPart, openBook, type Book } from './journals.ts'
import type { Links } from './links.ts'
import { openMailing, type Mailing } from './mailing.ts'
import type { Marks, Settled } from './marks.ts'
import { unnumbered, type Numbering } from './numbering.ts'
import { atMost } from './queue.ts'
import type { Log } from './types.ts'
import { gather, wantedOf, type Wanted } from './wanted.ts'

export interface Rounds {
  archive: Db
  desk: Db
  media: Db
  boxes: Boxes
  marks: Marks
  links: Links
  numbering: Numbering
  log: Log
  /** Entries that a pass has written itself and delivered with the rest: their changes need no further pass. */
  own: Set<string>
}

export interface Round {
  /** The day (WIB) as of which it is decided who may see what. */
  day: string
  settled: Settled
  pass: number
}

const WIDTH = 4
/** From so many journals on, each mailbox is read once and whole instead of by journal. */
const MANY = 25

/** Delivers these journals and the meetings about them; answers the officers whose mailbox has changed. */
export async function deliver(on: Rounds, dirty: ReadonlySet<string>, round: Round): Promise<Set<string>> {
  const book = openBook(on.archive)
  for (const journal of dirty)
    if (journalKind(journal) === 'meeting') on.links.note(journal, await book.entries(journal))
  const journals = new Set([...dirty, ...[...dirty].flatMap((journal) => [...on.links.meetingsOf(journal)])])
  await giveNumbers(on, await missingNumbers(journals, book), book)
  for (const journal of journals) await destroyDecided(on, journal, book)
  const mailing = await openMailing({ ...on, ...round, reading: journals.size > MANY ? 'ids' : 'each' })
  await atMost(WIDTH, journals, (journal) => reconcile(on, mailing, journal, book, round, dirty))
  return mailing.send()
}

/** Goes through the whole archive and all mailboxes; `deep` also replaces copies with an older stamp. */
export async function deliverAll(
  on: Rounds,
  round: Round,
  deep: boolean,
  dirty: ReadonlySet<string>,
): Promise<Set<string>> {
  await giveAllNumbers(on)
  const mailing = await openMailing({ ...on, ...round, reading: deep ? 'docs' : 'ids' })
  const seen = new Set<string>([VILLAGE])
  const shared = openBook(on.archive)
  await reconcile(on, mailing, VILLAGE, shared, round, dirty)
  for (const kind of ['c', 'm'] as const)
    for await (const entries of allJournals(on.archive, kind)) {
      const journal = journalPart(entries[0]!._id)
      seen.add(journal)
      const book = withJournal(shared, journal, entries)
      if (kind === 'c') await destroyDecided(on, journal, book)
      await reconcile(on, mailing, journal, book, round, dirty)
    }
  await mailing.dropOthers(seen)
  return mailing.send()
}

/** A journal that can't be judged stays as it is delivered; it must not keep the others from being delivered. */
async function reconcile(
  on: Rounds,
  mailing: Mailing,
  journal: string,
  book: Book,
  { day }: Round,
  dirty: ReadonlySet<string>,
): Promise<void> {
  const material = await gather(journal, book)
  let wanted: Wanted
  try {
    wanted = wantedOf(material, day)
  } catch (error) {
    on.log.error({ err: error, journal }, 'a journal can not be delivered')
    return
  }
  await mailing.reconcile(journal, wanted, dirty.has(journal))
}

/** The same book, with one journal that is at hand. */
function withJournal(book: Book, journal: string, entries: Entry[]): Book {
  return {
    ...book,
    entries: async (id) => (id === journal ? entries : book.entries(id)),
    async replace(_id, changed) {
      const byId = new Map(changed.map((entry) => [entry._id, entry]))
      entries = entries.map((entry) => byId.get(entry._id) ?? entry)
    },
  }
}

async function missingNumbers(journals: Iterable<string>, book: Book): Promise<Entry[]> {
  const missing: Entry[] = []
  await atMost(WIDTH, journals, async (journal) => {
    if (journalKind(journal) !== 'case') return
    const entry = unnumbered(await book.entries(journal))
    if (entry) missing.push(entry)
  })
  return missing
}

async function giveNumbers(on: Rounds, missing: Entry[], book: Book): Promise<void> {
  if (missing.length === 0) return
  const { numberFormat } = (await book.village()).settings
  for (const entry of await on.numbering.number(missing, numberFormat)) {
    await book.add(journalPart(entry._id), entry)
    on.own.add(entry._id)
  }
}

async function giveAllNumbers(on: Rounds): Promise<void> {
  const missing: Entry[] = []
  for await (const entries of allJournals(on.archive, 'c')) {
    const entry = unnumbered(entries)
    if (entry) missing.push(entry)
  }
  await giveNumbers(on, missing, openBook(on.archive))
}
