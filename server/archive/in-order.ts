/** The orders in which a batch is judged and stamped. */
import type { Entry } from '../../src/domain/entries.ts'
import { journalOf } from '../../src/domain/ids.ts'

/** A document's id; nothing where it has none. */
export const keyOf = (document: unknown): string => {
  const id = (document as { _id?: unknown } | null)?._id
  return typeof id === 'string' ? id : ''
}

/** As journals are read: what a document rests on comes before it. */
export const inKeyOrder = (documents: readonly unknown[]): unknown[] =>
  [...documents].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))

/**
 * Those of a batch that fit, given in key order, as they were sent: journal between journal, each of them in key order.
 * Whoever took down two complaints finds them numbered in that order.
 */
export function asSent<Fit extends { entry: Entry }>(
  documents: readonly unknown[],
  fit: readonly Fit[],
): Fit[] {
  const waiting = new Map<string, Fit[]>()
  for (const one of fit) {
    const journal = journalOf(one.entry._id)
    waiting.set(journal, [...(waiting.get(journal) ?? []), one])
  }
  return documents.flatMap((document) => waiting.get(journalOf(keyOf(document)))?.shift() ?? [])
}
