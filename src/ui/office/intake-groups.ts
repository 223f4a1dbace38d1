/** Aduan masuk: what waits for the desk to verify or assign, by what is to be done with it. */
import { awaitsApprovalOf } from '../../domain/approval.ts'
import { FINAL } from '../../domain/case-state.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { addSpan, addWorkingDays, urgencyOf } from '../../domain/deadlines.ts'
import type { Village } from '../../domain/village.ts'

/** In the order in which the desk should look at them. */
export const INTAKE_GROUPS = [
  'settle',
  'urgent',
  'website',
  'approval',
  'relay',
  'asked',
  'unsatisfied',
  'returned',
  'stuck',
  'late',
  'lapsed',
  'agency',
  'fresh',
  'verified',
  'near',
  'incomplete',
] as const
export type IntakeGroup = (typeof INTAKE_GROUPS)[number]

/** Where a case stands in the intake of an officer; undefined where it does not wait for the desk. */
export function intakeGroup(
  one: CaseSummary,
  village: Village,
  day: string,
  me = '',
): IntakeGroup | undefined {
  if (one.toSettle) return 'settle'
  if (awaitsApprovalOf(me, one, village, day)) return 'approval'
  if (one.unsatisfied) return 'unsatisfied'
  if (agencyIsLate(one, day)) return 'agency'
  const group = groupOf(one, village, day)
  if (group === 'urgent' || FINAL.has(one.status)) return group
  if (one.relay) return 'relay'
  return one.orders?.some((order) => isUnmet(order, village, day)) ? 'asked' : group
}

/** Told to ask the complainant, and its day is over; without one, the days that a task may lie untaken. */
const isUnmet = ({ on, due }: { on: string; due?: string }, village: Village, day: string): boolean =>
  due ? due < day : addWorkingDays(on, village.settings.untakenAfter + 1, village) <= day

/** The agency was to reply by a day that is over. */
export const agencyIsLate = ({ waitingFor, referral, waitsUntil }: CaseSummary, day: string): boolean =>
  waitingFor === 'agency' && !!referral && !!waitsUntil && waitsUntil < day

function groupOf(one: CaseSummary, village: Village, day: string): IntakeGroup | undefined {
  if (one.toBook) return one.status === 'new' || one.status === 'incomplete' ? 'website' : undefined
  if (isStuck(one, village, day)) return 'stuck'
  if (hasLapsed(one, village, day)) return 'lapsed'
  if (one.lead) return workGroup(one, day)
  if (!WAITING.has(one.status)) return undefined
  if (one.urgent) return 'urgent'
  if (one.returned) return 'returned'
  if (one.status === 'incomplete') return wasAsked(one) ? 'incomplete' : 'fresh'
  return one.verified ? 'verified' : 'fresh'
}

const WAITING: ReadonlySet<string> = new Set(['new', 'incomplete', 'reopened'])

/** The desk has said what is missing; before that nobody has asked the complainant for it. */
const wasAsked = ({ due }: CaseSummary): boolean => due?.rule === 'notCompleted'

/** Given to somebody, and its day is over or near: the desk reminds them. */
function workGroup(one: CaseSummary, day: string): IntakeGroup | undefined {
  const urgency = one.due && urgencyOf(one.due, day)
  if (urgency === 'overdue') return 'late'
  return urgency === 'today' || urgency === 'soon' ? 'near' : undefined
}

/** Not arrived or not taken after the working days that the village has set. */
function isStuck(one: CaseSummary, village: Village, day: string): boolean {
  if (!one.lead || one.accepted || !one.assignedOn) return false
  if (one.status !== 'assigned' && one.status !== 'reopened') return false
  // Forward from the assignment: counting back over months of working days takes seconds at 5,000 cases.
  return addWorkingDays(one.assignedOn, village.settings.untakenAfter + 1, village) <= day
}

/** The complainant has had the days that the village gives them: it may end as *tidak dilengkapi*. */
function hasLapsed(one: CaseSummary, village: Village, day: string): boolean {
  if (one.status === 'incomplete') return wasAsked(one) && one.due!.on <= day
  if (one.status !== 'waitingComplainant' || !one.waitingSince) return false
  return addSpan(one.waitingSince, village.settings.deadlines.notCompleted, village) <= day
}

/** The groups that hold anything, each with what presses first. */
export function groupIntake(
  cases: readonly CaseSummary[],
  village: Village,
  day: string,
  me = '',
): { group: IntakeGroup; cases: CaseSummary[] }[] {
  const byGroup = new Map<IntakeGroup, CaseSummary[]>(INTAKE_GROUPS.map((group) => [group, []]))
  for (const one of cases) {
    const group = intakeGroup(one, village, day, me)
    if (group) byGroup.get(group)!.push(one)
  }
  return [...byGroup]
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => ({ group, cases: members.sort(byDue) }))
}

/** What is late or near comes first, then what was received first. */
const byDue = (a: CaseSummary, b: CaseSummary) => compare(dueKey(a), dueKey(b))
const dueKey = ({ due, receivedOn, id }: CaseSummary) =>
  `${due && !due.pausedSince ? due.on : '9999'} ${receivedOn} ${id}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether the desk is to move: all of the intake but what waits for the complainant, or is only near its day. */
export function waitsForDesk(one: CaseSummary, village: Village, day: string, me = ''): boolean {
  const group = intakeGroup(one, village, day, me)
  return group !== undefined && group !== 'incomplete' && group !== 'near'
}
