/** Who already has how much, and who should take a case. */
import { FINAL, type CaseState } from '../../domain/case-state.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { inOffice, termsOf, type Village } from '../../domain/village.ts'
import { isLate } from './find-cases.ts'

export interface Workload {
  open: number
  late: number
}

/** Open and late cases by lead. */
export function workloads(cases: readonly CaseSummary[], day: string): Map<string, Workload> {
  const loads = new Map<string, Workload>()
  for (const one of cases) {
    if (!one.lead || FINAL.has(one.status)) continue
    const load = loads.get(one.lead) ?? { open: 0, late: 0 }
    loads.set(one.lead, { open: load.open + 1, late: load.late + (isLate(one, day) ? 1 : 0) })
  }
  return loads
}

export interface Suggestion {
  officer: string
  /** Head of the dusun where it happened. */
  dusun: boolean
  /** How many cases of this category they have led. */
  handled: number
}

const SUGGESTED = 3

/** Who should lead: the head of the dusun and those who know the category; never a respondent, nor who has just sent it back. */
export function suggestLeads(
  state: CaseState,
  cases: readonly CaseSummary[],
  village: Village,
  day: string,
): Suggestion[] {
  const handled = handledBy(cases, state.category)
  const heads = headsOf(state.facts?.place.dusun, village, day)
  return [...new Set([...heads, ...handled.keys()])]
    .filter((officer) => !state.respondents.includes(officer) && officer !== state.returned?.by)
    .filter((officer) => inOffice(village, officer, day))
    .map((officer) => ({ officer, dusun: heads.includes(officer), handled: handled.get(officer) ?? 0 }))
    .sort((a, b) => Number(b.dusun) - Number(a.dusun) || b.handled - a.handled)
    .slice(0, SUGGESTED)
}

function handledBy(cases: readonly CaseSummary[], category: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of cases)
    if (one.lead && one.category === category) counts.set(one.lead, (counts.get(one.lead) ?? 0) + 1)
  return counts
}

function headsOf(dusun: string | undefined, village: Village, day: string): string[] {
  if (!dusun) return []
  return Object.keys(village.officers).filter((officer) =>
    termsOf(village, officer, day).some((term) => term.position === 'kepalaDusun' && term.dusun === dusun),
  )
}
