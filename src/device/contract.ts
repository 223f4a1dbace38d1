/** What one acting officer's store can do: the table of contents of this room. */
import type { HamletCase } from '../domain/hamlet.ts'
import type { AccessAct } from '../domain/kinds/access.ts'
import type { MeetingSummary } from '../domain/meeting-summary.ts'
import type { CaseSummary } from '../domain/summary.ts'
import type { Village } from '../domain/village.ts'
import type { Calls } from './calls/calls.ts'
import type { PhoneRow, RescueFile } from './office-types.ts'
import type {
  Account,
  AnyEntry,
  Appended,
  DeviceEvent,
  Draft,
  Fetched,
  HeldFiles,
  MediaState,
  Prepared,
  Refused,
  RefusedFile,
  SendResult,
  SyncStatus,
  ToWrite,
  Waiting,
  Watermarks,
  Whereabouts,
} from './types.ts'

export interface Journal {
  /** What the screen folds: the mailbox's entries and the own ones that it does not decide about yet. */
  entries: AnyEntry[]
  /** Own entries of this journal that the centre refused. */
  refused: Refused[]
  /** Only a part of it has come, and the rest could not be fetched now: not to be shown as if it were all. */
  onItsWay?: boolean
}

export interface Drafts {
  list(): Promise<Draft[]>
  get(id: string): Promise<Draft | undefined>
  save(draft: Draft): Promise<void>
  remove(id: string): Promise<void>
}

/** Photos, voice notes and signatures: their bytes. */
export interface Media {
  /**
   * Stores durably before it resolves. `full-disk`: nothing was stored. The same file again changes nothing. What no
   * draft and no entry names any more goes after a week. Throws RangeError where the hash is not that of the bytes.
   */
  keep(prepared: Prepared): Promise<{ ok: true } | { ok: false; why: 'full-disk' }>
  /** The bytes where they are on this phone. */
  get(hash: string): Promise<Blob | undefined>
  /** From here, or from the centre (then kept in the cache). `not-yet`: its author's phone has not sent it so far. */
  fetch(hash: string, entryId: string): Promise<Fetched>
  /** Fetches all files of the journals named that are not here yet; stops where the centre is out of reach. */
  fetchAll(
    journals: readonly string[],
    progress: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<{ done: number; of: number }>
  state(): Promise<MediaState>
  /** What the centre has not got of them, without reading all that are here. */
  held(): Promise<HeldFiles>
  /** Where each of these is. */
  where(hashes: readonly string[]): Promise<Record<string, Whereabouts>>
  /** Deletes what was fetched from the centre and can be fetched again; answers how many. */
  dropFetched(): Promise<number>
  refused(): Promise<RefusedFile[]>
  /** Puts a refused file aside for good: its bytes leave this phone. */
  dismiss(hash: string): Promise<void>
}

export interface Device {
  readonly account: Account
  /** Durable before it resolves; entries of one call keep their order, and are written all or none. */
  append(entries: readonly ToWrite[]): Promise<Appended>
  /** Notes for the access log that cases were opened, printed or exported; `detail` names what was. Once a day counts. */
  noteAccess(what: AccessAct, cases: readonly string[], detail?: string): Promise<void>
  /** Makes entries of what was noted, and hands them in where nothing else waits: before leaving. */
  handInAccess(): Promise<void>
  journal(id: string): Promise<Journal>
  /** Many journals at once, as far as they have come, for books and reports. */
  journals(ids: readonly string[]): Promise<Map<string, AnyEntry[]>>
  /** The summaries of all cases, or of those named that this phone holds. */
  cases(ids?: readonly string[]): Promise<CaseSummary[]>
  meetings(ids?: readonly string[]): Promise<MeetingSummary[]>
  /** What all journals say, or those named that this phone holds, by their ids: for the search. */
  words(ids?: readonly string[]): Promise<[id: string, said: string][]>
  /** What a Kepala Dusun heard of the own dusun at the last contact. */
  hamlet(): Promise<HamletCase[]>
  /** Ids of the meetings that deal with a case. */
  meetingsOf(caseId: string): Promise<string[]>
  village(): Promise<Village>
  watermarks(): Promise<Watermarks>
  /** Milliseconds to add to this phone's clock to get the centre's. */
  clockOffset(): Promise<number>
  refused(): Promise<Refused[]>
  /** Puts a refused entry aside for good (after it was mended or exported). */
  dismiss(id: string): Promise<void>
  /** Own entries that the centre has not confirmed yet, oldest first. */
  waiting(): Promise<Waiting[]>
  /** Everything that the centre has not got, as a file that only the village can open; `typed`: drafts on the screen. */
  rescueFile(note: string, typed?: readonly Draft[]): Promise<RescueFile>
  drafts: Drafts
  media: Media
  calls: Calls
  status(): SyncStatus
  /** One cycle now, or the one that is running; says how it ended. */
  sendNow(): Promise<SendResult>
  /** Each phone's state, for the office; undefined where the centre is out of reach or does not tell. */
  phones(): Promise<PhoneRow[] | undefined>
  subscribe(listener: (event: DeviceEvent) => void): () => void
  /** Whether the browser threw the databases away since the last visit. */
  readonly vanished: boolean
  /** Resolves when they are thrown away beneath the running app: what is stored must be opened anew. */
  readonly gone: Promise<void>
  /** A request to the centre as this phone. Throws TypeError when it is out of reach. */
  request(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
  /** Deletes everything that this browser holds of the officer. Only after asking. */
  destroy(): Promise<void>
}
