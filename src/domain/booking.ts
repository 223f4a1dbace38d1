/** What came by the village's public form gets no number before the desk takes it into the book (*Catat ke buku*). */
import type { Entry, EntryOf, ForeignEntry } from './entries.ts'
import { CENTRE } from './ids.ts'

/** Whether a registration came by the public form; a correction of its channel changes nothing about that. */
export const isByForm = (entry: Entry | ForeignEntry): boolean =>
  entry.by === CENTRE &&
  entry.kind === 'registered' &&
  (entry as EntryOf<'registered'>).data.channel === 'website'

/**
 * By which entry a case has a number coming: its registration, or its first booking; undefined while it has none. Closed
 * history of the paper book has its number there: only its first reopening makes it work of this register.
 */
export function entitling(entries: readonly Entry[]): Entry | undefined {
  const registered = entries.find(({ kind }) => kind === 'registered')
  if (!registered?.arrived) return undefined
  const isHistory = (registered as EntryOf<'registered'>).data.history
  if (!isHistory && !isByForm(registered)) return registered
  const by = isHistory ? 'reopened' : 'booked'
  const orderOf = ({ arrived }: Entry) => arrived?.order ?? Infinity
  const bookings = entries.filter(({ kind, arrived }) => kind === by && arrived)
  return bookings.sort((a, b) => orderOf(a) - orderOf(b))[0]
}
