/** What meetings ask of an officer: to come, and to do what was decided. */
import type { MeetingSummary } from '../../../domain/meeting-summary.ts'
import { dayOf } from '../../../domain/time.ts'

export interface Appointment {
  key: string
  meeting: MeetingSummary
  /** What was decided and is to be carried out; otherwise it is the meeting itself. */
  decision?: string
  /** The day (WIB) it is due, where one is set. */
  on?: string
}

/** Coming meetings and open decisions of an officer, by day; what has no day comes last. */
export function appointments(meetings: readonly MeetingSummary[], me: string, day: string): Appointment[] {
  const coming = meetings
    .filter((one) => isComing(one, me, day))
    .map((meeting) => ({
      key: meeting.id,
      meeting,
      on: dayOf(meeting.startsAt),
    }))
  const decided = meetings.flatMap((meeting) =>
    meeting.open
      .filter(({ officer }) => officer === me)
      .map(({ text, due }, index) => ({ key: `${meeting.id} ${index}`, meeting, decision: text, on: due })),
  )
  return [...coming, ...decided].sort((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'))
}

function isComing(one: MeetingSummary, me: string, day: string): boolean {
  if (one.cancelled || one.held || dayOf(one.startsAt) < day) return false
  return one.officers.includes(me) || one.calledBy === me
}
