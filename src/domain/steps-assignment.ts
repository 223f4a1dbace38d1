/** The steps that give a case to someone, and what the one who has it does with it. */
import type { Assignment } from './case-state.ts'
import { timeOf, type DataOf } from './entries.ts'
import { decideBy, isUnaware, remark, type Step, type Steps, type Work } from './work.ts'

const assigned: Step<'assigned'> = (work, data, line) => {
  const { state } = work
  const other = work.decided.assignment
  const before = state.assignment
  if (other && isUnaware(line, other) && !isSame(before, data))
    remark(work, line, 'concurrentAssignment', other)
  decideBy(work, line, 'assignment')
  state.assignment = {
    ...data,
    entry: line.entry._id,
    helpers: data.helpers.filter((helper) => helper !== data.lead),
    by: line.entry.by,
    at: timeOf(line.entry),
    ...keptAcceptance(before, data.lead),
  }
  work.reopened = false
  delete state.returned
}

/** The same people: nothing was decided differently. */
function isSame(before: Assignment | undefined, { lead, helpers }: DataOf<'assigned'>): boolean {
  const team = (one: { lead: string; helpers: readonly string[] }) =>
    [one.lead, ...one.helpers.filter((helper) => helper !== one.lead).sort()].join()
  return before !== undefined && team(before) === team({ lead, helpers })
}

/** A lead who goes on under a new instruction need not accept again. */
function keptAcceptance(before: Assignment | undefined, lead: string): Partial<Assignment> {
  if (before?.lead !== lead || !before.acceptedBy) return {}
  return { acceptedBy: before.acceptedBy, acceptedAt: before.acceptedAt }
}

const involved: Step<'involved'> = (work, data, line) => {
  const { assignment } = work.state
  if (!assignment) return remark(work, line, 'notAssignee')
  if (holds(assignment, data.helper)) return
  assignment.helpers = [...assignment.helpers, data.helper]
}

const accepted: Step<'accepted'> = (work, _data, line) => {
  const { assignment } = work.state
  if (!assignment || !holds(assignment, line.entry.by)) return remark(work, line, 'notAssignee')
  assignment.acceptedBy ??= line.entry.by
  assignment.acceptedAt ??= timeOf(line.entry)
  work.reopened = false
}

const returned: Step<'returned'> = (work, data, line) => {
  if (work.state.assignment?.lead !== line.entry.by) return remark(work, line, 'notAssignee')
  takeAway(work)
  work.state.returned = { by: line.entry.by, reason: data.reason }
}

/** Back to where it was before: a case once reopened shows as that again. */
function takeAway(work: Work): void {
  delete work.state.assignment
  work.reopened = work.state.reopenedOn !== undefined
}

const holds = (assignment: Assignment, officer: string): boolean =>
  assignment.lead === officer || assignment.helpers.includes(officer)

/** Taken back: what contradicted itself before counts no more. */
const unassigned: Step<'unassigned'> = (work, _data, line) => {
  const other = work.decided.assignment
  if (other && isUnaware(line, other)) remark(work, line, 'concurrentAssignment', other)
  decideBy(work, line, 'assignment')
  takeAway(work)
}

export const assignmentSteps: Steps = { assigned, involved, accepted, returned, unassigned }
