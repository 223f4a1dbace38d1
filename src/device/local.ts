/** The officer's raw IndexedDB: register, words, drafts, files, refused entries, and how far each own entry has come. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { HamletCase } from '../domain/hamlet.ts'
import { journalKind } from '../domain/ids.ts'
import type { MeetingSummary } from '../domain/meeting-summary.ts'
import type { CaseSummary } from '../domain/summary.ts'
import type { RescueKey } from '../domain/rescue-key.ts'
import type { Village } from '../domain/village.ts'
import type { Noted } from './access.ts'
import { makeDurable } from './durable.ts'
import type { FileRow, FileState } from './media/row.ts'
import { localName } from './names.ts'
import type { Account, Draft, Refused, Restored, Watermarks } from './types.ts'

/**
 * How far an own entry has come. `confirmed`: the centre has it. `settled`: and the mailbox alone decides whether it
 * is seen here. `purged`: its text is gone, its id stays taken.
 */
export type OwnState = 'unsent' | 'confirmed' | 'settled' | 'refused' | 'purged'

export interface Own {
  id: string
  /** Its sequence in `out`. */
  seq: number
  journal: string
  kind: string
  at: string
  state: OwnState
  /** Why the centre can't judge it yet, where it has said so. */
  doubt?: string | undefined
  /** When this phone heard that the centre has it, in ms since 1970. */
  confirmedAt?: number
  /** An order of the archive at or before which it arrived, µs. */
  order?: number
  /** Hashes of the files that it names. */
  files?: string[]
}

export interface CaseRow {
  id: string
  summary: CaseSummary
  /** How many of the entries it counts have no stamp: they tell nothing about how much of the mailbox has come. */
  own?: number
  /** It tells of more than has come of the journal so far: kept while `in` fills. */
  ahead?: boolean
}

export interface MeetingRow {
  id: string
  cases: string[]
  summary: MeetingSummary
  ahead?: boolean
}

/** Up to where `in` and `out` are folded into the register, by which version of it. */
export interface Position {
  version: number
  epoch: number
  in: number
  out: number
}

export interface Contact {
  at: string
  /** ms to add to this phone's clock. */
  offset: number
  backup?: string | null
  restored?: Restored
  /** For the office: what was known of who holds what. */
  ticks?: string
}

export interface Meta {
  position: Position
  village: Village
  watermarks: Watermarks
  contact: Contact
  /** How far the centre's history had come when it last said so, sealed by it. */
  seen: string
  /** With what a rescue file is locked. */
  rescue: RescueKey
  /** Which mailbox `in` is a copy of. */
  generation: string
  epoch: number
  /** Set while `in` fills anew and the register may hold what is no longer in it. */
  refilling: boolean
  born: string
  /** When old confirmed entries were last cleared away. */
  cleared: string
  /** The tag of the subscription by which the centre calls this phone; '' where it holds none. */
  called: string
  /** What was looked at here and is in no entry yet. */
  access: Noted
  /** What a Kepala Dusun hears of the own dusun: replaced and thrown away as a whole. */
  hamlet: { tag: string; cases: HamletCase[] }
}

interface Schema extends DBSchema {
  cases: { key: string; value: CaseRow }
  meetings: { key: string; value: MeetingRow; indexes: { cases: string } }
  own: { key: string; value: Own; indexes: { state: OwnState } }
  refused: { key: string; value: Refused }
  drafts: { key: string; value: Draft }
  /** What each journal says, for the search: apart from the rows, so that lists stay light. */
  words: { key: string; value: string }
  meta: { key: string; value: Meta[keyof Meta] }
  files: { key: string; value: FileRow; indexes: { state: FileState; entries: string } }
  /** The bytes of files, by hash. Not as Blobs: Safari has lost those. */
  bytes: { key: string; value: ArrayBuffer }
}

export type Local = IDBPDatabase<Schema>

const VERSION = 3

/** Opens it, made so that its writes last: drafts live here. */
export function openLocal(account: Account): Promise<Local> {
  const name = localName(account)
  makeDurable(name)
  return openDB<Schema>(name, VERSION, {
    upgrade(db, from) {
      if (from < 1) addEntries(db)
      if (from < 2) addFiles(db)
      if (from < 3) db.createObjectStore('words')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}

function addEntries(db: Local): void {
  db.createObjectStore('cases', { keyPath: 'id' })
  db.createObjectStore('meetings', { keyPath: 'id' }).createIndex('cases', 'cases', { multiEntry: true })
  db.createObjectStore('own', { keyPath: 'id' }).createIndex('state', 'state')
  db.createObjectStore('refused', { keyPath: 'id' })
  db.createObjectStore('drafts', { keyPath: 'id' })
  db.createObjectStore('meta')
}

function addFiles(db: Local): void {
  const files = db.createObjectStore('files', { keyPath: 'hash' })
  files.createIndex('state', 'state')
  files.createIndex('entries', 'entries', { multiEntry: true })
  db.createObjectStore('bytes')
}

/** One remembered value; undefined where it was never set. */
export const getMeta = async <K extends keyof Meta>(local: Local, key: K): Promise<Meta[K] | undefined> =>
  (await local.get('meta', key)) as Meta[K] | undefined

export const setMeta = async <K extends keyof Meta>(local: Local, key: K, value: Meta[K]): Promise<void> => {
  await local.put('meta', value, key)
}

/** All keys of one journal. */
export const keysOf = (journal: string): IDBKeyRange => IDBKeyRange.bound(`${journal}:`, `${journal}:\uffff`)

/** The row of a case or meeting; undefined where there is none, or where the id names neither. */
export async function rowOf(local: Local, id: string): Promise<CaseRow | MeetingRow | undefined> {
  const kind = journalKind(id)
  if (kind === 'case') return local.get('cases', id)
  return kind === 'meeting' ? local.get('meetings', id) : undefined
}

/** All rows of the register, or those named that are there. */
export async function rowsOf<S extends 'cases' | 'meetings'>(
  local: Local,
  store: S,
  ids?: readonly string[],
): Promise<Schema[S]['value'][]> {
  if (!ids) return local.getAll(store)
  const rows = await Promise.all(ids.map((id) => local.get(store, id)))
  return rows.filter((row) => row !== undefined)
}

/** What the journals say, by their ids: all, or those named that are there. */
export async function wordsHere(local: Local, ids?: readonly string[]): Promise<[string, string][]> {
  const tx = local.transaction('words')
  const keys = ids ?? (await tx.store.getAllKeys())
  const said = await (ids ? Promise.all(ids.map((id) => tx.store.get(id))) : tx.store.getAll())
  return keys.flatMap((id, n): [string, string][] => (said[n] === undefined ? [] : [[id, said[n]]]))
}
