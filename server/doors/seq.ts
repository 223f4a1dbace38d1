/** Places in the changes, as phones send them back. */
import type { Seq } from '../couch/index.ts'

/** A number, or a number and opaque text. Never `now`: nobody may claim to have what they were not given. */
const SEQ = /^\d{1,15}(-[A-Za-z0-9_=-]{1,4000})?$/

/** The place, if it has the form of one. */
export function parseSeq(value: unknown): Seq | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const text = value.replace(/^"(.*)"$/, '$1')
  return SEQ.test(text) ? text : undefined
}
