/** What a half-written complaint holds. Empty text means: not (yet) known. What is written of it: written.ts. */
import type { DataOf } from '../../../domain/entries.ts'
import type { Attachment, Channel, Place } from '../../../domain/kinds/fields.ts'
import type { Proposal } from '../../../domain/proposal.ts'
import type { Reporting } from '../../acts/reported.ts'

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
