/** What the office hears of phones: *Keadaan HP*, what lost ones have sent, rescue files. */

/** One line of *Keadaan HP*. Times ISO, sizes in bytes. */
export interface PhoneRow {
  device: string
  officer: string
  label?: string
  lastContact?: string
  unsent?: number
  /** Photos and recordings that it has not sent. */
  files?: number
  oldestUnsent?: string
  refused?: number
  freeBytes?: number
  version?: string
  state: 'active' | 'retired' | 'lost'
  /** Entries of a lost phone that wait for a person. */
  waiting?: number
  /** What was half typed on it and waits at the centre for another phone of its officer: until that day. */
  drafts?: { count: number; until: string }
  /** Who decided last about such entries, and what became of them. */
  decided?: { by: string; at: string; taken: number; thrown: number }
}

/** One entry that a lost phone has sent. */
export interface HeldRow {
  key: string
  id: string
  kind?: string
  journal?: string
  at?: string
  says?: string
}

/** `hidden`: so many more, that this officer may not see. */
export interface HeldView {
  rows: HeldRow[]
  hidden: number
}

export type RescueFile =
  | {
      ok: true
      text: string
      entries: number
      /** Photos, voice notes and signatures in it, and those that found no room. */
      files: number
      leftOut: number
      /** What was half typed. */
      drafts: number
      at: string
    }
  /** `no-key`: this phone has never heard the village's key. `nothing`: all is at the centre. */
  | { ok: false; why: 'no-key' | 'nothing' }

/** What became of one entry of a rescue file. `held`: of a lost phone, it waits for a person. */
export interface Rescued {
  id: string
  kind?: string
  at?: string
  fate: 'accepted' | 'known' | 'refused' | 'waits' | 'held'
  why?: string
}

export interface RescueReport {
  officer: string
  device: string
  /** When the file was made. */
  at: string
  entries: Rescued[]
  /** Photos and the like: how many of all in the file the centre has now. */
  files: { stored: number; all: number }
  /** How many drafts wait for another phone of the officer now. */
  drafts: number
}
