/** What the archive of a village offers, to routes and doors and to the postman. */
import type { Access } from '../../src/domain/access.ts'
import type { Entry, NewEntry } from '../../src/domain/entries.ts'
import type { Village } from '../../src/domain/village.ts'
import type { Couch, Db } from '../couch/index.ts'
import type { Sender, Taken } from './accept.ts'
import type { AccessQuery } from './access.ts'
import type { Imported } from './backup.ts'
import type { Box, Boxes } from './boxes.ts'
import type { Coded } from './codes.ts'
import type { Files } from './files.ts'
import type { Hamlets } from './hamlets.ts'
import type { Lease } from './lease.ts'
import type { Marks } from './marks.ts'
import type { Orders } from './orders.ts'
import type { Restoring } from './place.ts'
import type { oneByOne } from './queue.ts'
import type { Received } from './receive.ts'
import type { ReadIn } from './recovery.ts'
import type { Outcome } from './refusals.ts'
import type { Register } from './register.ts'
import type { Signals } from './signals.ts'
import type { Actor, Clock, Log } from './types.ts'

export interface ArchiveOptions {
  couch: Couch
  village: string
  clock?: Clock
  log?: Log
  /** Where further processes may use the same engine. */
  lease?: Lease
}

/** What the postman works with. */
export interface ArchiveParts {
  couch: Couch
  village: string
  archive: Db
  desk: Db
  media: Db
  boxes: Boxes
  marks: Marks
  orders: Orders
  signals: Signals
  clock: Clock
  log: Log
  /** The postman's rounds take turns here with a restore: half of one must not be delivered. */
  delivering: ReturnType<typeof oneByOne>
}

export interface Archive {
  readonly village: string
  /** For the postman. */
  readonly parts: ArchiveParts
  /** The archive's database; the outbox keeps its `_local` documents in it. */
  readonly db: Db
  /** The desk database: devices, codes, keys, and what the archive keeps beside the journals. */
  readonly desk: Db
  /** Photos, voice notes and signatures. */
  readonly files: Files
  readonly marks: Marks
  /** What this officer may know of who looked at which case, the latest first. */
  accessLog(reader: string, query: AccessQuery): Promise<Access[]>
  /** What each Kepala Dusun hears of the own dusun. */
  readonly hamlets: Hamlets
  readonly signals: Signals
  readonly clock: Clock
  /**
   * Takes in what a phone sends; the outcomes come in key order. Throws RetryLater where something can't be judged
   * yet: the rest has been accepted then.
   */
  accept(documents: readonly unknown[], sender: Sender): Promise<Outcome[]>
  /** Takes in a rescue file; tells of every entry what became of it, also of those that have to wait. */
  takeIn(documents: readonly unknown[], sender: Sender): Promise<Taken[]>
  /** Writes entries of the server itself (`pusat`), in the order given. */
  append(entries: readonly NewEntry[]): Promise<Entry[]>
  /** Takes in a complaint of the public form, whole: its code may be handed out when this ends. Once more, it does nothing. */
  receive(complaint: Received): Promise<'created' | 'known'>
  /** The case that a receipt code belongs to, and the further complainant whose it is, if any. */
  caseOf(code: string): Promise<Coded | undefined>
  /** Writes entries as if each had arrived, and each case had its number, when it was written: only for making a demo. */
  seed(entries: readonly Entry[]): Promise<void>
  /** The village as of now. */
  villageNow(): Promise<Village>
  /** Every entry of one journal, in key order. Not guarded: what leaves the server goes through `maySee`. */
  entriesOf(journal: string): Promise<Entry[]>
  /** Which of these ids need not be sent again: accepted, or kept in quarantine for a lost device. */
  known(ids: readonly string[], actor: Actor): Promise<Set<string>>
  /** Takes in what a lost device has sent, as far as it may be. `devices`: every one of its officer. */
  admitHeld(device: string, devices: ReadonlySet<string>): Promise<Outcome[]>
  /** Throws away what a lost device has sent: those kept under `keys`, or all. */
  discardHeld(device: string, keys?: ReadonlySet<string>): Promise<void>
  /** The mailbox of an officer. */
  box(officer: string): Promise<Box>
  /** Names the mailbox of an officer: another one after it was lost, and phones start a fresh local copy. */
  generation(officer: string): Promise<string>
  /** What `GET /sync/` answers as `uuid`: changes with the generation, and after a restore. */
  identity(officer: string): Promise<string>
  /** The summaries of everything in an officer's mailbox. */
  register(officer: string): Promise<Register>
  /** One journal as an officer's mailbox holds it, in key order; empty where it holds nothing of it. */
  journalFor(officer: string, journal: string): Promise<Entry[]>
  /** Every document that a backup needs, as lines without their ends. */
  exportAll(): AsyncGenerator<string>
  /** The same of one complaint of the public form, as it came. */
  exportForm(id: string): AsyncGenerator<string>
  /**
   * Reads a backup in as a union; nothing is judged or delivered meanwhile. Phones then offer their last entries again,
   * and register numbers wait until it is said which was the last one given. Throws BackupError.
   */
  importAll(
    lines: AsyncIterable<string> | Iterable<string>,
    options?: ReadIn,
  ): Promise<Imported & { numbersHeld: boolean }>
  /** The last place of the archive's history, sealed, for phones to show again later. */
  lastPlace(): Promise<string | undefined>
  /**
   * Heeds the place that a phone shows. Where the archive has forgotten it the disk was rolled back: it counts as
   * restored from then on, as after `importAll`.
   */
  heedPlace(shown: string): Promise<void>
  /** That it was restored or found rolled back, while phones bring back what is missing. */
  restoredLately(): Promise<Restoring | undefined>
  /** Whether register numbers wait. */
  numbersHeld(): Promise<boolean>
  /** Register numbers go on after `last`, the last one given before the restore. Throws RangeError on a slip. */
  numbersGoOn(last: number): Promise<void>
}
