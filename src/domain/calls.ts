/**
 * What an officer is called for while the app is closed. The one rule of who is told what: only who may see it at that
 * time, never who did it, and nothing that they have taken or looked at already (docs/decisions/019).
 */
import { audienceOf, holdersOf } from './audience.ts'
import { FINAL, type Assignment, type CaseState } from './case-state.ts'
import { addWorkingDays, dueOf, urgencyOf, type Due } from './deadlines.ts'
import type { Entry } from './entries.ts'
import { foldCase } from './fold.ts'
import { counterOf, journalOf } from './ids.ts'
import { foldMeeting, meetingAudience, type MeetingState } from './meeting.ts'
import { dayOf } from './time.ts'
import type { Village } from './village.ts'

/** In the order in which they press. */
export const CALLS = [
  'urgent', // a task that is dangerous to leave
  'task',
  'asked', // to ask the complainant for what is missing
  'late',
  'near',
  'invited',
  'moved', // a meeting takes place at another time or place
  'cancelled',
  'decision', // of a meeting, for this officer to carry out
] as const
export type CallKind = (typeof CALLS)[number]

export interface Call {
  officer: string
  kind: CallKind
}

const GIVING: ReadonlySet<string> = new Set(['assigned', 'involved', 'corrected', 'retracted'])
const ASKING = 'informationRequested'
const MEETING: ReadonlySet<string> = new Set([
  'meetingCalled',
  'meetingCancelled',
  'minutesTaken',
  'corrected',
  'retracted',
])

/** Whether an entry of this kind may be a reason to call somebody. */
export const mayCall = ({ kind }: { kind: string }): boolean =>
  GIVING.has(kind) || MEETING.has(kind) || kind === ASKING

const without = (entries: readonly Entry[], { _id }: Entry) => entries.filter((entry) => entry._id !== _id)

const teamOf = (assignment?: Assignment): string[] =>
  assignment ? [assignment.lead, ...assignment.helpers] : []

/** Whom an entry of a case calls: who works on it as things stand now, and but for this entry would not. */
export function caseCalls(entry: Entry, entries: readonly Entry[], village: Village, day: string): Call[] {
  if (!GIVING.has(entry.kind) && entry.kind !== ASKING) return []
  const id = journalOf(entry._id)
  const state = foldCase(id, entries)
  if (entry.kind === ASKING) return orderCalls(entry, state, village, day)
  const { assignment, status } = state
  if (!assignment || FINAL.has(status) || status === 'answered') return []
  const before = foldCase(id, without(entries, entry)).assignment
  const had = before?.entry === assignment.entry ? teamOf(before) : []
  const { full } = holdersOf(state, village, day)
  const seers = audienceOf(state, village, day)(entry)
  const news = (officer: string) =>
    officer !== entry.by &&
    !had.includes(officer) &&
    full.includes(officer) &&
    seers.includes(officer) &&
    !(officer === assignment.lead && assignment.acceptedBy) &&
    !hasOpened(state, officer, entry)
  return teamOf(assignment)
    .filter(news)
    .map((officer) => ({ officer, kind: state.urgent ? 'urgent' : 'task' }))
}

/** Whom an order calls that stands as it was given. */
function orderCalls(entry: Entry, state: CaseState, village: Village, day: string): Call[] {
  const seers = audienceOf(state, village, day)(entry)
  return state.orders
    .filter((order) => order.entry === entry._id && order.to !== entry.by && seers.includes(order.to))
    .filter(({ to }) => !hasOpened(state, to, entry))
    .map(({ to }) => ({ officer: to, kind: 'asked' }))
}

const hasOpened = ({ opened }: CaseState | MeetingState, officer: string, entry: Entry): boolean =>
  (opened[officer] ?? 0) >= counterOf(entry._id)

/** Whom an entry of a meeting calls; `cases`: those that the meeting is or was about. */
export function meetingCalls(
  entry: Entry,
  entries: readonly Entry[],
  cases: readonly CaseState[],
  village: Village,
  now: string,
): Call[] {
  if (!MEETING.has(entry.kind)) return []
  const id = journalOf(entry._id)
  const [before, after] = [foldMeeting(id, without(entries, entry)), foldMeeting(id, entries)]
  const readers = meetingAudience(after, cases, village, dayOf(now))
  const kindFor = (officer: string) =>
    invitationOf(officer, before, after, now) ?? decisionFor(officer, before, after)
  return readers
    .filter((officer) => officer !== entry.by && !hasOpened(after, officer, entry))
    .flatMap((officer) => {
      const kind = kindFor(officer)
      return kind ? [{ officer, kind }] : []
    })
}

/** What has changed for someone who is invited to a meeting that is still to come. */
function invitationOf(
  officer: string,
  before: MeetingState,
  after: MeetingState,
  now: string,
): CallKind | undefined {
  const { called, officers } = after
  if (!called || !officers.includes(officer) || Date.parse(called.startsAt) < Date.parse(now))
    return undefined
  if (after.cancelled) return before.cancelled ? undefined : 'cancelled'
  if (!before.called || !before.officers.includes(officer)) return 'invited'
  const same = before.called.startsAt === called.startsAt && before.called.place === called.place
  return same ? undefined : 'moved'
}

function decisionFor(officer: string, before: MeetingState, after: MeetingState): CallKind | undefined {
  const known = new Set(before.decisions.filter((one) => one.officer === officer).map(({ id }) => id))
  const fresh = after.decisions.some((one) => one.officer === officer && !one.doneAt && !known.has(one.id))
  return fresh ? 'decision' : undefined
}

/**
 * Whom the deadline of a case calls on a day: once when it comes near, once when it has passed, counted since the day
 * on which it was last looked at.
 */
export function deadlineCalls(state: CaseState, village: Village, day: string, since: string): Call[] {
  const due = dueOf(state, village)
  // Nobody works towards the day from which a case may be closed because nobody completed it.
  if (!due || due.rule === 'notCompleted') return []
  const kind = stageOf(due, village, day)
  if (!kind || kind === stageOf(due, village, since)) return []
  return workersOn(state, village, day).map((officer) => ({ officer, kind }))
}

function stageOf(due: Due, village: Village, day: string): 'near' | 'late' | undefined {
  const urgency = urgencyOf(due, day)
  if (urgency === 'paused') return undefined
  if (urgency === 'overdue') return 'late'
  return day >= addWorkingDays(due.on, -1, village) ? 'near' : undefined
}

/** Who has to do something about a case: lead and helpers; where it was given to nobody, the first of the desk. */
function workersOn(state: CaseState, village: Village, day: string): string[] {
  const { desk, full } = holdersOf(state, village, day)
  const team = teamOf(state.assignment).filter((officer) => full.includes(officer))
  return team.length > 0 ? team : desk.slice(0, 1)
}

/** What travels to a phone: how many of what, and where it leads; no word of what it is about. */
export interface CallMessage {
  /** The device it is for: several officers may share a browser. */
  to: string
  n: Partial<Record<CallKind, number>>
  /** The one case or meeting that it is about. */
  open?: string
}

/** The message of some calls for one device; `journal` is what each is about. */
export function messageOf(
  device: string,
  calls: readonly { kind: CallKind; journal: string }[],
): CallMessage {
  const n: CallMessage['n'] = {}
  for (const { kind } of calls) n[kind] = (n[kind] ?? 0) + 1
  const [journal, ...others] = new Set(calls.map((call) => call.journal))
  return { to: device, n, ...(journal && others.length === 0 ? { open: journal } : {}) }
}
