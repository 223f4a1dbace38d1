/** The figures of the Kepala Desa's page: each is a question that a complaint answers with yes or no, on a day. */
import { draftWaits } from '../approval.ts'
import { FINAL } from '../case-state.ts'
import { urgencyOf } from '../deadlines.ts'
import type { CaseSummary } from '../summary.ts'
import { addDays } from '../time.ts'
import { enteredIn, isOpenOn, leftIn, type Period } from './turns.ts'

/** Those that stand for themselves, and those that are asked of a month or a year (`2026-11`, `2026`). */
export const FIGURES = ['near', 'approval', 'entered', 'left', 'openAt', 'satisfied', 'dissatisfied'] as const
export type FigureName = (typeof FIGURES)[number]

export interface Figure {
  name: FigureName
  /** A month or year; '' for figures of today. */
  span: string
}

type Test = (one: CaseSummary) => boolean

/** Whether a complaint is still to be dealt with. */
export const isOpen = ({ status }: CaseSummary): boolean => !FINAL.has(status)

/** Whether a complaint is past its deadline. */
export const isLate = ({ due }: CaseSummary, day: string): boolean =>
  due !== undefined && urgencyOf(due, day) === 'overdue'

/** Whether its deadline is today or in a few days. */
export function isNear({ due }: CaseSummary, day: string): boolean {
  const urgency = due && urgencyOf(due, day)
  return urgency === 'today' || urgency === 'soon'
}

/** The test of a figure, as of a day. */
export function figureTest({ name, span }: Figure, day: string): Test {
  const period = periodOf(span, day)
  const reacted =
    (satisfied: boolean): Test =>
    ({ reaction }) =>
      reaction?.satisfied === satisfied && period.from <= reaction.on && reaction.on <= period.to
  const tests: Record<FigureName, Test> = {
    near: (one) => isNear(one, day),
    approval: draftWaits,
    entered: (one) => enteredIn(one, period),
    left: (one) => leftIn(one, period),
    openAt: (one) => isOpenOn(one, period.to),
    satisfied: reacted(true),
    dissatisfied: reacted(false),
  }
  return tests[name]
}

/** The days of a month or a year, not beyond `day`. */
export function periodOf(span: string, day: string): Period {
  const from = span.length === 7 ? `${span}-01` : `${span || '0000'}-01-01`
  const last = span.length === 7 ? endOfMonth(span) : `${span || '9999'}-12-31`
  return { from, to: last < day ? last : day }
}

const endOfMonth = (month: string): string => addDays(`${nextMonth(month)}-01`, -1)

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

/** The last `count` months up to that of a day, the oldest first. */
export function monthsUpTo(day: string, count: number): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: count }, (_, i) => {
    const n = year * 12 + month - 1 - (count - 1 - i)
    return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
  })
}
