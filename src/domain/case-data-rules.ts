/** What the data of an act on a case may not say, once its state allows the act (case-rules.ts). */
import { notCompletedFrom } from './deadlines.ts'
import { isApproved, type Asked, type Fault } from './case-rules.ts'
import type { CaseState } from './case-state.ts'
import type { DataOf, Kind } from './entries.ts'
import { canBeChanged, canBeStruck, changed, hides } from './mend.ts'
import { mayName } from './roles.ts'
import { inOffice } from './village.ts'

/** Whether an id names a further complainant whom the officer took down. */
export const isOwnJoining = (state: CaseState, officer: string, id: string | undefined): boolean =>
  state.lines.some(
    ({ entry }) => entry._id === id && entry.kind === 'complainantJoined' && entry.by === officer,
  )

/** What the act's data forbid; they fit the schema already. */
export function dataChecks(asked: Asked, data: DataOf<Kind>): Fault {
  const rule = DATA_RULES[asked.kind] as ((asked: Asked, data: DataOf<Kind>) => Fault) | undefined
  return rule?.(asked, data)
}

const DATA_RULES: { [K in Kind]?: (asked: Asked, data: DataOf<K>) => Fault } = {
  registered: ({ day }, { receivedOn = '', boxOpenedOn = '' }) =>
    (receivedOn > day || boxOpenedOn > day) && 'date-in-future',
  identityGiven: ({ state, actor, roles }, data) =>
    !mayName(roles, data.of, isOwnJoining(state, actor, data.of)) && 'not-your-role',
  verified: ({ state }, data) => state.missing.length > 0 && !data.withoutIdentity && 'identity-incomplete',
  informationRequested: (asked, data) => orderFault(asked, data.from) || past(data.due, asked.day),
  assigned: (asked, data) =>
    assignmentFault(asked, [data.lead, ...data.helpers]) || past(data.due, asked.day),
  involved: (asked, data) => {
    const { assignment } = asked.state
    if (assignment?.lead === data.helper || assignment?.helpers.includes(data.helper))
      return 'already-involved'
    return assignmentFault(asked, [data.helper])
  },
  held: ({ state, day }, data) =>
    state.hold?.waitingFor === data.waitingFor ? 'already-waiting' : past(data.until, day),
  referred: ({ day }, data) => past(data.replyBy, day),
  agencyReminded: ({ state, day }, data) =>
    (!state.referrals.some(({ entry }) => entry === data.referral) && 'no-such-entry') ||
    past(data.replyBy, day),
  answerApproved: ({ state }, data) => state.draft?.entry !== data.draft && 'draft-replaced',
  answerReturned: ({ state }, data) => state.draft?.entry !== data.draft && 'draft-replaced',
  note: ({ roles }, data) => !!data.meeting && !roles.has('desk') && 'not-your-role',
  answerDelivered: ({ day }, data) => data.on > day && 'date-in-future',
  closed: closingFault,
  merged: ({ state }, data) => data.into === state.id && 'merge-into-itself',
  corrected: (asked, data) => mendFault(asked, data.entry, data),
  retracted: (asked, data) => mendFault(asked, data.entry),
}

const past = (date: string | undefined, day: string): Fault =>
  date !== undefined && date < day && 'due-in-past'

function assignmentFault({ state, village, day }: Asked, officers: readonly string[]): Fault {
  if (officers.some((officer) => state.respondents.includes(officer))) return 'assignee-is-respondent'
  return officers.some((officer) => !inOffice(village, officer, day)) && 'assignee-not-in-office'
}

/** Who is told to ask must be able to know whom. */
function orderFault(asked: Asked, officer: string | undefined): Fault {
  if (officer === undefined) return false
  return asked.state.confidential ? 'identity-hidden' : assignmentFault(asked, [officer])
}

const WITHOUT_ANSWER: ReadonlySet<string> = new Set([
  'withdrawn',
  'notCompleted',
  'merged',
  'outOfJurisdiction',
])

function closingFault({ state, village, day }: Asked, { outcome }: DataOf<'closed'>): Fault {
  if (!WITHOUT_ANSWER.has(outcome)) return state.status !== 'answered' && 'answer-first'
  if (outcome !== 'notCompleted') return false
  if (state.status !== 'incomplete' && state.status !== 'waitingComplainant') return 'not-incomplete'
  const from = notCompletedFrom(state, village)
  return from !== undefined && day < from && 'too-early'
}

/** Authors mend their own entries, the desk everyone's; what was revealed stays for the desk to decide. */
function mendFault(asked: Asked, id: string, correction?: DataOf<'corrected'>): Fault {
  const { state, actor, roles } = asked
  const target = state.lines.find((line) => line.entry._id === id)
  if (!target) return 'no-such-entry'
  if (target.entry.by !== actor && !roles.has('desk')) return 'not-yours-to-mend'
  if (!correction && !roles.has('desk') && hides(target.entry)) return 'only-desk-reveals'
  if (!correction) return (!!target.retractedBy || !canBeStruck(target.entry.kind)) && 'cannot-be-mended'
  if (correction.changes.confidential === false && !roles.has('desk')) return 'only-desk-reveals'
  if (target.retractedBy || !canBeChanged(target.entry.kind)) return 'cannot-be-mended'
  if (!changed(target, correction.changes)) return 'cannot-be-mended'
  const rewords = target.entry.kind === 'answerDelivered' && 'text' in correction.changes
  return rewords && !isApproved(asked, String(correction.changes.text)) && 'approval-first'
}
