/**
 * *Laporan Rekapitulasi*: what came, what left and what remains of a span, from how the cases stood at its two ends. It
 * balances because every case that was there or came is at the end either still open or has left: *sisa lalu + masuk =
 * keluar + sisa akhir*. What had ended before and was reopened is counted apart and comes back in the next span's *sisa lalu*.
 */
import type { Outcome } from '../kinds/fields.ts'
import type { Balance } from './balance.ts'
import type { Standing } from './standing.ts'
import type { Period } from './turns.ts'

export const DIMENSIONS = ['channel', 'category', 'dusun', 'officer'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export interface RecapLine {
  before: number
  entered: number
  /** Left, otherwise than as not the village's business. */
  finished: number
  outside: number
  /** Still open: worked on in the village, and waiting for an agency. */
  process: number
  referred: number
  after: number
  /** Of those that left: how many were timed, and were in time; days from receipt to the answer. */
  timed: number
  onTime: number
  mean?: number
  median?: number
}

export interface RecapRow extends RecapLine {
  /** A channel, category, dusun or officer; '' where there is none. */
  key: string
}

export interface Recap {
  period: Period
  total: RecapLine
  by: Record<Dimension, RecapRow[]>
  reopened: Balance['reopened']
  /** How those that left ended. */
  outcomes: { outcome: Outcome | 'voided'; count: number }[]
  satisfied: number
  dissatisfied: number
  /** Open at the end, the longest first. */
  oldest: Standing[]
}

/** A case with where it was at both ends. */
interface Moved {
  one: Standing
  before: boolean
  entered: boolean
}

const KEYS: Record<Dimension, (one: Standing) => string | undefined> = {
  channel: ({ channel }) => channel,
  category: ({ category }) => category,
  dusun: ({ dusun }) => dusun,
  officer: ({ lead }) => lead,
}

/** The recap of a span, from the standings at its opening and its closing moment. */
export function recapOf(opening: readonly Standing[], closing: readonly Standing[], period: Period): Recap {
  const moved = movedOf(opening, closing)
  const counted = moved.filter(({ before, entered }) => before || entered)
  const left = counted.filter(({ one }) => !one.open).map(({ one }) => one)
  const told = reactionsOf(opening, closing)
  return {
    period,
    total: lineOf(counted),
    by: Object.fromEntries(DIMENSIONS.map((name) => [name, rowsOf(counted, KEYS[name])])) as Recap['by'],
    reopened: reopenedOf(moved, opening),
    outcomes: outcomesOf(left),
    satisfied: told.filter(Boolean).length,
    dissatisfied: told.filter((satisfied) => !satisfied).length,
    oldest: closing.filter(({ open }) => open).sort(byReceipt),
  }
}

/** Whether the figures of a line balance. The sheet says so, and a test holds it to it. */
export const balances = ({
  before,
  entered,
  finished,
  outside,
  process,
  referred,
  after,
}: RecapLine): boolean => before + entered === finished + outside + after && process + referred === after

/** What left in all. */
export const leftOf = ({ finished, outside }: RecapLine): number => finished + outside

function movedOf(opening: readonly Standing[], closing: readonly Standing[]): Moved[] {
  const first = new Map(opening.map((one) => [one.id, one]))
  const last = new Map(closing.map((one) => [one.id, one]))
  return [...new Set([...first.keys(), ...last.keys()])].map((id) => {
    const then = first.get(id)
    return { one: last.get(id) ?? { ...then!, open: false }, before: !!then?.open, entered: !then }
  })
}

function lineOf(counted: readonly Moved[]): RecapLine {
  const count = (test: (each: Moved) => boolean) => counted.filter(test).length
  const open = ({ one }: Moved) => one.open
  const outside = ({ one }: Moved) => !one.open && one.status === 'outOfJurisdiction'
  const away = ({ one }: Moved) => one.open && one.status === 'waitingAgency'
  return {
    before: count(({ before }) => before),
    entered: count(({ entered }) => entered),
    finished: count((each) => !open(each) && !outside(each)),
    outside: count(outside),
    process: count((each) => open(each) && !away(each)),
    referred: count(away),
    after: count(open),
    ...timesOf(counted.filter(({ one }) => !one.open).flatMap(({ one }) => one.worked ?? [])),
  }
}

type Times = Pick<RecapLine, 'timed' | 'onTime' | 'mean' | 'median'>

function timesOf(worked: readonly NonNullable<Standing['worked']>[]): Times {
  const days = worked.map((one) => one.days).sort((a, b) => a - b)
  const timed = days.length
  const onTime = worked.filter((one) => one.onTime).length
  if (!timed) return { timed, onTime }
  const middle = Math.floor((timed - 1) / 2)
  const median = (days[middle]! + days[Math.ceil((timed - 1) / 2)]!) / 2
  return { timed, onTime, mean: days.reduce((sum, each) => sum + each, 0) / timed, median }
}

function rowsOf(counted: readonly Moved[], keyOf: (one: Standing) => string | undefined): RecapRow[] {
  const groups = new Map<string, Moved[]>()
  for (const each of counted) {
    const key = keyOf(each.one) ?? ''
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups].map(([key, each]) => ({ key, ...lineOf(each) }))
}

/** It had ended before the span and was opened again within it: by a reopening, or because its end was struck out. */
function reopenedOf(moved: readonly Moved[], opening: readonly Standing[]): Balance['reopened'] {
  const rounds = new Map(opening.map((one) => [one.id, one.rounds]))
  const back = moved.filter(
    ({ one, before, entered }) => !before && !entered && (one.open || one.rounds > (rounds.get(one.id) ?? 0)),
  )
  const after = back.filter(({ one }) => one.open).length
  return { back: back.length, left: back.length - after, after }
}

function outcomesOf(left: readonly Standing[]): Recap['outcomes'] {
  const counts = new Map<Outcome | 'voided', number>()
  for (const { outcome = 'voided' } of left) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts]
    .map(([outcome, count]) => ({ outcome, count }))
    .sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1))
}

/** What complainants said of the answer and had not said at the opening: what came late counts where it came. */
function reactionsOf(opening: readonly Standing[], closing: readonly Standing[]): boolean[] {
  const before = new Map(opening.map(({ id, reaction }) => [id, reaction]))
  return closing.flatMap(({ id, reaction }) => {
    const known = before.get(id)
    const same = known?.on === reaction?.on && known?.satisfied === reaction?.satisfied
    return !reaction || same ? [] : [reaction.satisfied]
  })
}

const byReceipt = (a: Standing, b: Standing): number =>
  a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.id < b.id ? -1 : 1
