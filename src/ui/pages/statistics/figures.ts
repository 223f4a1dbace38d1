/** What the charts show of a report. */
import type { Dimension } from '../../../domain/statistics/recap.ts'
import type { Report, TrendMonth } from '../../../domain/statistics/report.ts'
import { t } from '../../../text/index.ts'
import { overview } from '../../../text/overview.ts'
import { recap } from '../../../text/recap.ts'
import { statistics as words } from '../../../text/statistics.ts'
import { namedRows } from '../print/report-names.ts'
import type { ChartData } from './chart.ts'

export const monthName = (month: string): string => t.format.shortMonth(`${month}-01`)

export const trendData = (months: readonly TrendMonth[]): ChartData => ({
  series: [words.entered, words.left, words.after],
  rows: months.map(({ month, entered, left, after }) => ({
    label: monthName(month),
    values: [entered, left, after],
  })),
})

/** All that were handled in the span: there at its beginning, or come within it. The largest first. */
export const dimensionData = (report: Report, by: Dimension): ChartData => ({
  series: [words.count],
  rows: namedRows(report, by)
    .map(({ name, before, entered }) => ({ label: name, values: [before + entered] }))
    .sort((a, b) => b.values[0]! - a.values[0]!),
})

/** By dusun with what is still open: where the work lies. */
export const whereData = (report: Report): ChartData => ({
  series: [words.handled, words.after],
  rows: namedRows(report, 'dusun')
    .map(({ name, before, entered, after }) => ({ label: name, values: [before + entered, after] }))
    .sort((a, b) => b.values[0]! - a.values[0]!),
})

export const outcomeData = ({ recap: { outcomes } }: Report): ChartData => ({
  series: [words.count],
  rows: outcomes.map(({ outcome, count }) => ({ label: recap.outcome(outcome), values: [count] })),
})

export const reactionData = ({ recap: { satisfied, dissatisfied } }: Report): ChartData => ({
  series: [words.count],
  rows:
    satisfied + dissatisfied
      ? [
          { label: overview.satisfied, values: [satisfied] },
          { label: overview.dissatisfied, values: [dissatisfied] },
        ]
      : [],
})

export const timeData = ({ recap: { total } }: Report): ChartData => ({
  series: [words.count],
  rows: total.timed
    ? [
        { label: words.onTime, values: [total.onTime] },
        { label: words.lateDone, values: [total.timed - total.onTime] },
      ]
    : [],
})
