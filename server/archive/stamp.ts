/** What the desk adds to an entry on arrival. */
import type { Arrived, Entry } from '../../src/domain/entries.ts'
import { correctedTime } from '../../src/domain/time.ts'

/** The archive's copy of an entry: stamped with time and order of arrival and the author's corrected time. */
export function stamp(
  entry: Entry,
  arrival: { at: string; order: number; offset: number; late?: Arrived['late']; via?: string | undefined },
): Entry {
  const { at, order, offset, late, via } = arrival
  const time = correctedTime(entry.at, offset, at)
  return {
    ...entry,
    arrived: { at, order, offset, time, ...(late ? { late } : {}), ...(via ? { via } : {}) },
  }
}
