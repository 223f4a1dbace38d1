/** Cases that may be the same complaint. */
import { FINAL } from '../../domain/case-state.ts'
import { foldText, type CaseSummary } from '../../domain/summary.ts'

/** Words shorter than this say nothing. */
const MEANT = 4

/** Open cases of the same category or dusun that share words, the likeliest first. */
export function similarCases(one: CaseSummary, cases: readonly CaseSummary[]): CaseSummary[] {
  const words = foldText(one.subject)
    .split(' ')
    .filter((word) => word.length >= MEANT)
  const likeness = (other: CaseSummary) =>
    (other.category === one.category ? 2 : 0) +
    (other.dusun !== undefined && other.dusun === one.dusun ? 2 : 0) +
    words.filter((word) => other.search.includes(word)).length
  return cases
    .filter((other) => other.id !== one.id && !FINAL.has(other.status))
    .map((other) => ({ other, likeness: likeness(other) }))
    .filter((scored) => scored.likeness > 2)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ other }) => other)
}
