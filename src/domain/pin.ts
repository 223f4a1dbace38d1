/** The PIN of an officer on one device: its form, and how long a wrong one makes wait. */

const MINUTE_MS = 60_000
const WAITS_MS = [1, 5, 15].map((minutes) => minutes * MINUTE_MS)

/** After how many idle minutes the screen may close. */
export const IDLE_MINUTES = [1, 5, 15, 30] as const

/** Four to six digits. */
export const isPin = (text: string): boolean => /^\d{4,6}$/.test(text)

/** How long so many wrong ones in a row make wait, in ms. */
export const waitAfter = (wrong: number): number => WAITS_MS[Math.min(wrong, WAITS_MS.length) - 1] ?? 0

/** At that moment of the device's clock (`at`, ms) so much was left to wait (ms). */
export interface Wait {
  left: number
  at: number
}

/**
 * The wait as it stands now. `watched`: so long it was looked at, by a clock that nobody can set. Without it the
 * device's clock counts; one that was put back shortens nothing, and lengthens nothing.
 */
export function waitNow({ left, at }: Wait, now: number, watched = now - at): Wait {
  return { left: Math.max(0, left - Math.max(0, watched)), at: now }
}
