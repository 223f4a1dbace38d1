/** Who already has how much, and who should take a case. */
import type { CaseState } from '../../domain/case-state.ts'
import { tallyBy, type Tally } from '../../domain/statistics/tally.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import type { PositionName } from '../../domain/kinds/village.ts'
import { inOffice, officersOn, termsOf, type Term, type Village } from '../../domain/village.ts'

export type Workload = Tally

/** Open and late cases by lead. */
export function workloads(cases: readonly CaseSummary[], day: string): Map<string, Workload> {
  return tallyBy(
    cases.filter(({ lead }) => lead),
    ({ lead }) => lead,
    day,
  )
}

export interface Suggestion {
  officer: string
  /** The position that the village has set for this category. */
  position?: PositionName
  /** Head of the dusun where it happened. */
  dusun: boolean
  /** How many cases of this category they have led. */
  handled: number
}

const SUGGESTED = 3

/**
 * Who should lead: whom the village has set for the category, the head of the dusun, and those who know the category;
 * never a respondent, nor who has just sent it back.
 */
export function suggestLeads(
  state: CaseState,
  cases: readonly CaseSummary[],
  village: Village,
  day: string,
): Suggestion[] {
  const { category } = state
  const dusun = state.facts?.place.dusun
  const handled = handledBy(cases, category)
  const heads = dusun ? headsOf(dusun, village, day) : []
  const routed = routedTo(category, dusun, village, day)
  return [...new Set([...routed.keys(), ...heads, ...handled.keys()])]
    .filter((officer) => !state.respondents.includes(officer) && officer !== state.returned?.by)
    .filter((officer) => inOffice(village, officer, day))
    .map((officer) => ({
      officer,
      position: routed.get(officer),
      dusun: heads.includes(officer),
      handled: handled.get(officer) ?? 0,
    }))
    .sort((a, b) => rank(b) - rank(a) || b.handled - a.handled)
    .slice(0, SUGGESTED)
}

/** A rule of the village counts before a place; among equals the order of the rule stays. */
const rank = ({ position, dusun }: Suggestion) => (position ? 2 : 0) + (dusun ? 1 : 0)

/** Who holds the positions that are set for a category, the first one first; a head of dusun only of that dusun. */
function routedTo(
  category: string,
  dusun: string | undefined,
  village: Village,
  day: string,
): Map<string, PositionName> {
  const { routing } = village.settings
  const positions = Object.hasOwn(routing, category) ? routing[category]! : []
  const here = ({ position, dusun: of }: Term) => position !== 'kepalaDusun' || of === dusun
  const found = new Map<string, PositionName>()
  for (const position of positions)
    for (const officer of officersOn(village, day))
      if (termsOf(village, officer, day).some((term) => term.position === position && here(term)))
        if (!found.has(officer)) found.set(officer, position)
  return found
}

function handledBy(cases: readonly CaseSummary[], category: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of cases)
    if (one.lead && one.category === category) counts.set(one.lead, (counts.get(one.lead) ?? 0) + 1)
  return counts
}

function headsOf(dusun: string, village: Village, day: string): string[] {
  return Object.keys(village.officers).filter((officer) =>
    termsOf(village, officer, day).some((term) => term.position === 'kepalaDusun' && term.dusun === dusun),
  )
}
