/** The date and time of a meeting as they are typed, and as they are kept. */
import { dayOf } from '../../../domain/time.ts'

/** A moment (ISO, UTC) from a typed day (`2026-11-04`) and WIB clock (`09:30`); undefined where one is missing or wrong. */
export function momentOf(day: string, clock: string): string | undefined {
  const at = Date.parse(`${day}T${clock}:00+07:00`)
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

export const byTime = (a: { startsAt: string }, b: { startsAt: string }): number =>
  a.startsAt < b.startsAt ? -1 : 1

/** Whether minutes may be expected: the day has come. */
export const hasCome = (startsAt: string, day: string): boolean => dayOf(startsAt) <= day
