/** What a half-written complaint becomes when its complainant joins another one. */
import type { DataOf } from '../../../domain/entries.ts'
import { attached } from '../../media/attached.ts'
import { similar } from '../../../text/similar.ts'
import { t } from '../../../text/index.ts'
import { OTHER_PLACE, type CaptureDraft } from './model.ts'
import { flagsOf } from './written.ts'

/** As much as the note of a joining holds. */
const NOTE = 1_000

/** Only what every holder of the other complaint may know joins it: no hidden identity, no officer complained about. */
export const mayJoin = (draft: CaptureDraft): boolean => !draft.confidential && draft.accused !== 'officer'

/** The joining, with what this complainant said in its note; undefined where that is too long for one. */
export function joiningOf(draft: CaptureDraft, code: string): DataOf<'complainantJoined'> | undefined {
  const said = [
    draft.urgent && similar.urgent,
    draft.receivedOn && similar.received(t.format.date(draft.receivedOn)),
    draft.paperNumber.trim() && similar.paper(draft.paperNumber.trim()),
    draft.subject,
    draft.detail,
    draft.description,
    draft.rest,
    draft.eventTime,
    draft.hope,
  ]
  const note = said
    .map((part) => String(part || '').trim())
    .filter(Boolean)
    .join('\n')
  if (note.length > NOTE) return undefined
  const noted = note ? { note } : {}
  return { code, identity: flagsOf(draft), channel: draft.channel, ...noted, ...attached(draft.attachments) }
}

/** What is compared with the complaints that are there. */
export const soughtIn = ({ category, dusun, subject, description }: CaptureDraft) => ({
  category,
  dusun: dusun === OTHER_PLACE ? undefined : dusun.trim() || undefined,
  text: `${subject} ${description}`,
})
