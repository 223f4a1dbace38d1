/**
 * A report of a span: a pure function of the journals as they had arrived when it closed, with the village of that time, so
 * that the same month printed next year says the same. What was learnt later is listed apart and changes no figure.
 */
import type { Entry, ForeignEntry } from '../entries.ts'
import { addDays, dayOf, daysBetween } from '../time.ts'
import type { Village } from '../village.ts'
import { monthsUpTo, periodOf } from './figures.ts'
import { laterChanges, type LaterChange } from './later.ts'
import { headsOn } from './overview.ts'
import { endOfDay, Past, type Journals } from './past.ts'
import { leftOf, recapOf, type Recap } from './recap.ts'
import type { Standing } from './standing.ts'
import type { Period } from './turns.ts'

export interface Report {
  period: Period
  /** The moment whose knowledge it shows. */
  moment: string
  /** The span has not ended: the figures still move. */
  running: boolean
  village: Village
  recap: Recap
  /** Of the span before, to compare with. */
  before: Recap
  later: LaterChange[]
  /** Register numbers of the span that are not counted: about the Kepala Desa, or not on this device. */
  uncounted: number
}

export interface TrendMonth {
  month: string
  entered: number
  left: number
  after: number
}

/** The report of a span over all journals of cases. `now`: what comes after it is not known yet. */
export const reportOf = (
  journals: Journals,
  villageEntries: readonly (Entry | ForeignEntry)[],
  period: Period,
  now: string,
): Report => reportIn(new Past(journals, villageEntries), period, now)

/** The same, where the past is at hand already. */
export function reportIn(past: Past, period: Period, now: string): Report {
  const moment = earlier(endOfDay(period.to), now)
  const village = past.villageAt(moment)
  const previous = spanBefore(period)
  const { opening, closing } = endsOf(past, period, now)
  const running = endOfDay(period.to) > now
  const learnt = () => withoutHeads([past.learntSince(moment)], village, period.to)[0]!
  return {
    period,
    moment,
    running,
    village,
    recap: recapOf(opening, closing, period),
    before: recapIn(past, previous, now),
    later: running ? [] : laterChanges(closing, learnt(), period),
    uncounted: uncountedIn(opening, closing),
  }
}

const MONTHS = 12

/** The last twelve months up to the span's end: each as its own report has it. */
export function trendIn(past: Past, { to }: Period, now: string): TrendMonth[] {
  return monthsUpTo(dayOf(earlier(endOfDay(to), now)), MONTHS).map((month) => {
    const { total, reopened } = recapIn(past, periodOf(month, '9999-12-31'), now)
    return {
      month,
      entered: total.entered,
      left: leftOf(total) + reopened.left,
      after: total.after + reopened.after,
    }
  })
}

function recapIn(past: Past, period: Period, now: string): Recap {
  const { opening, closing } = endsOf(past, period, now)
  return recapOf(opening, closing, period)
}

/** The cases at both ends of a span, without those about whoever is Kepala Desa at its end. */
function endsOf(past: Past, { from, to }: Period, now: string): { opening: Standing[]; closing: Standing[] } {
  const end = earlier(endOfDay(to), now)
  const start = past.standingsAt(earlier(endOfDay(addDays(from, -1)), now))
  const [opening, closing] = withoutHeads([start, past.standingsAt(end)], past.villageAt(end), to)
  return { opening: opening!, closing: closing! }
}

/** The span of the same kind before: whole months where it is of whole months, else as many days. */
export function spanBefore({ from, to }: Period): Period {
  const end = addDays(from, -1)
  if (!from.endsWith('-01') || !addDays(to, 1).endsWith('-01'))
    return { from: addDays(from, -daysBetween(from, to) - 1), to: end }
  const [a, b] = [monthOf(from), monthOf(addDays(to, 1))]
  return { from: monthStart(a - (b - a)), to: end }
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthStart = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** A complaint about the Kepala Desa stands in no report to the Kepala Desa, whoever prints it. */
function withoutHeads(sets: Standing[][], village: Village, day: string): Standing[][] {
  const heads = new Set(headsOn(village, day))
  const isAbout = ({ respondents }: Standing) => respondents.some((officer) => heads.has(officer))
  const about = new Set(sets.flatMap((set) => set.filter(isAbout)).map(({ id }) => id))
  return sets.map((set) => set.filter(({ id }) => !about.has(id)))
}

/** Numbers are gapless: those missing between the first and the last of the span belong to what is not counted. */
function uncountedIn(opening: readonly Standing[], closing: readonly Standing[]): number {
  const known = new Set(closing.map(({ year, n }) => `${year} ${n}`))
  const old = new Set(opening.map(({ id }) => id))
  const ranges = new Map<number, [number, number]>()
  for (const { id, year, n } of closing) {
    if (old.has(id) || year === undefined || n === undefined) continue
    const [low, high] = ranges.get(year) ?? [n, n]
    ranges.set(year, [Math.min(low, n), Math.max(high, n)])
  }
  let missing = 0
  for (const [year, [low, high]] of ranges)
    for (let n = low; n <= high; n += 1) if (!known.has(`${year} ${n}`)) missing += 1
  return missing
}
