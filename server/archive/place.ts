/** Where the postman is: kept in the desk database, so that a restart goes on from there. */
import { randomUUID } from 'node:crypto'
import { getDoc, putDoc, upsert, type Db, type Seq } from '../couch/index.ts'

export interface Place {
  /** Everything up to here in the archive's changes has been delivered. */
  seq: Seq
  /** The highest order among it. */
  order: number
  /** How many passes are complete. */
  pass: number
  /** The day (WIB) for which what depends on the date was last gone through. */
  sweptOn: string
  /** The archive that `seq` belongs to. */
  epoch: string
}

const ID = 'postman'
const EPOCH = '_local/epoch'

/** Days were lost, and are coming back from phones. */
export interface Restoring {
  /** When it was restored or found rolled back (ms since 1970). */
  at: number
  /**
   * Complaints of the public form may be lost for good, since then where that is known: they are on no phone, and no
   * copies of them came with the backup (docs/decisions/045).
   */
  formsLost?: { from: string | null }
}

interface Epoch {
  epoch: string
  restoredAt?: number
  formsLost?: Restoring['formsLost']
  /** What was forgotten up to this order is known to be: it has begun this epoch, or an earlier one. */
  since?: number
}

/** The stored place; the very beginning where there is none, or where the archive is not the same any more. */
export async function readPlace(desk: Db, epoch: string): Promise<Place> {
  const doc = await getDoc<Place>(desk, ID)
  if (!doc) return { seq: 0, order: 0, pass: 0, sweptOn: '', epoch }
  const { seq, order, pass, sweptOn } = doc
  return { seq: doc.epoch === epoch ? seq : 0, order, pass, sweptOn, epoch }
}

/** Stores the place. */
export async function savePlace(desk: Db, place: Place): Promise<void> {
  await upsert<Place>(desk, ID, () => place)
}

/**
 * Names this very archive. It lives where no backup and no migration reaches, so a restored archive has another one:
 * phones then offer their last entries again, and the postman begins anew.
 */
export async function epochOf(archive: Db): Promise<string> {
  return (await readEpoch(archive))?.epoch ?? newEpoch(archive)
}

/** From now on it counts as another archive. `restored` where it has lost days, up to which order. */
export async function newEpoch(archive: Db, restored?: Restoring & { upTo: number }): Promise<string> {
  const epoch = randomUUID()
  const before = await readEpoch(archive)
  const restoredAt = restored?.at ?? before?.restoredAt
  const { formsLost } = restored ?? before ?? {}
  const since = Math.max(restored?.upTo ?? 0, before?.since ?? 0)
  await putDoc<Epoch>(archive, {
    _id: EPOCH,
    epoch,
    since,
    ...(restoredAt === undefined ? {} : { restoredAt }),
    ...(formsLost ? { formsLost } : {}),
  })
  return epoch
}

/** Up to which order it is known that entries may be missing: phones that show one of them tell nothing new. */
export const knownLost = async (archive: Db): Promise<number> => (await readEpoch(archive))?.since ?? 0

/** For so long after a restore phones bring back what the backup did not know. */
const RETURNING_MS = 7 * 86_400_000

/** That the archive was restored, while entries that others depend on may still be on phones only. */
export async function restoredLately(archive: Db, now: number): Promise<Restoring | undefined> {
  const { restoredAt: at, formsLost } = (await readEpoch(archive)) ?? {}
  if (at === undefined || now - at >= RETURNING_MS) return undefined
  return { at, ...(formsLost ? { formsLost } : {}) }
}

const readEpoch = (archive: Db) => getDoc<Epoch>(archive, EPOCH)
