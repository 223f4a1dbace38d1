/** The archive of a village: the only truth, and everything that is derived from it. */
import { createHash } from 'node:crypto'
import { archiveName, deskName, ensureDatabase, mediaName, readMany } from '../couch/index.ts'
import { readAccess } from './access.ts'
import { acceptBatch, takeIn } from './accept.ts'
import { admitHeld } from './admit-held.ts'
import type { Archive, ArchiveOptions, ArchiveParts } from './contract.ts'
import { exportLines, formLines } from './backup.ts'
import { openBoxes } from './boxes.ts'
import { appendByCentre } from './centre.ts'
import { openCodes } from './codes.ts'
import { openFiles } from './files.ts'
import { openHistory } from './history.ts'
import { readJournal, readVillage } from './journals.ts'
import { openHamlets } from './hamlets.ts'
import { UNSHARED } from './lease.ts'
import { openMarks } from './marks.ts'
import { openOrders } from './orders.ts'
import { epochOf, readPlace, restoredLately } from './place.ts'
import { areHeld, goOnAfter } from './numbers-held.ts'
import { oneByOne } from './queue.ts'
import { heldOf, letGo } from './quarantine.ts'
import { goOnRolledBack, isForgotten, restoreInto } from './recovery.ts'
import { receive } from './receive.ts'
import { registerOf } from './register.ts'
import { seedStamped } from './seeding.ts'
import { openSignals } from './signals.ts'
import { SILENT, type Actor } from './types.ts'

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
