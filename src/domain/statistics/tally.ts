/** Open complaints by what they have in common: the dusun, whoever leads them. */
import type { CaseSummary } from '../summary.ts'
import { isLate, isNear, isOpen } from './figures.ts'

export interface Tally {
  open: number
  late: number
  near: number
}

/** Open, late and near ones by key; those without a key under `''`. */
export function tallyBy(
  cases: readonly CaseSummary[],
  keyOf: (one: CaseSummary) => string | undefined,
  day: string,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const one of cases) {
    if (!isOpen(one)) continue
    const key = keyOf(one) ?? ''
    const { open, late, near } = tallies.get(key) ?? { open: 0, late: 0, near: 0 }
    tallies.set(key, {
      open: open + 1,
      late: late + (isLate(one, day) ? 1 : 0),
      near: near + (isNear(one, day) ? 1 : 0),
    })
  }
  return tallies
}
