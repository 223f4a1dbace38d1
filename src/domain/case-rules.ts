/** What the state of a case forbids, act by act; what the act's data forbid is in case-data-rules.ts. */
import { approversOf } from './approval.ts'
import { reopenUntil } from './deadlines.ts'
import { accessReaders } from './access.ts'
import { keptUntil } from './destruction.ts'
import { FINAL, type CaseState } from './case-state.ts'
import { toSettle } from './settling.ts'
import type { DataOf, Kind } from './entries.ts'
import type { Refusal } from './refusals.ts'
import type { Role } from './roles.ts'
import type { Village } from './village.ts'

export interface Asked {
  kind: Kind
  actor: string
  state: CaseState
  village: Village
  day: string
  roles: ReadonlySet<Role>
}

/** Why an act is refused; nothing where it is not. */
export type Fault = Refusal | false | undefined

/** Acts that a case which has ended still takes. */
const ANY_TIME: ReadonlySet<Kind> = new Set<Kind>([
  'booked',
  'identityGiven',
  'restricted',
  'opened',
  'note',
  'complainantJoined',
  'partyNamed',
  'answerDelivered',
  'reaction',
  'reopened',
  'destructionProposed',
  'identityDestroyed',
  'settled',
  'corrected',
  'retracted',
])

/** What came by the public form takes these before it is in the book; all else is work on a complaint. */
const BEFORE_BOOKING: ReadonlySet<Kind> = new Set<Kind>([
  'booked',
  'dismissed',
  'identityGiven',
  'restricted',
  'opened',
  'note',
  'destructionProposed',
  'identityDestroyed',
  'corrected',
  'retracted',
])

/** What the state of the case forbids, whatever the act's data say. */
export function stateChecks(asked: Asked, data?: unknown): Fault {
  const { kind, state } = asked
  if (state.toBook && !BEFORE_BOOKING.has(kind)) return 'book-first'
  if (FINAL.has(state.status) && !ANY_TIME.has(kind)) {
    return state.status === 'voided' ? 'voided' : 'case-closed'
  }
  return STATE_RULES[kind]?.(asked, data)
}

const STATE_RULES: Partial<Record<Kind, (asked: Asked, data?: unknown) => Fault>> = {
  booked: ({ state }) => !state.toBook && 'already-booked',
  dismissed: ({ state }) => !state.toBook && 'already-booked',
  verified: ({ state }) => state.verified && state.missing.length === 0 && 'already-verified',
  incomplete: ({ state }) => state.status === 'answered' && 'already-answered',
  complainantJoined: ({ state }) => state.status === 'voided' && 'voided',
  assigned: ({ state }) => state.status === 'incomplete' && !state.urgent && 'identity-incomplete',
  involved: ({ state }) => !state.assignment && 'not-assigned',
  unassigned: ({ state }) => !state.assignment && 'not-assigned',
  accepted: ({ state }) => taken(state),
  returned: ({ state }) => taken(state),
  held: ({ state }) => state.status === 'answered' && 'already-answered',
  resumed: ({ state }) => !state.hold && 'not-waiting',
  referralReplied: ({ state }) => !hasLine(state, 'referred') && 'not-referred',
  agencyReminded: ({ state }) => !state.referrals.some(({ repliedOn }) => !repliedOn) && 'not-referred',
  partyNamed: ({ state }) => state.status === 'voided' && 'voided',
  answerDrafted: ({ state }) => state.status === 'answered' && 'already-answered',
  answerApproved: (asked) => approvalFault(asked) || (!!asked.state.draft?.approved && 'already-approved'),
  answerReturned: (asked) => approvalFault(asked) || (!!asked.state.draft?.returned && 'already-returned'),
  answerDelivered: (asked, data) =>
    answerFault(asked, data as Partial<DataOf<'answerDelivered'>> | undefined),
  reaction: ({ state }) => state.answers.length === 0 && 'not-answered',
  reopened: (asked) => reopeningFault(asked),
  destructionProposed: (asked) =>
    asked.state.destruction?.proposed ? 'already-proposed' : keepingFault(asked),
  identityDestroyed: (asked) => destructionFault(asked.state, asked.village, asked.actor, asked.day),
  settled: ({ state }) => toSettle(state).length === 0 && 'nothing-to-settle',
}

function taken(state: CaseState): Fault {
  if (state.status === 'answered') return 'already-answered'
  return state.assignment?.acceptedBy !== undefined && 'already-accepted'
}

function keepingFault({ state, village, day }: Pick<Asked, 'state' | 'village' | 'day'>): Fault {
  if (state.destruction?.decided) return 'already-destroyed'
  const until = keptUntil(state, village)
  return until === undefined ? 'case-open' : day <= until && 'still-kept'
}

/**
 * What forbids to destroy a case's file. The door asks this too, for it can't be undone: an open case, a file that is to
 * be kept, no proposal, or somebody who does not decide about it.
 */
export function destructionFault(state: CaseState, village: Village, actor: string, day: string): Fault {
  const fault = keepingFault({ state, village, day })
  if (fault) return fault
  if (!state.destruction?.proposed) return 'not-proposed'
  return !accessReaders(state, village, day).includes(actor) && 'only-head-decides'
}

/** A further person may be told the same answer; another answer needs a reopening first. After the end it is the desk's. */
function answerFault(asked: Asked, data?: Partial<DataOf<'answerDelivered'>>): Fault {
  const { state, roles } = asked
  if (state.status === 'voided') return 'voided'
  if (FINAL.has(state.status) && !roles.has('desk')) return 'case-closed'
  const answered = state.status === 'answered' || (FINAL.has(state.status) && state.answers.length > 0)
  if (!answered) return !isApproved(asked, data?.text) && 'approval-first'
  return !!data && data.text !== state.answers.at(-1)?.text && 'already-answered'
}

/** Whether these words may go out: nobody has to approve them, or the draft that says so was approved. */
export function isApproved({ state, village, day }: Asked, text?: string): boolean {
  if (approversOf(state.respondents, village, day).length === 0) return true
  return !!state.draft?.approved && (text === undefined || text === state.draft.text)
}

/** A draft is decided upon by who may, before it has been delivered. */
function approvalFault({ state, actor, village, day }: Asked): Fault {
  const approvers = approversOf(state.respondents, village, day)
  if (approvers.length === 0) return 'approval-not-needed'
  if (!approvers.includes(actor)) return 'not-approver'
  if (state.status === 'answered') return 'already-answered'
  return !state.draft && 'no-such-draft'
}

/** Within some days after the answer (domain.md, Deadlines); a voided number stays void. */
function reopeningFault({ state, village, day }: Asked): Fault {
  if (state.status === 'voided') return 'voided'
  if (state.status === 'reopened') return 'already-reopened'
  if (state.status !== 'answered' && !FINAL.has(state.status)) return 'not-closed'
  const until = reopenUntil(state, village)
  return until !== undefined && day > until && 'reopening-window-over'
}

const hasLine = (state: CaseState, kind: Kind): boolean =>
  state.lines.some((line) => line.entry.kind === kind && !line.retractedBy)
