/** What of a phone's state deserves a word of warning. */
import type { phones } from '../../../state/phones.svelte.ts'

export type Phone = (typeof phones.rows)[number]

const HOUR_MS = 3_600_000
/** A phone that has said nothing for longer is marked (ms). */
const SILENT_MS = 48 * HOUR_MS
/** Unsent entries older than this are marked (ms). */
const HELD_MS = 24 * HOUR_MS
/** A backup older than this is warned of (ms). */
export const BACKUP_OLD_MS = 48 * HOUR_MS

/** Used, but silent for two days. `now` in ms. */
export const isSilent = (phone: Phone, now: number): boolean =>
  phone.state === 'active' && (!phone.lastContact || now - Date.parse(phone.lastContact) > SILENT_MS)

/** Something on it has waited for a day, was refused, or waits for a person. */
export const isHolding = (phone: Phone, now: number): boolean =>
  !!phone.refused ||
  !!phone.waiting ||
  (!!phone.oldestUnsent && now - Date.parse(phone.oldestUnsent) > HELD_MS)

/** Those in use first, the most worrying of them on top. */
export function inOrder(rows: readonly Phone[], now: number): Phone[] {
  const rank = (p: Phone) => (p.state === 'active' ? 2 : 0) + (isSilent(p, now) || isHolding(p, now) ? 1 : 0)
  return [...rows].sort(
    (a, b) => rank(b) - rank(a) || (a.lastContact ?? '').localeCompare(b.lastContact ?? ''),
  )
}
