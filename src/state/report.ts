/** The report of a span from all journals that this device holds, each as it stood when the span closed. */
import { VILLAGE } from '../domain/ids.ts'
import { Past } from '../domain/statistics/past.ts'
import { reportIn, trendIn, type Report, type TrendMonth } from '../domain/statistics/report.ts'
import type { Period } from '../domain/statistics/turns.ts'
import { current } from './current.svelte.ts'

export interface ReadReport extends Report {
  /** So many are known of, but their journals have not come (yet): the report is not complete. */
  coming: number
  /** The cases behind its figures, for the access log of an export. */
  cases: string[]
  /** The months up to its end. */
  trend: () => TrendMonth[]
}

/** Reads and counts. Throws where the journals cannot be read. */
export async function readReport(period: Period, now: string): Promise<ReadReport> {
  const device = current.open
  const ids = (await device.cases()).flatMap(({ id, registeredOn }) => (registeredOn ? id : []))
  const journals = new Map(await device.journals([...ids, VILLAGE]))
  const village = journals.get(VILLAGE) ?? []
  journals.delete(VILLAGE)
  const cases = ids.filter((id) => journals.get(id)?.some(({ kind }) => kind === 'registered'))
  const past = new Past(journals, village)
  return {
    ...reportIn(past, period, now),
    coming: ids.length - cases.length,
    cases,
    trend: () => trendIn(past, period, now),
  }
}
