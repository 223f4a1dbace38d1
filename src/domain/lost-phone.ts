/** Which cases the phone of an officer held: for the notice after it was lost. Rather one too many than one too few. */
import { keepersOn } from './audience.ts'
import { dusunOf } from './hamlet.ts'
import type { CaseSummary } from './summary.ts'
import { addDays } from './time.ts'
import type { Village } from './village.ts'

export interface HeldCase {
  id: string
  number?: string
  subject: string
  /** Who complained, where that phone could name them. */
  complainant?: string
  /** `hamlet`: it only knew of the complaint, not who complained. */
  how: 'desk' | 'team' | 'captured' | 'hamlet'
}

/** What of these cases lay on a phone of that officer on a day, as far as this reader knows the cases. */
export function heldOnPhone(
  cases: readonly CaseSummary[],
  officer: string,
  village: Village,
  day: string,
): HeldCase[] {
  const isDesk = keepersOn(village, day).includes(officer)
  const dusun = village.settings.hamletSummaries ? dusunOf(village, officer, day) : []
  return cases.flatMap((one): HeldCase[] => {
    const how = howHeld(one, officer, isDesk, dusun, addDays(day, -village.settings.capturerKeeps))
    if (!how) return []
    const { id, number, subject, complainant, confidential } = one
    const isNamed = complainant && (how === 'desk' || (how !== 'hamlet' && !confidential))
    return [{ id, subject, how, ...(number ? { number } : {}), ...(isNamed ? { complainant } : {}) }]
  })
}

function howHeld(
  one: CaseSummary,
  officer: string,
  isDesk: boolean,
  dusun: readonly string[],
  keptSince: string,
): HeldCase['how'] | undefined {
  if (isDesk) return 'desk'
  if (one.lead === officer || one.helpers.includes(officer)) return 'team'
  if (!one.confidential && one.orders?.some(({ to }) => to === officer)) return 'team'
  const open = !one.endedOn
  if (one.capturedBy === officer && (open || one.endedOn! >= keptSince)) return 'captured'
  const isTold = open && !one.confidential && !one.restricted && !one.misconduct
  return isTold && one.dusun !== undefined && dusun.includes(one.dusun) ? 'hamlet' : undefined
}
