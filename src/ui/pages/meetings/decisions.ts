/** What meetings have decided, over all of them: late, still to do, done. */
import type { DecisionBrief, MeetingSummary } from '../../../domain/meeting-summary.ts'

export interface DecisionRow extends DecisionBrief {
  key: string
  meeting: MeetingSummary
}

export interface DecisionGroups {
  late: DecisionRow[]
  open: DecisionRow[]
  done: DecisionRow[]
}

const NEVER = '9999'
const byDue = (a: DecisionRow, b: DecisionRow) => ((a.due ?? NEVER) < (b.due ?? NEVER) ? -1 : 1)

/** All decisions as of a day (WIB): the longest late first, what was done last on top. */
export function decisionGroups(meetings: readonly MeetingSummary[], day: string): DecisionGroups {
  const rows = (of: (one: MeetingSummary) => readonly DecisionBrief[] | undefined): DecisionRow[] =>
    meetings.flatMap((meeting) =>
      (of(meeting) ?? []).map((one, index) => ({ ...one, meeting, key: `${meeting.id} ${index}` })),
    )
  const open = rows((one) => one.open).sort(byDue)
  return {
    late: open.filter((one) => isOverdue(one, day)),
    open: open.filter((one) => !isOverdue(one, day)),
    done: rows((one) => one.done).sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? 1 : -1)),
  }
}

/** Decided to be done by a day that is over. */
export const isOverdue = ({ due, doneAt }: DecisionBrief, day: string): boolean =>
  !doneAt && due !== undefined && due < day

/** How many are late. */
export const overdueIn = (meetings: readonly MeetingSummary[], day: string): number =>
  meetings.reduce((sum, { open }) => sum + open.filter((one) => isOverdue(one, day)).length, 0)
