/** What half-written minutes hold, and what is written of them. */
import type { Attachment } from '../../../domain/kinds/fields.ts'
import type { DataOf } from '../../../domain/entries.ts'
import type { MeetingState } from '../../../domain/meeting.ts'
import { attached } from '../../media/attached.ts'
import { namesOf } from './invitation.ts'

export interface DecisionDraft {
  id: string
  text: string
  /** '' somebody else, or not said. */
  officer: string
  who: string
  due: string
}

export interface MinutesDraft {
  officers: string[]
  /** One name a line. */
  residents: string
  headCount: string
  discussion: string
  decisions: DecisionDraft[]
  attachments?: Attachment[]
}

/** Starts with whoever was invited, and who called them: who did not come is unticked. */
export const minutesStart = (meeting: MeetingState): MinutesDraft => ({
  officers: invitedTo(meeting),
  residents: (meeting.called?.residents ?? []).join('\n'),
  headCount: '',
  discussion: '',
  decisions: [],
})

const invitedTo = ({ called, calledBy }: MeetingState): string[] => [
  ...new Set([...(calledBy ? [calledBy] : []), ...(called?.officers ?? [])]),
]

/** A decision's id has to be unique within the meeting, whoever else takes minutes at the same time. */
export const newDecision = (): DecisionDraft => ({
  id: crypto.randomUUID().slice(0, 18),
  text: '',
  officer: '',
  who: '',
  due: '',
})

export const headCountIsWrong = (draft: MinutesDraft): boolean =>
  !!draft.headCount.trim() && !/^\d{1,5}$/.test(draft.headCount.trim())

export function minutesOf(draft: MinutesDraft): DataOf<'minutesTaken'> {
  const count = draft.headCount.trim()
  return {
    officers: draft.officers,
    residents: namesOf(draft.residents),
    headCount: count ? Number(count) : undefined,
    discussion: draft.discussion.trim(),
    decisions: draft.decisions
      .filter(({ text }) => text.trim())
      .map(({ id, text, officer, who, due }) => ({
        id,
        text: text.trim(),
        officer: officer || undefined,
        who: officer ? undefined : who.trim() || undefined,
        due: due || undefined,
      })),
    ...attached(draft.attachments),
  }
}
