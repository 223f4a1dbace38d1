/** The steps that end and reopen a case. */
import type { Line, Status } from './case-state.ts'
import type { Outcome } from './kinds/fields.ts'
import { dayOf } from './time.ts'
import { decideBy, dayOfLine, endHold, isUnaware, remark, type Step, type Steps, type Work } from './work.ts'

/** Closed here, reopened there, neither knowing of the other. */
function sayReopening(work: Work, line: Line, ends: boolean): void {
  const other = work.decided.end
  const opposite = other && (other.entry.kind === 'reopened') === ends
  if (opposite && isUnaware(line, other)) remark(work, line, 'concurrentReopening', other)
}

/** The first end in key order counts. */
function end(work: Work, line: Line, status: Status, outcome?: Outcome, on?: string): boolean {
  if (work.ended) {
    remark(work, line, 'secondClosing', work.decided.end)
    return false
  }
  sayReopening(work, line, true)
  decideBy(work, line, 'end')
  work.ended = status
  work.state.endedOn = on ?? dayOfLine(line)
  work.state.news = {}
  work.state.turns.push({ on: on ?? dayOfLine(line), end: status })
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

/** Into the book, also after somebody called it no complaint: a booking is never undone. */
const booked: Step<'booked'> = (work, _data, { entry }) => {
  const { state } = work
  if (!state.toBook) return
  state.toBook = false
  if (entry.arrived) state.registeredOn = dayOf(entry.arrived.at)
  if (work.ended !== 'notComplaint') return
  delete work.ended
  delete state.endedOn
  // In the book it never ended: the figures count from the booking on.
  state.turns = state.turns.filter(({ end }) => end !== 'notComplaint')
}

/** What stands in the book has a number, and ends with an outcome like every other. */
const dismissed: Step<'dismissed'> = (work, _data, line) => {
  if (work.state.toBook) end(work, line, 'notComplaint')
  else remark(work, line, 'afterBooking')
}

/** A voided number stays void, what is no complaint is booked first; a case that runs has nothing to reopen. */
const reopened: Step<'reopened'> = (work, _data, line) => {
  if (work.ended === 'voided' || work.ended === 'notComplaint') return remark(work, line, 'afterEnd')
  if (!work.ended && !work.answered) return
  sayReopening(work, line, false)
  decideBy(work, line, 'end')
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
  state.orders = []
  work.answered = false
  work.reopened = true
  state.reopenedOn = dayOfLine(line)
  // History of the paper book becomes work of this register: from now on it is in the book.
  const { arrived } = line.entry
  if (state.facts?.history && arrived) state.registeredOn ??= dayOf(arrived.at)
  if (state.assignment) {
    delete state.assignment.acceptedBy
    delete state.assignment.acceptedAt
  }
}

export const closingSteps: Steps = {
  merged,
  reopened,
  booked,
  dismissed,
  closed: (work, data, line) => {
    // Only what was closed in the paper book ended on another day than it was written down.
    const on = work.state.facts?.history ? data.on : undefined
    end(work, line, SIDE_WAYS[data.outcome] ?? 'closed', data.outcome, on)
  },
  outOfJurisdiction: (work, _data, line) => void end(work, line, 'outOfJurisdiction', 'outOfJurisdiction'),
  withdrawn: (work, _data, line) => void end(work, line, 'withdrawn', 'withdrawn'),
  voided: (work, _data, line) => void end(work, line, 'voided'),
}
