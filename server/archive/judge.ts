/** What becomes of one document, given everything that was accepted before it. */
import { admit, casesNamedBy, type Journal } from '../../src/domain/admit.ts'
import type { Arrived, Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { counterOf, journalKind, journalOf } from '../../src/domain/ids.ts'
import { foldMeeting, type MeetingState } from '../../src/domain/meeting.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import { sameContent } from './content.ts'
import type { Book } from './journals.ts'
import { RetryLater } from './refusals.ts'
import { shape, type Author } from './shape.ts'

export type Verdict =
  | { fate: 'write'; entry: Entry; late?: Arrived['late'] }
  /** Accepted earlier, with the same content. */
  | { fate: 'known' }
  | { fate: 'refuse'; why: string; path?: string }
  | { fate: 'doubt'; why: RetryLater['why'] }

/** What a document is judged by. */
export interface Bench {
  book: Book
  /** As of this day (WIB). */
  day: string
  /** The archive was restored a short while ago: what a role rests on may still be on its way back from a phone. */
  incomplete: boolean
  /** Journals of which something in the same batch can't be judged yet: what comes after may rest on it. */
  inDoubt: ReadonlyMap<string, RetryLater['why']>
}

/** Judges a document of that author. */
export async function judge(document: unknown, author: Author, bench: Bench): Promise<Verdict> {
  try {
    const shaped = shape(document, author)
    if (!shaped.ok) return { fate: 'refuse', why: shaped.why, ...(shaped.path ? { path: shaped.path } : {}) }
    const verdict = await judgeEntry(shaped.entry, bench)
    if (verdict.fate !== 'refuse' || !RESTS_ON_OTHERS.has(verdict.why)) return verdict
    const doubt = bench.inDoubt.get(journalOf(shaped.entry._id)) ?? (bench.incomplete && 'restored')
    return doubt ? { fate: 'doubt', why: doubt } : verdict
  } catch (error) {
    if (error instanceof RetryLater) return { fate: 'doubt', why: error.why }
    throw error
  }
}

/** Refusals that another entry can undo: an assignment, a term, what is to be mended. */
const RESTS_ON_OTHERS: ReadonlySet<string> = new Set<Refusal>([
  'not-your-case',
  'not-your-role',
  'not-yours-to-mend',
  'no-such-entry',
  'term-ended',
])

/**
 * A phone counts on from what it has seen. It may have seen a little that is not here (refused, or lost with the days
 * before a restore); a leap beyond that would use up the counters, and nobody could write in the journal any more.
 */
const LEAP = 1_000

async function judgeEntry(entry: Entry, { book, day }: Bench): Promise<Verdict> {
  const id = journalOf(entry._id)
  const entries = await book.entries(id)
  const existing = entries.find(({ _id }) => _id === entry._id)
  if (existing)
    return sameContent(existing, entry) ? { fate: 'known' } : { fate: 'refuse', why: 'other-content' }
  const highest = Math.max(0, ...entries.map(({ _id }) => counterOf(_id)))
  if (counterOf(entry._id) > highest + LEAP) return { fate: 'refuse', why: 'invalid', path: '_id' }
  const verdict = admit(entry, await journalAt(id, entry, book), await book.village(), day)
  if (verdict.ok === 'unknown') return { fate: 'doubt', why: 'unknown-journal' }
  if (!verdict.ok) return { fate: 'refuse', why: verdict.why }
  return { fate: 'write', entry, ...(verdict.late ? { late: verdict.late } : {}) }
}

/** The journal that the entry joins, folded; for a meeting, with the cases that it is or would be about. */
async function journalAt(id: string, entry: Entry, book: Book): Promise<Journal> {
  const kind = journalKind(id)
  if (kind === 'village' || kind === 'access') return { kind }
  if (kind === 'case') return { kind, state: foldCase(id, await book.entries(id)) }
  const state = foldMeeting(id, await book.entries(id))
  return { kind: 'meeting', state, cases: await casesOf(state, book, casesNamedBy(entry)) }
}

/** The cases that a meeting is or was about, and further ones, folded. */
function casesOf(meeting: MeetingState, book: Book, further: readonly string[] = []) {
  const ids = [...new Set([...meeting.everCases, ...further])]
  return Promise.all(ids.map(async (id) => foldCase(id, await book.entries(id))))
}
