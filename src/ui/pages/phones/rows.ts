/** What of a phone's state deserves a word of warning, or a reminder to its officer. */
import type { phones } from '../../../state/phones.svelte.ts'
import { ago } from '../../../text/format.ts'
import { heldPhones } from '../../../text/held-phones.ts'

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

/** Why its officer should be reminded, the gravest first; undefined where nothing is the matter. Nothing of any complaint. */
export function reasonToRemind(
  phone: Phone,
  arriving: number,
  version: string,
  now: number,
): string | undefined {
  const why = heldPhones.why
  if (phone.state !== 'active') return undefined
  if (isSilent(phone, now)) return why.silent(phone.lastContact ? ago(phone.lastContact, now) : '')
  if (phone.refused) return why.refused
  if (isHolding(phone, now)) return why.holding
  if (arriving) return why.arriving(arriving)
  return phone.version && phone.version !== version ? why.old : undefined
}
