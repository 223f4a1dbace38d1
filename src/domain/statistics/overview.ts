/** Everything that the Kepala Desa's page shows, as of a day. */
import type { CaseSummary } from '../summary.ts'
import { termsOf, type Village } from '../village.ts'
import { figureTest, isLate, isOpen, monthsUpTo, type Figure } from './figures.ts'
import { tallyBy, type Tally } from './tally.ts'

export interface MonthFigures {
  month: string
  entered: number
  left: number
  openAt: number
}

export interface Overview {
  open: number
  late: number
  near: number
  approval: number
  dusun: Map<string, Tally>
  officers: Map<string, Tally>
  months: MonthFigures[]
  satisfied: number
  dissatisfied: number
  /** Open the longest, oldest first. */
  oldest: CaseSummary[]
}

const MONTHS = 12
const OLDEST = 5

/** Whoever is Kepala Desa that day, or stands in. */
export function headsOn(village: Village, day: string): string[] {
  return Object.keys(village.officers).filter((officer) =>
    termsOf(village, officer, day).some(({ position }) => position === 'kepalaDesa'),
  )
}

/** The complaints that the Kepala Desa may know of: none about themselves, whoever looks. */
export function knownToHeads(cases: readonly CaseSummary[], village: Village, day: string): CaseSummary[] {
  const heads = new Set(headsOn(village, day))
  return cases.filter(({ respondents }) => !respondents?.some((officer) => heads.has(officer)))
}

/** Counts what the page shows. */
export function overviewOf(cases: readonly CaseSummary[], day: string): Overview {
  const count = (name: Figure['name'], span = '') => cases.filter(figureTest({ name, span }, day)).length
  const open = cases.filter(isOpen)
  const year = day.slice(0, 4)
  return {
    open: open.length,
    late: open.filter((one) => isLate(one, day)).length,
    near: count('near'),
    approval: count('approval'),
    dusun: tallyBy(cases, ({ dusun }) => dusun, day),
    officers: tallyBy(cases, ({ lead }) => lead, day),
    months: monthsUpTo(day, MONTHS).map((month) => ({
      month,
      entered: count('entered', month),
      left: count('left', month),
      openAt: count('openAt', month),
    })),
    satisfied: count('satisfied', year),
    dissatisfied: count('dissatisfied', year),
    oldest: open.sort(byReceipt).slice(0, OLDEST),
  }
}

const byReceipt = (a: CaseSummary, b: CaseSummary): number =>
  a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.id < b.id ? -1 : 1
