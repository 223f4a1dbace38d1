/** When two documents say the same. */
import type { Entry } from '../../src/domain/entries.ts'

const ADDED = new Set(['_rev', '_revisions', 'arrived'])

/** The text of a value with its keys in order, so that equal values give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Whether two copies of an entry say the same, whatever the engine and the desk added to either. */
export function sameContent(a: object, b: object): boolean {
  if (isDestroyed(a) || isDestroyed(b)) return true
  return canonical(authored(a)) === canonical(authored(b))
}

/** Nobody can tell any more what it said; a phone that hands it in again has done its part. */
const isDestroyed = (doc: object): boolean => !!(doc as Partial<Entry>).arrived?.destroyed

/** What the author wrote: without revision and stamp. */
export function authored(doc: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(doc).filter(([key]) => !ADDED.has(key)))
}
