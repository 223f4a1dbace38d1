/** When days were lost: a backup is read in, or a phone shows that the disk was rolled back (docs/decisions/004, 017). */
import type { ArchiveParts } from './contract.ts'
import { importLines, type Imported } from './backup.ts'
import type { History, Place } from './history.ts'
import { areHeld, beginReading, goOnAfter, hold, release, wholeRead } from './numbers-held.ts'
import type { Orders } from './orders.ts'
import { knownLost, newEpoch, type Restoring } from './place.ts'
import type { Clock } from './types.ts'

export interface ReadIn {
  /** The last register number that was given before the loss. */
  lastNumber?: number | undefined
  /** No copies of the public form's complaints come along: those since then are lost. */
  formsLost?: Restoring['formsLost'] | undefined
}

/** Reads a backup in. */
export async function restoreInto(
  { archive, desk, media, village, orders, signals, clock }: ArchiveParts,
  lines: AsyncIterable<string> | Iterable<string>,
  { lastNumber, formsLost }: ReadIn,
): Promise<Imported & { numbersHeld: boolean }> {
  const before = await areHeld(desk)
  const done = await importLines({ archive, desk, media }, lines, village, () => beginReading(desk, clock()))
  orders.raise(done.order)
  await newEpoch(
    archive,
    done.archived > 0
      ? { at: clock(), upTo: await lostUpTo(orders, clock), ...without(formsLost) }
      : undefined,
  )
  await wholeRead(desk)
  // Where nothing was missing, no number can have been either.
  if (done.archived === 0 && !before) await release(desk)
  if (lastNumber !== undefined) await goOnAfter(archive, desk, lastNumber)
  signals.overhaul()
  return { ...done, numbersHeld: await areHeld(desk) }
}

const without = (formsLost: Restoring['formsLost']) => (formsLost ? { formsLost } : {})

/** Whatever was lost was written before now. */
const lostUpTo = async (orders: Orders, clock: Clock) => Math.max(clock() * 1000, await orders.bound())

/** The place that a phone shows, where the archive has forgotten it and nobody knows that yet. */
export async function isForgotten(
  { archive }: ArchiveParts,
  history: History,
  shown: string,
): Promise<Place | undefined> {
  const place = await history.forgotten(shown)
  return place && place.order > (await knownLost(archive)) ? place : undefined
}

/**
 * Goes on as after a restore, unless another phone has said the same meanwhile. The new epoch comes last: a crash before
 * it repeats everything.
 */
export async function goOnRolledBack(parts: ArchiveParts, history: History, shown: string): Promise<void> {
  const place = await isForgotten(parts, history, shown)
  if (!place) return
  const { archive, desk, marks, orders, signals, clock, log } = parts
  log.warn({}, 'the data are older than what phones have seen: register numbers wait (docs/operations.md)')
  orders.raise(place.order)
  await hold(desk, clock())
  await marks.forgetAll()
  const upTo = await lostUpTo(orders, clock)
  await newEpoch(archive, { at: clock(), upTo, formsLost: { from: null } })
  signals.overhaul()
}
