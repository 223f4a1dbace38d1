/** Filtering, searching and sorting the register: pure, and fast enough for 5,000 cases while somebody types. */
import { FINAL } from '../../domain/case-state.ts'
import { figureTest, isLate } from '../../domain/statistics/figures.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { holds, wantedIn, type Wanted } from '../../domain/words.ts'
import { readFigure, type BookQuery, type Sort } from './book-query.ts'

type Test = (one: CaseSummary) => boolean

/** Whether the journal with that id says what is wanted, where its words are at hand. */
type Says = (id: string, wanted: Wanted) => boolean | undefined

/**
 * The cases that fit a query, in its order. `day` is today (WIB), for what is late. Without `says` only the summaries
 * are searched.
 */
export function findCases(
  cases: readonly CaseSummary[],
  query: BookQuery,
  day: string,
  says: Says = () => undefined,
): CaseSummary[] {
  const tests = [...wordTests(query.text, says), ...filterTests(query, day), ...bookTest(query)]
  return cases.filter((one) => tests.every((test) => test(one))).sort(ORDERS[query.sort])
}

/** What is not in the book is shown to who looks for it: by its status, or by its words. */
const bookTest = ({ status, text }: BookQuery): Test[] =>
  status === 'notComplaint' || text.trim() ? [] : [(one) => !one.toBook]

/** Every word must be found somewhere; dashes of codes and phone numbers do not matter. */
function wordTests(text: string, says: Says): Test[] {
  const wanted = wantedIn(text)
  return wanted.length ? [({ id, search }) => says(id, wanted) || holds(search, wanted)] : []
}

function filterTests(query: BookQuery, day: string): Test[] {
  const { status, category, dusun, officer, channel, year, month } = query
  const figure = readFigure(query.figure)
  const tests: (Test | false)[] = [
    status !== '' && statusTest(status),
    category !== '' && ((one) => one.category === category),
    dusun !== '' && ((one) => (dusun === 'none' ? !one.dusun : one.dusun === dusun)),
    officer !== '' && ((one) => (officer === 'none' ? !one.lead : one.lead === officer)),
    channel !== '' && ((one) => one.channel === channel),
    year !== '' && ((one) => one.receivedOn.startsWith(year)),
    month !== '' && ((one) => one.receivedOn.slice(5, 7) === month),
    query.late && ((one) => isLate(one, day)),
    figure !== undefined && figureTest(figure, day),
  ]
  return tests.filter((test) => test !== false)
}

function statusTest(status: Exclude<BookQuery['status'], ''>): Test {
  if (status === 'open') return (one) => !FINAL.has(one.status)
  if (status === 'ended') return (one) => FINAL.has(one.status)
  return (one) => one.status === status
}

type Order = (a: CaseSummary, b: CaseSummary) => number

/** Plain comparison of code points: `localeCompare` would take a second for 5,000 cases. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const NEVER = '9999'

const oldest: Order = (a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.id, b.id)

const ORDERS: Record<Sort, Order> = {
  oldest,
  newest: (a, b) => oldest(b, a),
  due: (a, b) => compare(a.due?.on ?? NEVER, b.due?.on ?? NEVER) || oldest(a, b),
  activity: (a, b) => compare(b.lastActAt ?? '', a.lastActAt ?? '') || oldest(b, a),
}
