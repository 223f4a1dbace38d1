/** What the procedure expects of the office next (SOP D and G). */
import { FINAL, type CaseState } from '../../domain/case-state.ts'
import type { Kind } from '../../domain/entries.ts'

export interface NextSteps {
  /** The one act to do now; none while somebody else is to move. */
  now?: Kind
  /** What is often needed in this place, too. */
  also: Kind[]
}

/** The next act of the desk on a case, and its usual companions; `decide` still says which of them are allowed. */
export function nextSteps(state: CaseState): NextSteps {
  if (state.status === 'voided') return { also: [] }
  if (FINAL.has(state.status)) return { also: ['reopened'] }
  if (state.status === 'answered') return { now: 'closed', also: ['reaction', 'reopened'] }
  if (state.status === 'waitingAgency')
    return { now: 'referralReplied', also: ['resumed', 'answerDelivered'] }
  if (state.status === 'waitingComplainant')
    return { now: 'informationSupplied', also: ['resumed', 'answerDelivered'] }
  if (state.status === 'incomplete')
    return { now: 'informationSupplied', also: ['informationRequested', 'verified', 'closed'] }
  if (!state.assignment) return state.verified ? toAssign(state) : TO_VERIFY
  if (!state.assignment.acceptedBy)
    return { also: ['assigned', 'unassigned', 'meetingCalled', 'answerDelivered'] }
  return { now: 'answerDelivered', also: ['meetingCalled', 'referred', 'held', 'assigned'] }
}

const TO_VERIFY: NextSteps = {
  now: 'verified',
  also: ['incomplete', 'merged', 'outOfJurisdiction', 'restricted'],
}

function toAssign(state: CaseState): NextSteps {
  if (!state.classification) return { now: 'classified', also: ['assigned', 'outOfJurisdiction'] }
  return { now: 'assigned', also: ['answerDelivered', 'outOfJurisdiction', 'classified', 'merged'] }
}
