/** What lists need of a meeting: small, for it is kept of every one. */
import { counterOf } from './ids.ts'
import type { MeetingState } from './meeting.ts'

/** A decision as lists show it. */
export interface DecisionBrief {
  text: string
  /** Who is to do it: an officer, or somebody else by name. */
  officer?: string
  who?: string
  due?: string
  doneAt?: string
}

export interface MeetingSummary {
  id: string
  title: string
  place: string
  startsAt: string
  cases: string[]
  officers: string[]
  calledBy: string
  cancelled: boolean
  /** Minutes were taken. */
  held: boolean
  /** Decisions that nobody has reported done, with who is to do them. */
  open: DecisionBrief[]
  /** Decisions that were carried out, where there are any. */
  done?: DecisionBrief[]
  lastActAt?: string
  lastCounter: number
  lastBy?: string
  opened: Record<string, number>
}

/** The summary of a meeting; undefined while its call has not come. */
export function summariseMeeting(state: MeetingState): MeetingSummary | undefined {
  const { called } = state
  if (!called) return undefined
  const last = state.lines.findLast(({ entry }) => entry.kind !== 'opened')
  const done = state.decisions.filter(({ doneAt }) => doneAt).map(decisionBrief)
  return {
    id: state.id,
    title: called.title,
    place: called.place,
    startsAt: called.startsAt,
    cases: state.cases,
    officers: state.officers,
    calledBy: state.calledBy ?? '',
    cancelled: state.cancelled !== undefined,
    held: state.minutes.length > 0,
    open: state.decisions.filter(({ doneAt }) => !doneAt).map(decisionBrief),
    ...(done.length ? { done } : {}),
    lastActAt: state.lastActAt,
    lastCounter: last ? counterOf(last.entry._id) : 0,
    lastBy: last?.entry.by,
    opened: state.opened,
  }
}

const decisionBrief = ({
  text,
  officer,
  who,
  due,
  doneAt,
}: MeetingState['decisions'][number]): DecisionBrief => ({
  text,
  officer,
  due,
  ...(who ? { who } : {}),
  ...(doneAt ? { doneAt } : {}),
})
