/** What a half-written complaint holds, and what is written of it. Empty text means: not (yet) known. */
import type { Identity } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import type { Attachment, Channel, IdentityFlags, Place } from '../../../domain/kinds/fields.ts'
import { parsePhone } from '../../../domain/phone.ts'
import { chunks, type Proposal } from '../../../domain/proposal.ts'
import type { Registration } from '../../../state/capture.svelte.ts'
import { lacksReporter, reportedBy, type Reporting } from '../../acts/reported.ts'
import { attached } from '../../media/attached.ts'

type AnswerBy = NonNullable<DataOf<'registered'>['answerBy']>

export interface CaptureDraft {
  step: number
  channel: Channel
  boxOpenedOn: string
  receivedOn: string
  paperNumber: string
  via: '' | 'rtRw' | 'family'
  name: string
  address: string
  phone: string
  /** *Tidak tahu*: asked, and not to be had. */
  unknown: { name: boolean; address: boolean; phone: boolean }
  onBehalf: boolean
  behalfOf: string
  outsider: boolean
  confidential: boolean
  /** '' not chosen yet; `*` another place, or not known. */
  dusun: string
  rw: string
  rt: string
  detail: string
  category: string
  subject: string
  description: string
  eventTime: string
  urgent: boolean
  /** '' not answered yet. */
  accused: '' | 'none' | 'officer'
  respondents: string[]
  hope: string
  answerBy: AnswerBy | ''
  /** Like ones that were offered and are another matter: *Tetap baru*. Drafts of older versions have none. */
  notSame?: string[]
  gps?: Place['gps']
  attachments?: Attachment[]
  /** Another officer received it and has no phone. */
  reported?: Reporting['reported']
  /** A message of another app that it was filled in from. */
  shared?: Shared
  /** When that message was sent (UTC). */
  sentAt?: string
  /** What the description has no room for. */
  rest?: string
}

/** What was proposed, so that each part can be taken back, and files that are not taken in yet. */
export interface Shared extends Omit<Proposal, 'rest'> {
  /** The words of all messages that were put in, one after the other. */
  said: string
  /** The share whose files are still to come into the draft. */
  waits?: string
  /** So many of its files found no room so far. */
  noRoom?: number
  /** Why some of its files could not be taken, a sentence each. */
  faults?: string[]
}

export const OTHER_PLACE = '*'

export const blank = (): CaptureDraft => ({
  step: 0,
  channel: 'faceToFace',
  boxOpenedOn: '',
  receivedOn: '',
  paperNumber: '',
  via: '',
  name: '',
  address: '',
  phone: '',
  unknown: { name: false, address: false, phone: false },
  onBehalf: false,
  behalfOf: '',
  outsider: false,
  confidential: false,
  dusun: '',
  rw: '',
  rt: '',
  detail: '',
  category: '',
  subject: '',
  description: '',
  eventTime: '',
  urgent: false,
  accused: '',
  respondents: [],
  hope: '',
  answerBy: '',
})

/** Door to door: the place and the way it came stay, the person is another. */
export function nextHouse({ dusun, rw, rt, channel }: CaptureDraft): CaptureDraft {
  return { ...blank(), dusun, rw, rt, channel }
}

/** The same person has another complaint. */
export function samePerson(draft: CaptureDraft): CaptureDraft {
  const { name, address, phone, unknown, onBehalf, behalfOf, outsider, confidential, via, answerBy } = draft
  const person = { name, address, phone, unknown, onBehalf, behalfOf, outsider, confidential, via, answerBy }
  return { ...nextHouse(draft), ...person, step: 1 }
}

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

export type PhoneFault = 'letters' | 'short' | 'wrong'

/** The shortest number of a mobile phone here, with its 0. */
const SHORTEST = 10

/** Why a typed number cannot be read; undefined where it can, or where there is none. */
export function phoneFault({ phone, unknown }: CaptureDraft): PhoneFault | undefined {
  if (unknown.phone || !phone.trim() || parsePhone(phone)) return undefined
  if (/\p{L}/u.test(phone)) return 'letters'
  return phone.replace(/\D/g, '').length < SHORTEST ? 'short' : 'wrong'
}

export const phoneIsWrong = (draft: CaptureDraft): boolean => phoneFault(draft) !== undefined

export const rtRwIsWrong = (value: string): boolean => !!value.trim() && !/^\d{1,3}$/.test(value.trim())

export type Lack =
  'boxOpenedOn' | 'receivedOn' | 'reporter' | 'rw' | 'rt' | 'category' | 'subject' | 'description' | 'accused'

/** What keeps the complaint from being saved, in the order of the form. */
export function lacks(draft: CaptureDraft, today: string): Lack[] {
  const faults: Record<Lack, boolean> = {
    boxOpenedOn: draft.channel === 'box' && draft.boxOpenedOn > today,
    receivedOn: draft.receivedOn > today,
    reporter: lacksReporter(draft),
    rw: rtRwIsWrong(draft.rw),
    rt: rtRwIsWrong(draft.rt),
    category: !draft.category,
    accused: !draft.accused || (draft.accused === 'officer' && !draft.respondents.length),
    subject: !text(draft.subject),
    description: !text(draft.description),
  }
  return (Object.keys(faults) as Lack[]).filter((lack) => faults[lack])
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
