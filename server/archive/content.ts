/** When two documents say the same. */

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
  return canonical(authored(a)) === canonical(authored(b))
}

/** What the author wrote: without revision and stamp. */
export function authored(doc: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(doc).filter(([key]) => !ADDED.has(key)))
}
