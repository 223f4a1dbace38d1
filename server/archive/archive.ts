/** The archive of a village: the only truth, and everything that is derived from it. */
import { createHash } from 'node:crypto'
import type { Access } from '../../src/domain/access.ts'
import type { Entry, NewEntry } from '../../src/domain/entries.ts'
import type { Village } from '../../src/domain/village.ts'
import {
  archiveName,
  deskName,
  ensureDatabase,
  mediaName,
  readMany,
  type Couch,
  type Db,
} from '../couch/index.ts'
import { readAccess, type AccessQuery } from './access.ts'
import { acceptBatch, admitHeld, takeIn, type Sender, type Taken } from './accept.ts'
import { exportLines, formLines, type Imported } from './backup.ts'
import { openBoxes, type Box, type Boxes } from './boxes.ts'
import { appendByCentre } from './centre.ts'
import { openCodes, type Coded } from './codes.ts'
import { openFiles, type Files } from './files.ts'
import { openHistory } from './history.ts'
import { readJournal, readVillage } from './journals.ts'
import { openHamlets, type Hamlets } from './hamlets.ts'
import { UNSHARED, type Lease } from './lease.ts'
import { openMarks, type Marks } from './marks.ts'
import { openOrders, type Orders } from './orders.ts'
import { epochOf, readPlace, restoredLately, type Restoring } from './place.ts'
import { areHeld, goOnAfter } from './numbers-held.ts'
import { oneByOne } from './queue.ts'
import { heldOf, letGo } from './quarantine.ts'
import { goOnRolledBack, isForgotten, restoreInto, type ReadIn } from './recovery.ts'
import type { Outcome } from './refusals.ts'
import { receive, type Received } from './receive.ts'
import { registerOf, type Register } from './register.ts'
import { seedStamped } from './seeding.ts'
import { openSignals, type Signals } from './signals.ts'
import { SILENT, type Actor, type Clock, type Log } from './types.ts'

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

/** Opens the archive of a village; makes its databases where there are none. */
export async function openArchive(options: ArchiveOptions): Promise<Archive> {
  const { couch, village, clock = Date.now, log = SILENT, lease = UNSHARED } = options
  const archive = await ensureDatabase(couch, archiveName(village))
  const desk = await ensureDatabase(couch, deskName(village))
  const media = await ensureDatabase(couch, mediaName(village))
  const boxes = openBoxes(couch, village, desk)
  const orders = openOrders(desk, clock, lease.check)
  const signals = openSignals()
  const marks = openMarks(desk, boxes, async () => readPlace(desk, await epochOf(archive)), signals.risen)
  const history = openHistory(archive, desk)
  const delivering = oneByOne()
  const parts = {
    couch,
    village,
    archive,
    desk,
    media,
    boxes,
    marks,
    orders,
    signals,
    clock,
    log,
    delivering,
  }
  const files = openFiles(parts)
  const codes = openCodes(archive)
  const queue = oneByOne()
  /** Whatever is written, even if it failed half-way, is news. */
  const writing = <T>(task: () => Promise<T>): Promise<T> => queue(task).finally(signals.accepted)

  const headNow = () => ({ village, at: new Date(clock()).toISOString() })

  return {
    village,
    parts,
    db: archive,
    desk,
    files,
    marks,
    accessLog: (reader, query) => readAccess(archive, clock, reader, query),
    hamlets: openHamlets(archive, clock),
    signals,
    clock,
    accept: (documents, sender) => writing(() => acceptBatch(parts, documents, sender)),
    takeIn: (documents, sender) => writing(() => takeIn(parts, documents, sender)),
    append: (entries) => writing(() => appendByCentre(parts, entries)),
    receive: (complaint) => writing(() => receive(parts, files, complaint)),
    caseOf: (code) => codes.caseOf(code),
    seed: (entries) => writing(() => seedStamped(parts, entries)),
    villageNow: () => readVillage(archive),
    entriesOf: (journal) => readJournal(archive, journal),
    known: (ids, actor) => knownOf(parts, ids, actor),
    admitHeld: (device, devices) => writing(() => admitHeld(parts, device, devices)),
    discardHeld: (device, keys) => letGo(desk, device, keys),
    box: (officer) => boxes.open(officer),
    generation: async (officer) => (await boxes.open(officer)).generation,
    identity: (officer) => identityOf(parts, officer),
    register: async (officer) => registerOf((await boxes.open(officer)).db),
    journalFor: async (officer, journal) => readJournal((await boxes.open(officer)).db, journal),
    exportAll: () => exportLines(parts, headNow()),
    exportForm: (id) => formLines(parts, headNow(), id),
    importAll: (lines, options = {}) =>
      writing(() => parts.delivering(() => restoreInto(parts, lines, options))),
    lastPlace: () => history.place(),
    async heedPlace(shown) {
      if (await isForgotten(parts, history, shown))
        await writing(() => delivering(() => goOnRolledBack(parts, history, shown)))
    },
    restoredLately: () => restoredLately(archive, clock()),
    numbersHeld: () => areHeld(desk),
    async numbersGoOn(last) {
      await goOnAfter(archive, desk, last)
      signals.overhaul()
    },
  }
}

async function knownOf(
  { archive, desk }: ArchiveParts,
  ids: readonly string[],
  actor: Actor,
): Promise<Set<string>> {
  const docs = await readMany(archive, [...ids])
  const accepted = ids.filter((_, index) => docs[index])
  const held = actor.state === 'lost' ? await heldOf(desk, actor.device, ids) : []
  return new Set([...accepted, ...held])
}

async function identityOf({ boxes, archive }: ArchiveParts, officer: string): Promise<string> {
  const [{ generation }, epoch] = await Promise.all([boxes.open(officer), epochOf(archive)])
  return createHash('sha256').update(`${generation} ${epoch}`).digest('hex').slice(0, 32)
}
