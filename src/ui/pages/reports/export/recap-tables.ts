/** The recap as tables: one sheet for each way of counting, or everything in one for CSV. */
import { DIMENSIONS, type Dimension, type RecapLine } from '../../../../domain/statistics/recap.ts'
import type { Report } from '../../../../domain/statistics/report.ts'
import { exportText as words } from '../../../../text/exports.ts'
import { plainHead, recap as sheet, spanWords } from '../../../../text/recap.ts'
import { comparison, doneShare, laterLines, namedRows } from '../../print/report-names.ts'
import type { Cell, Column, Table } from './table.ts'

const COUNTS = Object.keys(sheet.columns) as (keyof typeof sheet.columns)[]
const COLUMNS: Column[] = [
  ...COUNTS.map((name) => ({ head: plainHead(sheet.columns[name]) })),
  { head: plainHead(sheet.share) },
  { head: plainHead(sheet.mean) },
  { head: words.median },
  { head: words.measured },
  { head: words.inTime },
]

const rounded = (value: number | undefined): Cell =>
  value === undefined ? undefined : Math.round(value * 10) / 10

function cellsOf(line: RecapLine): Cell[] {
  const [part, of] = doneShare(line)
  return [
    ...COUNTS.map((name) => line[name]),
    of ? rounded((100 * part) / of) : undefined,
    rounded(line.mean),
    line.median,
    line.timed,
    line.onTime,
  ]
}

const rowsOf = (report: Report, by: Dimension): Cell[][] => [
  ...namedRows(report, by).map((row) => [row.name, ...cellsOf(row)]),
  [words.totals, ...cellsOf(report.recap.total)],
]

/** One sheet for each. */
export function recapTables(report: Report): Table[] {
  const { recap, before } = report
  return [
    ...DIMENSIONS.map((by) => ({
      name: plainHead(sheet.first[by]),
      columns: [{ head: plainHead(sheet.first[by]), width: 34 }, ...COLUMNS],
      rows: rowsOf(report, by),
    })),
    {
      name: words.compare,
      columns: [
        { head: words.figure, width: 30 },
        { head: spanWords(recap.period), width: 18 },
        { head: spanWords(before.period), width: 18 },
      ],
      rows: comparison(report).map(({ name, values }) => [name, ...values.map(rounded)]),
    },
    {
      name: words.outcomes,
      columns: [{ head: words.outcomes, width: 34 }, { head: words.totals }],
      rows: recap.outcomes.map(({ outcome, count }) => [sheet.outcome(outcome), count]),
    },
    {
      name: words.later,
      columns: [{ head: words.text, width: 90 }],
      rows: laterLines(report).map((line) => [line]),
    },
  ]
}

/** Everything below each other, told apart by a first column. */
export const recapInOne = (report: Report): Table => ({
  name: sheet.name,
  columns: [{ head: words.by }, { head: words.name }, ...COLUMNS],
  rows: DIMENSIONS.flatMap((by) => rowsOf(report, by).map((row) => [plainHead(sheet.first[by]), ...row])),
})
