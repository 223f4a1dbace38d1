/** What an officer may do in a meeting now. The probes carry the least data that fit. */
import type { MeetingView } from '../../../state/meeting.svelte.ts'

export const mayTakeMinutes = (view: MeetingView): boolean =>
  view.verdict('minutesTaken', { officers: [], residents: [], discussion: '-', decisions: [] }).ok

export const mayCancel = (view: MeetingView): boolean => view.verdict('meetingCancelled', { reason: '-' }).ok

export const mayFinish = (view: MeetingView, decision: string): boolean =>
  view.verdict('decisionDone', { decision }).ok

export const minutesDraftId = (meeting: string): string => `notulen:${meeting}`
