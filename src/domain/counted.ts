/** What waits to be sent, as a person counts it: one for each thing that they saved. */

interface Waiting {
  journal: string
  kind: string
}

/** Written along with another entry, by one press of a button: nobody counts them beside it. */
const ALONG: Record<string, readonly string[]> = {
  identityGiven: ['registered', 'complainantJoined', 'informationSupplied'],
  accepted: ['followedUp'],
  classified: ['verified'],
}

/** Written by looking, which nobody counts. */
const LOOKED: ReadonlySet<string> = new Set(['opened', 'accessed'])

/** Without what was only opened, and without what went along with another entry of the same journal. */
export function counted<T extends Waiting>(waiting: readonly T[]): T[] {
  const along = ({ journal, kind }: Waiting) =>
    waiting.some((other) => other.journal === journal && ALONG[kind]?.includes(other.kind))
  return waiting.filter((one) => !LOOKED.has(one.kind) && !along(one))
}
