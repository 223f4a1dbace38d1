/**
 * Deadlines: counted from *tanggal terima* in working days (WIB, weekends and holidays skipped) or calendar days, as
 * each setting says (domain.md, Deadlines), and said on the day from which is counted. Time spent waiting for an agency
 * does not count.
 */
import { FINAL, type CaseState } from './case-state.ts'
import type { Settings, Span } from './settings.ts'
import { addDays, dayOf, daysBetween, weekday } from './time.ts'
import { ruleOn, type Village } from './village.ts'

export type DueRule =
  | 'verification'
  | 'notCompleted' // if nobody completes it, it may be closed so
  | 'informationRequest'
  | 'complaint'
  | 'misconduct'
  | 'urgent'
  | 'assigned' // the date given with the assignment

export interface Due {
  rule: DueRule
  /** The last day that is in time. */
  on: string
  /** The clock stands still since this day, waiting for an agency. */
  pausedSince?: string
}

export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'paused'

/** From this many days before the date on, a deadline counts as near. */
const SOON_DAYS = 3

type Pause = CaseState['pauses'][number]
type Calendar = Pick<Village, 'settings' | 'rules' | 'holidays'>

/** Whether the office works on a day: neither the weekly rest nor a holiday. */
export function isWorkingDay(day: string, village: Calendar): boolean {
  if (weekday(day) > ruleOn('workingDays', village, day)) return false
  return village.holidays[Number(day.slice(0, 4))]?.[day] === undefined
}

/** The n-th working day after a day (before, when negative); 0 is the day itself, whatever it is. */
export function addWorkingDays(day: string, n: number, village: Calendar): string {
  const direction = Math.sign(n)
  let on = day
  for (let left = Math.abs(n); left > 0;) {
    on = addDays(on, direction)
    if (isWorkingDay(on, village)) left -= 1
  }
  return on
}

/** Working days after `a` up to and with `b`; negative when b is earlier. */
export function workingDaysBetween(a: string, b: string, village: Calendar): number {
  if (b < a) return -workingDaysBetween(b, a, village)
  let count = 0
  for (let on = a; on < b;) {
    on = addDays(on, 1)
    if (isWorkingDay(on, village)) count += 1
  }
  return count
}

/** The last day of a span that starts on a day. */
export function addSpan(day: string, span: Span, village: Calendar): string {
  return span.unit === 'working' ? addWorkingDays(day, span.days, village) : addDays(day, span.days)
}

/** What a case is due for next, and when; undefined when nothing runs (answered, ended, not registered). */
export function dueOf(state: CaseState, village: Calendar): Due | undefined {
  if (!state.receivedOn || FINAL.has(state.status) || state.status === 'answered') return undefined
  const due = runningDue(state, state.reopenedOn ?? state.receivedOn, village)
  return state.hold?.waitingFor === 'agency' ? { ...due, pausedSince: state.hold.since } : due
}

/**
 * The deadline of the service as a whole, for reports: from receipt (or the last reopening) to the answer, whatever was
 * agreed within the office.
 */
export function serviceDue(state: CaseState, village: Calendar): { from: string; on: string } | undefined {
  const from = state.reopenedOn ?? state.receivedOn
  return from ? { from, on: dueBy(serviceRule(state), state, from, village).on } : undefined
}

function runningDue(state: CaseState, from: string, village: Calendar): Due {
  const { assignment } = state
  if (assignment?.due) return assignedDue(state, assignment.due, dayOf(assignment.at), village)
  if (state.urgent) return dueBy('urgent', state, from, village)
  if (state.status === 'incomplete' && state.incompleteSince)
    return dueBy('notCompleted', state, state.incompleteSince, village)
  const taken = state.verified || state.everAssigned.length > 0 || state.reopenedOn
  return dueBy(taken ? serviceRule(state) : 'verification', state, from, village)
}

type SettingRule = keyof Settings['deadlines'] & DueRule

function serviceRule({ urgent, classification }: CaseState): SettingRule {
  if (urgent) return 'urgent'
  if (classification?.type === 'informationRequest') return 'informationRequest'
  return classification?.misconduct ? 'misconduct' : 'complaint'
}

function dueBy(rule: SettingRule, state: CaseState, start: string, village: Calendar): Due {
  const span = ruleOn('deadlines', village, start)[rule]
  return { rule, on: afterPauses(addSpan(start, span, village), start, span, state, village) }
}

/** A date that was given moves by the waits that began after it was given. */
function assignedDue(state: CaseState, due: string, given: string, village: Calendar): Due {
  return { rule: 'assigned', on: afterPauses(due, given, { days: 0, unit: 'working' }, state, village) }
}

/** Pushes a date by the closed waits for an agency that began between the start and the date as it then stood. */
function afterPauses(on: string, start: string, span: Span, state: CaseState, village: Calendar): string {
  return state.pauses
    .filter((pause) => pause.from >= start)
    .reduce((due, pause) => (pause.from > due ? due : push(due, pause, span, village)), on)
}

/** A pause counts its first day, not its last. */
function push(due: string, { from, to }: Pause, { unit }: Span, village: Calendar): string {
  if (unit === 'calendar') return addDays(due, daysBetween(from, to))
  return addWorkingDays(due, workingDaysBetween(addDays(from, -1), addDays(to, -1), village), village)
}

/** How pressing a deadline is on a day. */
export function urgencyOf(due: Due, day: string): Urgency {
  if (due.pausedSince && due.pausedSince <= due.on) return 'paused'
  if (day > due.on) return 'overdue'
  if (day === due.on) return 'today'
  return daysBetween(day, due.on) <= SOON_DAYS ? 'soon' : 'later'
}

/** The last day on which a case may be reopened: counted from its last answer, else from its end. */
export function reopenUntil(state: CaseState, village: Calendar): string | undefined {
  const from = state.answers.at(-1)?.on ?? state.endedOn
  return from && addSpan(from, ruleOn('deadlines', village, from).reopening, village)
}

/** The first day on which a case that nobody completed may be closed as such. */
export function notCompletedFrom(state: CaseState, village: Calendar): string | undefined {
  const from = state.incompleteSince ?? state.hold?.since ?? state.receivedOn
  return from && addSpan(from, ruleOn('deadlines', village, from).notCompleted, village)
}
