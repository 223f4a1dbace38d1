/** Texts that every engine can write: half an emoji, as a cut leaves it, is no Unicode, and CouchDB refuses it. */

const HALF = /\p{Surrogate}/u
const HALVES = new RegExp(HALF, 'gu')

/** Whether no text in a JSON value, keys included, holds half a character. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return !HALF.test(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => !HALF.test(key) && isWellFormed(inner))
}

/** The same JSON value with a mark (U+FFFD) in place of every half character in its texts. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(HALVES, '\uFFFD') as T
  if (Array.isArray(value)) return value.map((inner: unknown) => wellFormed(inner)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)])) as T
}
