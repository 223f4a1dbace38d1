/** Writes the journal of one demo case or meeting: counters, authors and a clock that walks through working hours. */
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import { CENTRE, entryId } from '../../src/domain/ids.ts'
import type { Random } from './random.ts'

const HOUR = 3_600_000

export interface Pen {
  /** The moment reached so far, ms since 1970. */
  time: number
  write<K extends Kind>(by: string, kind: K, data: DataOf<K>): string
  /** Lets some hours pass, then moves on to office hours (08.00-15.00 WIB). Answers whether that is still in the past. */
  wait(fromHours: number, toHours: number): boolean
}

export const deviceOf = (officer: string): string => (officer === CENTRE ? CENTRE : `d${officer.slice(1)}00`)

/** A pen that appends to `into`; it writes nothing after `now`. */
export function openPen(into: Entry[], journal: string, start: number, now: number, random: Random): Pen {
  let counter = 0
  const pen: Pen = {
    time: start,
    write(by, kind, data) {
      counter += 1
      const _id = entryId(journal, counter, deviceOf(by))
      into.push({ _id, kind, v: 1, by, at: new Date(pen.time).toISOString(), data } as Entry)
      pen.time += random.int(1, 9) * 60_000
      return _id
    },
    wait(fromHours, toHours) {
      const next = toOfficeHours(pen.time + random.int(fromHours * 60, toHours * 60) * 60_000, random)
      if (next >= now - 5 * 60_000) return false
      pen.time = next
      return true
    },
  }
  return pen
}

/** The same day at 08.00-15.00 WIB (UTC+7), or the next morning when it is later. */
export function toOfficeHours(time: number, random: Random): number {
  const wib = new Date(time + 7 * HOUR)
  const hour = wib.getUTCHours()
  if (hour >= 8 && hour < 15) return time
  const morning = Date.UTC(wib.getUTCFullYear(), wib.getUTCMonth(), wib.getUTCDate(), 1, random.int(0, 59))
  return hour >= 15 ? morning + 24 * HOUR : morning
}
