/** All open cases of one officer to another: what each becomes. */
import { FINAL, type CaseState } from '../../domain/case-state.ts'
import type { DataOf } from '../../domain/entries.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { addDays } from '../../domain/time.ts'
import { inOffice, type Village } from '../../domain/village.ts'

/** The open cases that an officer leads, and those in which they help. */
export function heldBy(officer: string, cases: readonly CaseSummary[]): { leads: string[]; helps: string[] } {
  const open = cases.filter(({ status }) => !FINAL.has(status))
  return {
    leads: open.filter(({ lead }) => lead === officer).map(({ id }) => id),
    helps: open
      .filter(({ lead, helpers }) => lead !== officer && helpers.includes(officer))
      .map(({ id }) => id),
  }
}

/**
 * The assignment with one officer in another's place. Helpers who have left hold nothing any more; a due day that has passed
 * is left to the rules.
 */
export function replaced(
  { assignment }: CaseState,
  from: string,
  to: string,
  village: Village,
  day: string,
): DataOf<'assigned'> | undefined {
  if (!assignment || ![assignment.lead, ...assignment.helpers].includes(from)) return undefined
  const { lead, helpers, boxes, instruction, due } = assignment
  const instead = (officer: string) => (officer === from ? to : officer)
  const next = instead(lead)
  return {
    lead: next,
    helpers: [...new Set(helpers.map(instead))].filter(
      (helper) => helper !== next && inOffice(village, helper, day),
    ),
    ...(boxes ? { boxes } : {}),
    ...(instruction ? { instruction } : {}),
    ...(due && due >= day ? { due } : {}),
  }
}

/** So many days before a term ends, its cases are to be handed over. */
const AHEAD_DAYS = 14

export interface Leaving {
  officer: string
  /** The last day in office. */
  on: string
  count: number
}

/** Whose last term ends soon or has ended, while they still have open cases; the earliest first. */
export function leaving(cases: readonly CaseSummary[], village: Village, day: string): Leaving[] {
  const officers = new Set(cases.flatMap(({ lead, helpers }) => [...(lead ? [lead] : []), ...helpers]))
  return [...officers]
    .flatMap((officer) => {
      const on = lastDayOf(officer, village, day)
      const { leads, helps } = heldBy(officer, cases)
      const count = leads.length + helps.length
      return on && count > 0 ? [{ officer, on, count }] : []
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The last day of who leaves; undefined for whoever stays. */
function lastDayOf(officer: string, village: Village, day: string): string | undefined {
  const soon = addDays(day, AHEAD_DAYS)
  if (inOffice(village, officer, day) && inOffice(village, officer, addDays(soon, 1))) return undefined
  const ends = village.terms.filter((term) => term.officer === officer && term.from <= day)
  if (ends.some(({ to }) => !to || to > soon)) return undefined
  return ends
    .map(({ to }) => to!)
    .sort()
    .at(-1)
}
