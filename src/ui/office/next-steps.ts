/** What the procedure expects of the office next (SOP D and G). */
import { FINAL, type CaseState } from '../../domain/case-state.ts'
import type { Kind } from '../../domain/entries.ts'
import type { MeetingState } from '../../domain/meeting.ts'

export interface NextSteps {
  /** The one act to do now; none while somebody else is to move. */
  now?: Kind
  /** What is often needed in this place, too. */
  also: Kind[]
}

/** What the desk has to know of the village besides: who must agree to an answer, whether the Kepala Desa is complained about. */
export interface Rules {
  approvers: readonly string[]
  me: string
  headInvolved: boolean
}

const FREE: Rules = { approvers: [], me: '', headInvolved: false }

/** The next act of the desk on a case, and its usual companions; `decide` still says which of them are allowed. */
export function nextSteps(state: CaseState, rules: Rules = FREE): NextSteps {
  if (state.toBook) return FINAL.has(state.status) ? { also: ['booked'] } : TO_BOOK
  if (state.status === 'voided') return { also: [] }
  if (FINAL.has(state.status)) return { also: ['reopened'] }
  if (state.status === 'answered') return toClose(state)
  if (state.draft) return toDecide(state, rules)
  if (state.status === 'waitingAgency')
    return { now: 'referralReplied', also: ['agencyReminded', 'resumed', 'answerDelivered'] }
  if (state.status === 'waitingComplainant')
    return { now: 'informationSupplied', also: ['resumed', 'answerDelivered'] }
  if (state.status === 'incomplete')
    return { now: 'informationSupplied', also: ['informationRequested', 'verified', 'closed'] }
  if (!state.assignment) return state.verified ? toAssign(state) : TO_VERIFY
  if (!state.assignment.acceptedBy)
    return { also: ['assigned', 'unassigned', 'meetingCalled', 'answerDelivered'] }
  const also: Kind[] = ['meetingCalled', 'referred', 'held', 'assigned']
  if (rules.headInvolved && !state.referrals.length)
    return { now: 'referred', also: ['answerDelivered', 'meetingCalled', 'assigned'] }
  return rules.approvers.length ? { now: 'answerDrafted', also } : { now: 'answerDelivered', also }
}

/** Who is not content may have the case opened again. */
function toClose({ reaction }: CaseState): NextSteps {
  if (reaction?.satisfied === false) return { now: 'reopened', also: ['closed', 'reaction'] }
  return { now: 'closed', also: ['reaction', 'partyNamed', 'reopened'] }
}

/** A draft lies before whoever may decide on it, else before whoever is to deliver it. */
function toDecide({ draft }: CaseState, { approvers, me }: Rules): NextSteps {
  if (approvers.length === 0 || draft?.approved) return { now: 'answerDelivered', also: ['answerDrafted'] }
  if (draft?.returned) return { now: 'answerDrafted', also: [] }
  if (approvers.includes(me)) return { now: 'answerApproved', also: ['answerReturned', 'answerDrafted'] }
  return { also: ['answerDrafted'] }
}

const TO_BOOK: NextSteps = { now: 'booked', also: ['dismissed', 'restricted'] }

const TO_VERIFY: NextSteps = {
  now: 'verified',
  also: ['incomplete', 'merged', 'outOfJurisdiction', 'restricted'],
}

function toAssign(state: CaseState): NextSteps {
  if (!state.classification) return { now: 'classified', also: ['assigned', 'outOfJurisdiction'] }
  const also: Kind[] = ['answerDelivered', 'outOfJurisdiction', 'classified', 'merged']
  const unnamed = state.classification.misconduct && !state.respondents.length
  return { now: 'assigned', also: unnamed ? ['restricted', ...also] : also }
}

/** Whether the desk still owes an answer to *Perlu rapat?*: while somebody works on it, until a meeting was called or declined. */
export function asksForMeeting(
  state: CaseState,
  meetings: readonly Pick<MeetingState, 'called' | 'cancelled'>[],
): boolean {
  if (!state.assignment || FINAL.has(state.status) || state.status === 'answered') return false
  return !state.noMeeting && !meetings.some(({ called, cancelled }) => called && !cancelled)
}
