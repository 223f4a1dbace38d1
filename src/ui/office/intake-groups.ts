/** Aduan masuk: what waits for the desk to verify or assign, by what is to be done with it. */
import { FINAL } from '../../domain/case-state.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { workingDaysBetween } from '../../domain/deadlines.ts'
import type { Village } from '../../domain/village.ts'

/** In the order in which the desk should look at them. */
export const INTAKE_GROUPS = [
  'urgent',
  'relay',
  'returned',
  'stuck',
  'fresh',
  'verified',
  'incomplete',
] as const
export type IntakeGroup = (typeof INTAKE_GROUPS)[number]

/** Not accepted after this many working days: the desk calls. */
const PATIENCE_DAYS = 1

/** Where a case stands in the intake; undefined where it does not wait for the desk. */
export function intakeGroup(one: CaseSummary, village: Village, day: string): IntakeGroup | undefined {
  const group = groupOf(one, village, day)
  return one.relay && !FINAL.has(one.status) && group !== 'urgent' ? 'relay' : group
}

function groupOf(one: CaseSummary, village: Village, day: string): IntakeGroup | undefined {
  if (isStuck(one, village, day)) return 'stuck'
  if (one.lead || !WAITING.has(one.status)) return undefined
  if (one.urgent) return 'urgent'
  if (one.returned) return 'returned'
  if (one.status === 'incomplete') return 'incomplete'
  return one.verified ? 'verified' : 'fresh'
}

const WAITING: ReadonlySet<string> = new Set(['new', 'incomplete', 'reopened'])

function isStuck(one: CaseSummary, village: Village, day: string): boolean {
  if (!one.lead || one.accepted || !one.assignedOn) return false
  if (one.status !== 'assigned' && one.status !== 'reopened') return false
  return workingDaysBetween(one.assignedOn, day, village) > PATIENCE_DAYS
}

/** The groups that hold anything, each with the longest waiting first. */
export function groupIntake(
  cases: readonly CaseSummary[],
  village: Village,
  day: string,
): { group: IntakeGroup; cases: CaseSummary[] }[] {
  const byGroup = new Map<IntakeGroup, CaseSummary[]>(INTAKE_GROUPS.map((group) => [group, []]))
  for (const one of cases) {
    const group = intakeGroup(one, village, day)
    if (group) byGroup.get(group)!.push(one)
  }
  return [...byGroup]
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => ({ group, cases: members.sort(byReceipt) }))
}

const byReceipt = (a: CaseSummary, b: CaseSummary) =>
  a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.id < b.id ? -1 : 1

/** Whether the desk is to move: all of the intake but what waits for the complainant. */
export function waitsForDesk(one: CaseSummary, village: Village, day: string): boolean {
  const group = intakeGroup(one, village, day)
  return group !== undefined && group !== 'incomplete'
}
