/** A meeting is a journal of its own, linked to one or more cases. */
import { deskExcept } from './audience.ts'
import type { CaseState, Line, Remark } from './case-state.ts'
import { isCurrent, timeOf, unionById, type DataOf, type Entry, type ForeignEntry } from './entries.ts'
import { namesSomebody } from './hamlet.ts'
import { CENTRE } from './ids.ts'
import type { Brief } from './kinds/meeting.ts'
import { mend } from './mend.ts'
import { inOffice, type Village } from './village.ts'

export interface Decision {
  id: string
  text: string
  /** Who sees to it: an officer, or somebody else by name. */
  officer?: string
  who?: string
  due?: string
  /** The `minutesTaken` entry it stands in. */
  entry: string
  doneBy?: string
  doneAt?: string
}

export type Minutes = DataOf<'minutesTaken'> & { entry: string; by: string; at: string }

export interface MeetingState {
  id: string
  called?: DataOf<'meetingCalled'>
  calledBy?: string
  cancelled?: { by: string; reason: string }
  minutes: Minutes[]
  decisions: Decision[]
  /** The cases it is about, and those that a correction took off (their respondents stay excluded). */
  cases: string[]
  everCases: string[]
  /** Invited officers, and everyone who ever was. */
  officers: string[]
  everInvited: string[]
  /** officer → highest counter they have opened. */
  opened: Record<string, number>
  lastActAt?: string
  remarks: Remark[]
  lines: Line[]
}

/**
 * What an invitation tells of a case to who does not hold it; undefined while the case is not known. Where the complainant
 * is hidden, or the subject names somebody, the category stands for it: whoever calls may not know the name to look for.
 */
export function briefOf(state: CaseState): Brief | undefined {
  const { id, number, facts, category, confidential } = state
  if (!facts) return undefined
  const { subject, place } = facts
  return {
    case: id,
    ...(number ? { number } : {}),
    subject: confidential || namesSomebody(subject, state) ? category : subject,
    category,
    ...(place.dusun ? { dusun: place.dusun } : {}),
  }
}

/** What a meeting's journal says; order, duplicates and mixed copies do not matter. */
export function foldMeeting(id: string, entries: readonly (Entry | ForeignEntry)[]): MeetingState {
  const { lines, remarks } = mend(unionById(entries.filter((entry) => entry._id.startsWith(`${id}:`))))
  const calls = everCalled(lines)
  const state: MeetingState = {
    id,
    minutes: [],
    decisions: [],
    cases: [],
    everCases: [...new Set(calls.flatMap((data) => data.cases))],
    officers: [],
    everInvited: [...new Set(calls.flatMap((data) => data.officers))],
    opened: {},
    remarks,
    lines,
  }
  for (const line of lines) step(state, line)
  const last = lines.findLast((line) => line.entry.kind !== 'opened')
  if (last) state.lastActAt = timeOf(last.entry)
  return state
}

function step(state: MeetingState, line: Line): void {
  const { entry } = line
  if (entry.arrived?.late) state.remarks.push({ entry: entry._id, why: 'late' })
  if (!isCurrent(entry)) state.remarks.push({ entry: entry._id, why: 'newerKind' })
  else if (!line.retractedBy) apply(state, { ...entry, data: line.data } as Entry)
}

function apply(state: MeetingState, entry: Entry): void {
  if (entry.kind === 'meetingCalled') call(state, entry)
  else if (entry.kind === 'meetingCancelled') state.cancelled ??= { by: entry.by, reason: entry.data.reason }
  else if (entry.kind === 'minutesTaken') takeMinutes(state, entry)
  else if (entry.kind === 'decisionDone') finish(state, entry)
  else if (entry.kind === 'opened') {
    state.opened[entry.by] = Math.max(state.opened[entry.by] ?? 0, entry.data.upTo)
  }
}

function call(state: MeetingState, { data, by }: Entry & { kind: 'meetingCalled' }): void {
  if (state.called) return
  state.called = data
  state.calledBy = by
  state.cases = [...new Set(data.cases)]
  state.officers = [...new Set(data.officers)]
}

/** Minutes of two officers are both kept. */
function takeMinutes(state: MeetingState, entry: Entry & { kind: 'minutesTaken' }): void {
  state.minutes.push({ ...entry.data, entry: entry._id, by: entry.by, at: timeOf(entry) })
  state.decisions.push(...entry.data.decisions.map((decision) => ({ ...decision, entry: entry._id })))
}

function finish(state: MeetingState, entry: Entry & { kind: 'decisionDone' }): void {
  const decision = state.decisions.find((d) => d.id === entry.data.decision && !d.doneAt)
  if (decision) Object.assign(decision, { doneBy: entry.by, doneAt: timeOf(entry) })
}

/** Every call as written and as corrected: what was done under the first is accepted, what it excluded stays so. */
function everCalled(lines: readonly Line[]): DataOf<'meetingCalled'>[] {
  return lines.flatMap(({ entry, data }) =>
    isCurrent(entry) && entry.kind === 'meetingCalled' ? [entry.data, data as typeof entry.data] : [],
  )
}

/**
 * Who may see a meeting (all of its journal) on a day: the desk, who was invited, who called it, who has to
 * carry out a decision, leads and helpers of its cases; no respondent of any of them. While one of its cases is not known, the centre alone.
 */
export function meetingAudience(
  meeting: MeetingState,
  cases: readonly CaseState[],
  village: Village,
  day: string,
): string[] {
  const linked = meeting.everCases.map((id) => cases.find((c) => c.id === id))
  if (!meeting.called || linked.some((c) => !c?.facts)) return [CENTRE]
  const excluded = linked.flatMap((c) => c?.respondents ?? [])
  const teams = cases.filter((c) => meeting.cases.includes(c.id)).map((c) => c.assignment)
  const charged = meeting.decisions.map((decision) => decision.officer)
  const invited = [...meeting.officers, meeting.calledBy, ...charged].filter((o) => o !== undefined)
  const team = teams.flatMap((assignment) => (assignment ? [assignment.lead, ...assignment.helpers] : []))
  const others = [...invited, ...team].filter((o) => inOffice(village, o, day) && !excluded.includes(o))
  return [...new Set([...deskExcept(excluded, village, day), ...others])]
}
