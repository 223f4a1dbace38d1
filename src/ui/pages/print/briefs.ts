/** What paper says of a meeting's cases to everybody who was invited: as the invitation tells it, never who complained. */
import type { MeetingState } from '../../../domain/meeting.ts'

export function briefsOf({ called, cases }: MeetingState): string[] {
  const briefs = new Map(called?.briefs?.map((brief) => [brief.case, brief]))
  return cases.flatMap((id) => {
    const brief = briefs.get(id)
    if (!brief) return []
    return [[brief.number, brief.subject, brief.dusun].filter(Boolean).join(' · ')]
  })
}
