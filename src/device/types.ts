/** The words that the device room and its users share. */
import type { Entry, ForeignEntry, NewEntry } from '../domain/entries.ts'
import type { Attachment } from '../domain/kinds/fields.ts'
import type { Wait } from '../domain/pin.ts'

export type AnyEntry = Entry | ForeignEntry

/** One officer enrolled on this browser. */
export interface Account {
  officer: string
  device: string
  village: string
  name: string
  enrolledAt: string
  /** Set once the databases were made: where they are new again later, the browser threw them away. */
  hadData?: boolean
}

/** An officer's PIN on this browser. It never leaves it. Bytes as base64. */
export interface Pin {
  salt: string
  /** PBKDF2 of the digits, in so many rounds. */
  hash: string
  rounds: number
  /** After how many idle minutes it is asked for. */
  idle: number
  /** Wrong ones in a row, and what they make wait. */
  wrong: number
  wait: Wait
}

/** An entry that the centre refused for good: kept here until it is mended or put aside. */
export interface Refused {
  id: string
  /** The refusal's machine code; its sentence stands in src/text. */
  code: string
  entry: Entry
  refusedAt: string
}

/** Something half written: it survives the app being killed in mid-word. */
export interface Draft<T = unknown> {
  id: string
  kind: string
  /** The journal it is about, where it is about one. */
  about?: string
  data: T
  updatedAt: string
}

/** An own entry that the centre has not confirmed yet. */
export interface Waiting {
  id: string
  journal: string
  kind: string
  at: string
  /** Why the centre can't judge it yet, where it has said so: a machine code. It is offered again and again. */
  doubt?: string
}

/** Up to where a phone holds everything of its officer's mailbox. */
export interface Watermark {
  device: string
  /** Everything of its mailbox that arrived up to this order (µs) is on the phone … */
  order: number
  /** … as the phone said at this moment. */
  at: string
  /** Journals of which older entries are still on their way to it. */
  without?: string[]
}

export type Watermarks = Record<string, Watermark[]>

/** Told to the office while a restored centre gets back from phones what it lost. */
export interface Restored {
  /** When it was restored; `null` where that is longer ago than a week. */
  at: string | null
  /** No register number is given until somebody says which was the last. */
  numbersWait: boolean
  /** Complaints of the website may be lost: since then, where that is known. */
  formsLost?: { from: string | null }
}

export type SyncProblem =
  | 'no-session' // the centre does not know this phone (any more)
  | 'retired'
  | 'lost'
  | 'server' // it answers, but cannot do it now: tried again by itself

export interface SyncStatus {
  /** Whether the last request reached the centre (and the phone does not say that it is offline). */
  online: boolean
  running: boolean
  lastContact?: string
  /** When the centre made its last backup; `null` where it never did, undefined where it has not told. */
  backup?: string | null
  restored?: Restored
  problem?: SyncProblem
  /** While files go to the centre: so many of so many have gone ("2 dari 5 foto"). */
  sending?: { done: number; of: number }
}

/** A file made ready for an entry: the attachment goes into the entry, the blob stays here until the centre has it. */
export interface Prepared {
  /** `hash`: the SHA-256 of the blob's bytes, in hexadecimal. */
  attachment: Attachment
  blob: Blob
}

export type Fetched = { ok: true; blob: Blob } | { ok: false; why: 'offline' | 'not-yet' | 'gone' }

/** How many files are where. Sizes in bytes. */
export interface MediaState {
  /** Named by an own entry, and not at the centre yet. */
  unsent: number
  unsentBytes: number
  /** Here although the centre has them too: they make room where it gets narrow. */
  kept: number
  keptBytes: number
  /** Named by an own entry, and refused by the centre for good. */
  refused: number
}

/** `unsent`: here, and an own entry names it, but the centre has not got it yet. */
export type Whereabouts = 'here' | 'unsent' | 'away'

/** The files of own entries that stand in the way of leaving. */
export interface HeldFiles {
  unsent: number
  /** When the oldest of them came (ISO). */
  oldest?: string
  refused: number
}

/** A file that the centre refused for good. */
export interface RefusedFile {
  hash: string
  entries: string[]
  /** A machine code. */
  why: string
}

/**
 * How *Kirim sekarang* ended. `refused`: some of it, for good. `partly`: some entries wait still. `files`: all text has
 * gone, and photos follow. `retired`: what is here is taken, and nothing comes.
 */
export type SendResult =
  'sent' | 'nothing' | 'offline' | 'refused' | 'partly' | 'files' | 'server' | 'no-session' | 'retired'

/** An entry to write, or what makes it of those written before it in the same call: it may name their ids. */
export type ToWrite = NewEntry | ((before: readonly Entry[]) => NewEntry)

export type Appended =
  { ok: true; entries: Entry[] } | { ok: false; why: 'invalid' | 'too-large' | 'full-disk'; path?: string }

/** What changed on the phone, in this tab or another. `all` stands for every journal. */
export interface DeviceEvent {
  journals?: string[] | 'all'
  own?: boolean
  drafts?: boolean
  /** A file was kept, sent, fetched or erased. */
  media?: boolean
  /** The centre told anew what has reached whom, its clock, its backup. */
  contact?: boolean
  /** Whether the officer wants to be called has changed. */
  calls?: boolean
  status?: SyncStatus
  /** The centre has declared the phone lost, and everything of this officer is gone. */
  wiped?: boolean
}

export type { Entry, ForeignEntry, NewEntry }
