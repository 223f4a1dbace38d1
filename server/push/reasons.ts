/** Working out, from the archive as it is now, whom something calls. */
import { caseCalls, deadlineCalls, meetingCalls, type Call } from '../../src/domain/calls.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind, journalOf } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { gather, type Book, type Material } from '../archive/index.ts'
import type { Reason } from './queue.ts'

/** Whom an entry calls now, and as what; nobody where it is not in the archive. */
export async function callsOf(id: string, book: Book, now: number): Promise<() => Call[]> {
  const material = await gather(journalOf(id), book)
  return () => judge(id, material, new Date(now).toISOString())
}

function judge(id: string, { journal, entries, village, cases }: Material, now: string): Call[] {
  const entry = entries.find(({ _id }) => _id === id)
  if (!entry) return []
  if (journalKind(journal) === 'case') return caseCalls(entry, entries, village, dayOf(now))
  if (journalKind(journal) !== 'meeting') return []
  const states = [...cases].map(([each, known]) => foldCase(each, known))
  return meetingCalls(entry, entries, states, village, now)
}

/** A day before all deadlines: since then every stage is news. */
const LONG_AGO = '1950-01-01'

/** As what an officer is still to be called for a reason; undefined where it has come to nothing. */
export async function stillCalls(
  { entry, journal, kind }: Reason,
  officer: string,
  book: Book,
  now: number,
): Promise<Call['kind'] | undefined> {
  const mine = (calls: readonly Call[]) => calls.find((call) => call.officer === officer)?.kind
  if (entry) return mine((await callsOf(entry, book, now))())
  const [entries, village] = [await book.entries(journal), await book.village()]
  const day = dayOf(new Date(now).toISOString())
  const stage = mine(deadlineCalls(foldCase(journal, entries), village, day, LONG_AGO))
  return stage === kind ? kind : undefined
}
