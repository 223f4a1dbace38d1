/** What an officer may do in a meeting now. The probes carry the least data that fit. */
import type { MeetingView } from '../../../state/meeting.svelte.ts'

export const mayTakeMinutes = (view: MeetingView): boolean =>
  view.verdict('minutesTaken', { officers: [], residents: [], discussion: '-', decisions: [] }).ok

export const mayCancel = (view: MeetingView): boolean => view.verdict('meetingCancelled', { reason: '-' }).ok

export const mayFinish = (view: MeetingView, decision: string): boolean =>
  view.verdict('decisionDone', { decision }).ok

export const minutesDraftId = (meeting: string): string => `notulen:${meeting}`

/** The entry that called the meeting. */
export const callOf = (view: MeetingView): string | undefined =>
  view.state?.lines.find(({ entry }) => entry.kind === 'meetingCalled')?.entry._id

/** Whether its day, hour and place may be changed: while nothing was written of it, and it was not called off. */
export function mayMove(view: MeetingView): boolean {
  const entry = callOf(view)
  if (!entry || view.state!.cancelled || view.state!.minutes.length) return false
  return view.verdict('corrected', { entry, changes: { place: '-' }, reason: '-' }).ok
}
