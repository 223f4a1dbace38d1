/** Tugas: the cases that an officer works on, in the order in which they press. */
import { FINAL } from '../../../domain/case-state.ts'
import { urgencyOf } from '../../../domain/deadlines.ts'
import { isNewTask, type CaseSummary } from '../../../domain/summary.ts'
import { addDays } from '../../../domain/time.ts'

export const GROUPS = [
  'urgent',
  'new',
  'asked',
  'late',
  'today',
  'week',
  'later',
  'waiting',
  'answered',
] as const
export type Group = (typeof GROUPS)[number]

const WEEK_DAYS = 7
/** After every day. */
const NEVER = '9999'

const worksOn = (one: CaseSummary, me: string): boolean => one.lead === me || one.helpers.includes(me)

/** What an officer is told to ask the complainant. */
export const orderFor = ({ orders = [] }: CaseSummary, me: string) => orders.find(({ to }) => to === me)

/** The open cases that ask something of an officer: to work on them, or to ask for what is missing. */
export const openTasks = (cases: readonly CaseSummary[], me: string): CaseSummary[] =>
  cases.filter((one) => (worksOn(one, me) || orderFor(one, me)) && !FINAL.has(one.status))

/** The officer's open cases by group, the earliest deadline first. */
export function taskGroups(
  cases: readonly CaseSummary[],
  me: string,
  day: string,
): { group: Group; cases: CaseSummary[] }[] {
  const mine = openTasks(cases, me).sort(byDue)
  const grouped = new Map<Group, CaseSummary[]>()
  for (const one of mine) {
    const group = groupOf(one, me, day)
    if (!grouped.has(group)) grouped.set(group, [])
    grouped.get(group)!.push(one)
  }
  return GROUPS.flatMap((group) => {
    const found = grouped.get(group)
    return found ? [{ group, cases: found }] : []
  })
}

function groupOf(one: CaseSummary, me: string, day: string): Group {
  if (!worksOn(one, me)) return 'asked'
  if (one.status === 'answered') return 'answered'
  if (one.urgent) return 'urgent'
  if (isNewTask(one, me)) return 'new'
  const urgency = one.due && urgencyOf(one.due, day)
  if (urgency === 'overdue') return 'late'
  if (one.draft && one.draft.state !== 'waiting') return 'today'
  const reminder = reminderOf(one)
  if (reminder && reminder <= day) return 'today'
  if (one.waitingFor) return 'waiting'
  if (urgency === 'today') return 'today'
  return nearest(one) <= addDays(day, WEEK_DAYS) ? 'week' : 'later'
}

/** The day on which the work itself asks for somebody: the next step, or a wait to be looked at. */
export const reminderOf = ({ next, waitingFor, waitsUntil }: CaseSummary): string | undefined =>
  [next?.on, waitingFor && waitsUntil].filter((on) => !!on).sort()[0] || undefined

/** The deadline or the reminder, whichever comes first. */
const nearest = (one: CaseSummary): string =>
  [one.due?.on, reminderOf(one)].filter((on) => !!on).sort()[0] ?? NEVER

/** By code points: `localeCompare` is many times slower. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byDue = (a: CaseSummary, b: CaseSummary): number => compare(dueKey(a), dueKey(b))
const dueKey = (one: CaseSummary): string => `${nearest(one)} ${one.receivedOn}`

/** What the officer only took down for others to work on: urgent ones, then the latest first. */
export function capturedOnly(cases: readonly CaseSummary[], me: string): CaseSummary[] {
  return cases
    .filter(
      (one) => one.capturedBy === me && !worksOn(one, me) && !orderFor(one, me) && !FINAL.has(one.status),
    )
    .sort((a, b) => urgentFirst(a, b) || compare(b.receivedOn, a.receivedOn) || compare(b.id, a.id))
}

const urgentFirst = (a: CaseSummary, b: CaseSummary): number => Number(b.urgent) - Number(a.urgent)

const LATELY_DAYS = 30

/** What the officer worked on or took down and that has ended, the latest first. */
export function finished(cases: readonly CaseSummary[], me: string): CaseSummary[] {
  return cases
    .filter((one) => FINAL.has(one.status) && (worksOn(one, me) || one.capturedBy === me))
    .sort((a, b) => compare(b.endedOn ?? '', a.endedOn ?? '') || compare(b.id, a.id))
}

/** Ended within the last 30 days. */
export const endedLately = (one: CaseSummary, day: string): boolean =>
  (one.endedOn ?? '') >= addDays(day, -LATELY_DAYS)
