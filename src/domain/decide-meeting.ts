/** Who may do what in the journal of a meeting. */
import { deskExcept, holdersOf } from './audience.ts'
import type { CaseState } from './case-state.ts'
import { FINAL } from './case-state.ts'
import { faultIn, type DataOf } from './entries.ts'
import type { MeetingState } from './meeting.ts'
import { canBeChanged, canBeStruck, changed } from './mend.ts'
import { firstOf, refuse, type Act, type Refusal, type Verdict } from './refusals.ts'
import { inOffice, type Village } from './village.ts'

interface Asked {
  actor: string
  meeting: MeetingState
  cases: readonly CaseState[]
  village: Village
  day: string
}

type Fault = Refusal | false | undefined

/**
 * Whether an officer may do an act in a meeting's journal today. `cases`: its cases, as far as the actor holds them;
 * calling a meeting about a case needs that case.
 */
export function decideMeeting(
  act: Act,
  actor: string,
  meeting: MeetingState,
  village: Village,
  day: string,
  cases: readonly CaseState[] = [],
): Verdict {
  if (!inOffice(village, actor, day)) return refuse('term-ended')
  if (faultIn(act.kind, act.data) !== undefined) return refuse('invalid')
  const asked = { actor, meeting, cases, village, day }
  if (act.kind === 'meetingCalled')
    return firstOf(() => callFault(asked, act.data as DataOf<'meetingCalled'>))
  if (!meeting.called) return refuse('not-called')
  return firstOf(
    () => !takesPart(asked) && 'not-your-case',
    () => actFault(asked, act),
  )
}

function callFault(asked: Asked, data: DataOf<'meetingCalled'>): Fault {
  const { actor, meeting, village, day } = asked
  if (meeting.called) return 'exists-already'
  const cases = data.cases.map((id) => asked.cases.find((c) => c.id === id))
  for (const linked of cases) {
    if (!linked?.facts) return 'unknown-case'
    if (linked.respondents.includes(actor)) return 'respondent'
    if (!holdersOf(linked, village, day).full.includes(actor)) return 'not-your-case'
    if (FINAL.has(linked.status)) return 'case-closed'
    if (data.officers.some((o) => linked.respondents.includes(o))) return 'invitee-is-respondent'
  }
  return data.officers.some((o) => !inOffice(village, o, day)) && 'invitee-not-in-office'
}

function actFault(asked: Asked, act: Act): Fault {
  const { meeting, actor } = asked
  const leads = isDesk(asked) || meeting.calledBy === actor
  switch (act.kind) {
    case 'meetingCancelled':
      if (!leads) return 'not-your-role'
      if (meeting.minutes.length > 0) return 'meeting-held'
      return meeting.cancelled && 'meeting-cancelled'
    case 'minutesTaken':
      return meeting.cancelled && 'meeting-cancelled'
    case 'decisionDone':
      return decisionFault(asked, (act.data as DataOf<'decisionDone'>).decision, leads)
    case 'corrected':
    case 'retracted':
      return mendFault(asked, act)
    case 'note':
    case 'opened':
      return undefined
    default:
      return 'not-your-role'
  }
}

function decisionFault({ meeting, actor }: Asked, id: string, leads: boolean): Fault {
  const decision = meeting.decisions.find((d) => d.id === id)
  if (!decision) return 'no-such-decision'
  if (decision.doneAt) return 'decision-done'
  return !leads && decision.officer !== actor && 'not-your-role'
}

function mendFault(asked: Asked, act: Act): Fault {
  const data = act.data as DataOf<'corrected'>
  const target = asked.meeting.lines.find((line) => line.entry._id === data.entry)
  if (!target) return 'no-such-entry'
  if (target.entry.by !== asked.actor && !isDesk(asked)) return 'not-yours-to-mend'
  const { kind } = target.entry
  const mendable = act.kind === 'retracted' ? canBeStruck(kind) : canBeChanged(kind)
  if (!mendable || target.retractedBy) return 'cannot-be-mended'
  return act.kind === 'corrected' && !changed(target, data.changes) && 'cannot-be-mended'
}

/** Desk work on a meeting is the desk's work on all of its cases. */
function isDesk({ actor, cases, village, day }: Asked): boolean {
  const excluded = cases.flatMap((c) => c.respondents)
  return deskExcept(excluded, village, day).includes(actor)
}

/** Whoever has the meeting before them takes part: the centre sends it to nobody else. */
function takesPart({ actor, cases }: Asked): boolean {
  return !cases.some((c) => c.respondents.includes(actor))
}
