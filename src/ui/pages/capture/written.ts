/** What is written of a half-written complaint: the visible entry, the secret one with the identity, and notes. */
import type { Identity } from '../../../domain/case-state.ts'
import type { IdentityFlags } from '../../../domain/kinds/fields.ts'
import { parsePhone } from '../../../domain/phone.ts'
import { chunks } from '../../../domain/proposal.ts'
import type { Registration } from '../../../state/capture.svelte.ts'
import { reportedBy } from '../../acts/reported.ts'
import { attached } from '../../media/attached.ts'
import { OTHER_PLACE, type CaptureDraft } from './model.ts'

const text = (value: string): string | undefined => value.trim() || undefined

/** The identity that goes into the secret entry. A phone number that cannot be read is left out. */
export function identityOf(draft: CaptureDraft): Identity {
  const { unknown } = draft
  return {
    name: unknown.name ? undefined : text(draft.name),
    address: unknown.address ? undefined : text(draft.address),
    phone: unknown.phone ? undefined : parsePhone(draft.phone),
    behalfOf: draft.onBehalf ? text(draft.behalfOf) : undefined,
  }
}

/** Which of the three fields are known; all that others may see of the identity. */
export function flagsOf(draft: CaptureDraft): IdentityFlags {
  const { name, address, phone } = identityOf(draft)
  const flag = (value: string | undefined) => (value ? 'given' : 'unknown')
  return { name: flag(name), address: flag(address), phone: flag(phone) }
}

/** Identity fields that will be missing: the complaint is saved as *Belum lengkap*. */
export function missingIn(draft: CaptureDraft): (keyof IdentityFlags)[] {
  const flags = flagsOf(draft)
  return (['name', 'address', 'phone'] as const).filter((field) => flags[field] === 'unknown')
}

/** The visible entry. */
export function registrationOf(draft: CaptureDraft): Registration {
  const inBox = draft.channel === 'box'
  return {
    channel: draft.channel,
    via: draft.via || undefined,
    identity: flagsOf(draft),
    confidential: draft.confidential,
    onBehalf: draft.onBehalf || undefined,
    outsider: draft.outsider || undefined,
    category: draft.category,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    place: {
      dusun: draft.dusun === OTHER_PLACE ? undefined : text(draft.dusun),
      rw: text(draft.rw),
      rt: text(draft.rt),
      detail: text(draft.detail),
      gps: draft.gps,
    },
    eventTime: text(draft.eventTime),
    respondents: draft.accused === 'officer' ? [...draft.respondents] : [],
    urgent: draft.urgent,
    hope: text(draft.hope),
    answerBy: draft.answerBy || undefined,
    receivedOn: text(draft.receivedOn),
    boxOpenedOn: inBox ? text(draft.boxOpenedOn) : undefined,
    paperNumber: text(draft.paperNumber),
    ...originalOf(draft),
    ...reportedBy(draft),
    ...attached(draft.attachments),
  }
}

/**
 * When the message was sent, and its words where the description says something else by now. Never who sent it: that is
 * the identity's to say. With a hidden identity what was taken out of the words stays out.
 */
function originalOf({
  shared,
  sentAt,
  description,
  confidential,
}: CaptureDraft): Pick<Registration, 'original'> {
  const [said] = chunks(shared?.said ?? '')
  const isChanged = !confidential && said && !description.includes(said)
  if (!sentAt && !isChanged) return {}
  return { original: { ...(sentAt ? { at: sentAt } : {}), ...(isChanged ? { text: said } : {}) } }
}

/** What of a long message the description has no room for, as notes. */
export const notesOf = ({ rest = '' }: CaptureDraft): string[] =>
  chunks(rest)
    .map((note) => note.trim())
    .filter(Boolean)
