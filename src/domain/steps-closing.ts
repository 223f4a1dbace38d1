/** The steps that end and reopen a case. */
import type { Line, Status } from './case-state.ts'
import type { Outcome } from './kinds/fields.ts'
import { dayOfLine, endHold, remark, type Step, type Steps, type Work } from './work.ts'

/** The first end in key order counts. */
function end(work: Work, line: Line, status: Status, outcome?: Outcome): boolean {
  if (work.ended) {
    remark(work, line, 'secondClosing')
    return false
  }
  work.ended = status
  work.state.endedOn = dayOfLine(line)
  work.state.news = {}
  work.state.turns.push({ on: dayOfLine(line), end: status })
  if (outcome) work.state.outcome = outcome
  endHold(work, dayOfLine(line))
  return true
}

/** Outcomes that have a status of their own show as that, whichever way they were recorded. */
const SIDE_WAYS: Partial<Record<Outcome, Status>> = {
  outOfJurisdiction: 'outOfJurisdiction',
  merged: 'merged',
  withdrawn: 'withdrawn',
}

const merged: Step<'merged'> = (work, data, line) => {
  if (end(work, line, 'merged', 'merged')) work.state.mergedInto = data.into
}

/** A voided number stays void; a case that runs has nothing to reopen. */
const reopened: Step<'reopened'> = (work, _data, line) => {
  if (work.ended === 'voided') return remark(work, line, 'afterEnd')
  if (!work.ended && !work.answered) return
  const { state } = work
  if (work.ended) state.turns.push({ on: dayOfLine(line) })
  delete work.ended
  delete state.endedOn
  delete state.outcome
  delete state.mergedInto
  delete state.hold
  delete state.draft
  delete state.answer
  delete state.reaction
  work.answered = false
  work.reopened = true
  state.reopenedOn = dayOfLine(line)
  if (state.assignment) {
    delete state.assignment.acceptedBy
    delete state.assignment.acceptedAt
  }
}

export const closingSteps: Steps = {
  merged,
  reopened,
  closed: (work, data, line) => void end(work, line, SIDE_WAYS[data.outcome] ?? 'closed', data.outcome),
  outOfJurisdiction: (work, _data, line) => void end(work, line, 'outOfJurisdiction', 'outOfJurisdiction'),
  withdrawn: (work, _data, line) => void end(work, line, 'withdrawn', 'withdrawn'),
  voided: (work, _data, line) => void end(work, line, 'voided'),
}
