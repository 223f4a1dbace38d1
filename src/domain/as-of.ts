/** What was known at a moment: a report of last year, printed again, says the same. */
import type { Arrived } from './entries.ts'

/** The entries that had arrived by then (own ones that are not sent yet: that were written by then). */
export const asOf = <T extends { at: string; arrived?: Arrived }>(
  entries: readonly T[],
  moment: string,
): T[] => entries.filter(({ at, arrived }) => (arrived?.at ?? at) <= moment)
