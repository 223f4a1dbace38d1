/** Calendar and clock in WIB (Asia/Jakarta, UTC+7, no daylight saving). Moments are ISO strings in UTC. */

/** How far WIB is ahead of UTC. */
export const WIB_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** The calendar day in WIB on which a moment falls, `2026-11-04`. */
export function dayOf(moment: string): string {
  return new Date(Date.parse(moment) + WIB_MS).toISOString().slice(0, 10)
}

/** The moment at which a day starts in WIB. */
export function startOfDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - WIB_MS).toISOString()
}

/** `days` calendar days after (before, when negative) a day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole calendar days from `a` to `b` (negative when b is earlier). */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7
}

/** A moment put right by a clock offset (ms to add): never later than its arrival, nor before clocks count (1970). */
export function correctedTime(at: string, offset: number, arrival: string): string {
  const time = Date.parse(at) + offset
  return new Date(Math.max(0, Math.min(time, Date.parse(arrival)))).toISOString()
}
