/** What the fold of a case's journal yields. Plain data: it can be stored and compared. */
import type { Entry, ForeignEntry } from './entries.ts'
import type { IdentityFlags, Outcome, SlipBox } from './kinds/fields.ts'
import type { DataOf } from './entries.ts'

export const STATUSES = [
  'new', // Baru
  'incomplete', // Belum lengkap
  'assigned', // Didisposisikan
  'inProgress', // Diproses
  'waitingAgency', // Menunggu instansi
  'waitingComplainant', // Menunggu pengadu
  'answered', // Dijawab
  'closed', // Selesai
  'outOfJurisdiction', // Bukan wewenang
  'merged', // Digabung
  'withdrawn', // Dicabut
  'voided', // Dibatalkan
  'reopened', // Dibuka kembali
  'notComplaint', // Bukan aduan
] as const
export type Status = (typeof STATUSES)[number]

/** The end of the road: only a reopening leads on. */
export const FINAL: ReadonlySet<Status> = new Set([
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'notComplaint',
])

/** Acts that contradict others, came late or come from a newer version are kept and said aloud. */
export interface Remark {
  entry: string
  why:
    | 'late' // the author no longer held the case, the office, or the phone
    | 'afterEnd' // an act on a case that had ended
    | 'secondAnswer'
    | 'secondClosing'
    | 'concurrentAssignment' // two assignments written without knowing of each other: the later in key order counts
    | 'concurrentClassification' // two of the desk classify it differently: the later in key order counts
    | 'concurrentReopening' // closed and reopened without knowing of each other: the later in key order counts
    | 'notAssignee' // accepted or returned by someone who did not hold it then
    | 'afterBooking' // called no complaint although it stands in the book
    | 'newerKind'
    | 'noTarget' // corrects or retracts an entry that is not here (yet), or that cannot be mended so
  /** The entry that it contradicts. */
  against?: string
  /** What settled it: the desk's word, or a later decision made in knowledge of both. */
  settledBy?: string
}

export interface Identity {
  name?: string
  address?: string
  phone?: string
  behalfOf?: string
}

export interface Assignment {
  entry: string
  lead: string
  helpers: string[]
  boxes?: SlipBox[]
  instruction?: string
  due?: string
  by: string
  at: string
  acceptedBy?: string
  acceptedAt?: string
}

export interface Answer {
  entry: string
  text: string
  by: string
  means: DataOf<'answerDelivered'>['by']
  on: string
  /** The joining or naming entry of who was told; the complainant where there is none. */
  of?: string
}

/** The draft of the answer that is being written. */
export interface AnswerDraft {
  entry: string
  text: string
  by: string
  on: string
  approved?: { by: string; on: string }
  returned?: { by: string; on: string; reason: string }
}

/** *Pihak terkait*. */
export type Party = DataOf<'partyNamed'> & { entry: string; on: string }

export interface Referral {
  entry: string
  agency: string
  asked: string
  letterNumber?: string
  letterOn?: string
  on: string
  /** The day by which a reply is expected. */
  replyBy?: string
  remindedOn?: string
  repliedOn?: string
}

/** An officer in the field is told to ask the complainant for something. */
export interface Order {
  entry: string
  by: string
  to: string
  what: string
  /** The day (WIB) on which it was given. */
  on: string
  due?: string
}

/** The case came to an end that day (WIB), with that status; without one it was reopened. */
export interface Turn {
  on: string
  end?: Status
}

/** One line of the thread: the entry with what was later said of it. */
export interface Line {
  entry: Entry | ForeignEntry
  /** Struck through by this `retracted` entry. */
  retractedBy?: string
  /** `data` after corrections; the ids of the `corrected` entries. */
  correctedBy?: string[]
  data: Record<string, unknown>
}

export interface CaseState {
  id: string
  /** The `registered` data after corrections; undefined while that entry has not come. */
  facts?: DataOf<'registered'>
  capturedBy?: string
  /** Day of *tanggal terima* (WIB). */
  receivedOn?: string
  /** The server's day of arrival, once stamped (*tanggal register*). */
  registeredOn?: string
  number?: string
  /** It came by the public form, and nobody has taken it into the book: the desk alone sees it. */
  toBook: boolean
  status: Status
  /** Identity fields still unknown, unless waived by `verified.withoutIdentity`. */
  missing: (keyof IdentityFlags | 'subject')[]
  verified: boolean
  /** The day (WIB) on which the desk marked it incomplete, while that stands. */
  incompleteSince?: string
  /** The day (WIB) of the last reopening. */
  reopenedOn?: string
  identity: Identity
  /** Further complainants: the joining entry's id → their identity (as far as it may be seen). */
  joined: Record<string, Identity>
  confidential: boolean
  respondents: string[]
  classification?: DataOf<'classified'>
  category: string
  urgent: boolean
  assignment?: Assignment
  /** Everyone who was ever lead or helper, by assignments since mended too. */
  everAssigned: string[]
  /** The reason of the last return, while nobody has been assigned since. */
  returned?: { by: string; reason: string }
  /** Requests to the desk to reach the complainant, that nobody has met yet. */
  relays: { entry: string; by: string; what: string }[]
  /** Orders to officers to ask for what is missing, that nobody has met yet. */
  orders: Order[]
  /** The next step that the last follow-up names, and its day. */
  next?: { on: string; text?: string }
  /** Who decided last that it needs no meeting. */
  noMeeting?: { by: string; on: string }
  hold?: { waitingFor: 'complainant' | 'agency'; since: string; until?: string }
  /** Closed spans in which the clock stood still for an agency (WIB days, from inclusive, to exclusive). */
  pauses: { from: string; to: string }[]
  referrals: Referral[]
  /** Since the last reopening. */
  draft?: AnswerDraft
  answers: Answer[]
  /** The answer that stands: its first day, and who has been told, by the entry that names them ('': the complainant). */
  answer?: { on: string; told: Record<string, string> }
  reaction?: { satisfied: boolean; text?: string; on: string }
  parties: Party[]
  /** Who got a receipt or news, as in `answer.told`, and on which day; after an end, since it. */
  news: Record<string, string>
  outcome?: Outcome
  /** The day (WIB) on which it reached a final status. */
  endedOn?: string
  mergedInto?: string
  /** Whether its destruction was proposed and decided, and by whom. */
  destruction?: {
    proposed?: { entry: string; by: string; on: string; reason: string }
    decided?: { entry: string; by: string; on: string; decision: string }
  }
  /** Its ends and reopenings, in the order of the journal. */
  turns: Turn[]
  /** officer → highest counter they have opened. */
  opened: Record<string, number>
  /** The moment of the last act other than `opened`. */
  lastActAt?: string
  remarks: Remark[]
  lines: Line[]
}
