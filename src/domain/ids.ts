/**
 * Ids. An entry's `_id` is `<journal>:<counter>:<device>`; the counter is a Lamport counter per journal,
 * zero-padded, so that the key order of a journal is causal order and no clock can poison it (design §1).
 */

/** The author and the device of everything that the server itself writes. */
export const CENTRE = 'pusat'

/** The journal that holds the village itself: officers, positions, settings, holidays. */
export const VILLAGE = 'village'

const COUNTER_DIGITS = 8
const MAX_COUNTER = 99_999_999
const CASE = /^c[0-9a-hjkmnp-tv-z]{16}$/
const MEETING = /^m[0-9a-hjkmnp-tv-z]{16}$/
/** The year, the month, and an officer's id without its first letter. */
const ACCESS = /^a\d{6}([0-9a-hjkmnp-tv-z]{10})$/
const DEVICE = /^(d[0-9a-hjkmnp-tv-z]{12}|pusat)$/
const OFFICER = /^o[0-9a-hjkmnp-tv-z]{10}$/
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export type JournalKind = 'case' | 'meeting' | 'village' | 'access'

export interface EntryId {
  journal: string
  counter: number
  device: string
}

/** Joins the parts of an entry's id. Throws RangeError on a counter that does not fit. */
export function entryId(journal: string, counter: number, device: string): string {
  if (!Number.isInteger(counter) || counter < 1 || counter > MAX_COUNTER) throw new RangeError('counter')
  return `${journal}:${String(counter).padStart(COUNTER_DIGITS, '0')}:${device}`
}

/** Takes an entry's id apart; undefined where it is not one. */
export function parseEntryId(id: string): EntryId | undefined {
  const [journal, counter, device, rest] = id.split(':')
  if (rest !== undefined || !journal || !counter || !device) return undefined
  if (!/^\d{8}$/.test(counter) || Number(counter) < 1) return undefined
  if (!journalKind(journal) || !DEVICE.test(device)) return undefined
  return { journal, counter: Number(counter), device }
}

/** The journal that an entry's id belongs to ('' where it is no entry id). */
export function journalOf(id: string): string {
  return parseEntryId(id)?.journal ?? ''
}

/** The Lamport counter in an entry's id (NaN where it is no entry id). */
export const counterOf = (id: string): number => parseEntryId(id)?.counter ?? NaN

/** Which kind of journal an id names; undefined where it names none. */
export function journalKind(journal: string): JournalKind | undefined {
  if (journal === VILLAGE) return 'village'
  if (CASE.test(journal)) return 'case'
  if (MEETING.test(journal)) return 'meeting'
  if (ACCESS.test(journal)) return 'access'
  return undefined
}

export const isDeviceId = (id: string): boolean => DEVICE.test(id)
export const isOfficerId = (id: string): boolean => OFFICER.test(id)

/** The access log of an officer in the month of a day (`2026-11-10`): by month first, so that a span is a key range. */
export const accessJournal = (officer: string, day: string): string =>
  `a${day.slice(0, 4)}${day.slice(5, 7)}${officer.slice(1)}`

/** Whose access log a journal is; undefined where it is none. */
export function accessOfficer(journal: string): string | undefined {
  const rest = ACCESS.exec(journal)?.[1]
  return rest && `o${rest}`
}

/** The key range that holds exactly the entries of one journal. */
export function journalRange(journal: string): { startkey: string; endkey: string } {
  return { startkey: `${journal}:`, endkey: `${journal}:\ufff0` }
}

/** The counter for the next entry of a journal: the highest seen + 1. */
export function nextCounter(ids: Iterable<string>): number {
  let highest = 0
  for (const id of ids) highest = Math.max(highest, parseEntryId(id)?.counter ?? 0)
  return highest + 1
}

/** Text of `length` characters from random bytes (one byte a character, base 32 without i, l, o, u). */
function base32(random: Uint8Array, length: number): string {
  if (random.length < length) throw new RangeError('not enough random bytes')
  return Array.from(random.subarray(0, length), (byte) => ALPHABET[byte & 31]).join('')
}

/** New ids from at least 16 random bytes, which the caller brings (the domain has no randomness). */
export const newCaseId = (random: Uint8Array): string => `c${base32(random, 16)}`
export const newMeetingId = (random: Uint8Array): string => `m${base32(random, 16)}`
export const newDeviceId = (random: Uint8Array): string => `d${base32(random, 12)}`
export const newOfficerId = (random: Uint8Array): string => `o${base32(random, 10)}`
