/** What becomes of one document, given everything that was accepted before it. */
import { admit, type Journal } from '../../src/domain/admit.ts'
import type { Arrived, Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind, journalOf } from '../../src/domain/ids.ts'
import { foldMeeting, type MeetingState } from '../../src/domain/meeting.ts'
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

/** Judges a document of that author as of `day` (WIB). */
export async function judge(document: unknown, author: Author, book: Book, day: string): Promise<Verdict> {
  try {
    const shaped = shape(document, author)
    if (!shaped.ok) return { fate: 'refuse', why: shaped.why, ...(shaped.path ? { path: shaped.path } : {}) }
    return await judgeEntry(shaped.entry, book, day)
  } catch (error) {
    if (error instanceof RetryLater) return { fate: 'doubt', why: error.why }
    throw error
  }
}

async function judgeEntry(entry: Entry, book: Book, day: string): Promise<Verdict> {
  const id = journalOf(entry._id)
  const existing = (await book.entries(id)).find(({ _id }) => _id === entry._id)
  if (existing)
    return sameContent(existing, entry) ? { fate: 'known' } : { fate: 'refuse', why: 'other-content' }
  const verdict = admit(entry, await journalAt(id, entry, book), await book.village(), day)
  if (verdict.ok === 'unknown') return { fate: 'doubt', why: 'unknown-journal' }
  if (!verdict.ok) return { fate: 'refuse', why: verdict.why }
  return { fate: 'write', entry, ...(verdict.late ? { late: verdict.late } : {}) }
}

/** The journal that the entry joins, folded; for a meeting, with the cases that it is or would be about. */
async function journalAt(id: string, entry: Entry, book: Book): Promise<Journal> {
  const kind = journalKind(id)
  if (kind === 'village') return { kind }
  if (kind === 'case') return { kind, state: foldCase(id, await book.entries(id)) }
  const state = foldMeeting(id, await book.entries(id))
  const named = entry.kind === 'meetingCalled' ? entry.data.cases : []
  return { kind: 'meeting', state, cases: await casesOf(state, book, named) }
}

/** The cases that a meeting is or was about, and further ones, folded. */
function casesOf(meeting: MeetingState, book: Book, further: readonly string[] = []) {
  const ids = [...new Set([...meeting.everCases, ...further])]
  return Promise.all(ids.map(async (id) => foldCase(id, await book.entries(id))))
}
