/**
 * After a restore nobody here knows which register numbers were given after the backup was made: they stand in the
 * book and on receipts. So numbers wait until somebody says which was the last (docs/decisions/004). The same document
 * tells, over a crash too, that a backup has been read in half: nothing is delivered from half of one.
 */
import { dayOf } from '../../src/domain/time.ts'
import { getDoc, readIds, upsert, type Db } from '../couch/index.ts'
import { claimId, claimsPrefix, numberIn } from './claims.ts'
import { createAll } from './write.ts'

interface HeldDoc {
  /** The year (WIB) of the restore: numbers of that one may have been given already. */
  year: number
  /** A backup is being read in, or that broke off. */
  reading?: boolean
}

const ID = 'numbers-held'
/** In place of a case: given before the restore, to whichever case it was. */
const GIVEN_BEFORE = 'before-restore'
/** A last number so far above those that are known here is a slip of the hand, and could not be taken back. */
const SLIP = 2_000

/** Whether numbers wait. */
export const areHeld = async (desk: Db): Promise<boolean> => (await getDoc(desk, ID)) !== undefined

/** Whether only a part of a backup has been read in so far. */
export const isHalfRead = async (desk: Db): Promise<boolean> =>
  (await getDoc<HeldDoc>(desk, ID))?.reading ?? false

/** From now on numbers wait. */
export async function hold(desk: Db, now: number): Promise<void> {
  await upsert<HeldDoc>(desk, ID, (old) => (old ? undefined : { year: yearOf(now) }))
}

/** From now on numbers wait, and nothing is delivered until `wholeRead`. */
export async function beginReading(desk: Db, now: number): Promise<void> {
  await upsert<HeldDoc>(desk, ID, (old) => ({ year: old?.year ?? yearOf(now), reading: true }))
}

/** The backup is read in; numbers still wait. */
export async function wholeRead(desk: Db): Promise<void> {
  await upsert<HeldDoc>(desk, ID, (old) => old && { year: old.year })
}

/** Numbers are given again, as before. */
export async function release(desk: Db): Promise<void> {
  await upsert<HeldDoc & { _deleted?: boolean }>(desk, ID, (old) => old && { ...old, _deleted: true })
}

/** Claims every free number up to the last one given, and lets numbers go on after it. Throws RangeError where that can't be. */
export async function goOnAfter(archive: Db, desk: Db, last: number): Promise<void> {
  const held = await getDoc<HeldDoc>(desk, ID)
  if (!held) return
  if (held.reading) throw new RangeError('a restore broke off: it has to be run again first')
  const { year } = held
  const highest = (await readIds(archive, { prefix: claimsPrefix(year) })).reduce(
    (most, { id }) => Math.max(most, numberIn(id)),
    0,
  )
  const fits = Number.isInteger(last) && last >= 0 && last <= highest + SLIP
  if (!fits)
    throw new RangeError(`the last number of ${year} can't be ${last}: the highest known here is ${highest}`)
  const all = Array.from({ length: last }, (_, n) => ({ _id: claimId(year, n + 1), case: GIVEN_BEFORE }))
  await createAll(archive, all)
  await release(desk)
}

const yearOf = (now: number) => Number(dayOf(new Date(now).toISOString()).slice(0, 4))
