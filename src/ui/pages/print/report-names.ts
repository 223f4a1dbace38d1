/** The rows of a report by the names that things and people had at its time. */
import type { Channel } from '../../../domain/kinds/fields.ts'
import type { Dimension, RecapLine, RecapRow } from '../../../domain/statistics/recap.ts'
import { leftOf } from '../../../domain/statistics/recap.ts'
import type { Report } from '../../../domain/statistics/report.ts'
import { termsOf } from '../../../domain/village.ts'
import { t } from '../../../text/index.ts'
import { overview } from '../../../text/overview.ts'
import { days, percent, recap as words } from '../../../text/recap.ts'

/** What a key of a dimension is called: an officer by name and position of that time. */
export function nameOf({ village, period }: Report, by: Dimension, key: string): string {
  if (by === 'channel') return t.words.channel[key as Channel]
  if (by === 'category') return key || '-'
  if (by === 'dusun') return key || overview.noDusun
  if (!key) return overview.noOfficer
  const [term] = termsOf(village, key, period.to)
  const name = village.officers[key]?.name ?? t.common.unknownOfficer
  return term ? `${name} (${t.words.title(term)})` : name
}

/** The rows of a dimension with their names, in the order of the alphabet, those without one last. */
export function namedRows(report: Report, by: Dimension): (RecapRow & { name: string })[] {
  return report.recap.by[by]
    .map((row) => ({ ...row, name: nameOf(report, by, row.key) }))
    .sort((a, b) => Number(!a.key) - Number(!b.key) || a.name.localeCompare(b.name, 'id'))
}

/** What can be finished of a line, and what was. */
export const doneShare = (line: RecapLine): [part: number, of: number] => [
  leftOf(line),
  line.before + line.entered,
]

export interface Compared {
  name: string
  now: string
  then: string
  change: string
  /** Now and then as numbers. */
  values: [now: number | undefined, then: number | undefined]
}

/** Each figure of the span beside that of the span before: as words, and how far it moved. */
export function comparison({ recap, before }: Report): Compared[] {
  const figures = [recap, before].map(({ total, reopened, satisfied, dissatisfied }) => ({
    entered: total.entered,
    left: leftOf(total),
    after: total.after,
    share: ratio(...doneShare(total)),
    mean: total.mean,
    median: total.median,
    onTime: ratio(total.onTime, total.timed),
    back: reopened.back,
    satisfied,
    dissatisfied,
  }))
  const [now, then] = figures as [(typeof figures)[0], (typeof figures)[0]]
  const rows = Object.keys(words.compare.rows) as (keyof typeof now)[]
  return rows.map((key) => {
    const show = key === 'share' || key === 'onTime' ? inPercent : days
    return {
      name: words.compare.rows[key],
      now: show(now[key]),
      then: show(then[key]),
      change: changeOf(now[key], then[key], show),
      values: [now[key], then[key]],
    }
  })
}

const ratio = (part: number, of: number): number | undefined => (of ? (100 * part) / of : undefined)
const inPercent = (value: number | undefined): string => (value === undefined ? '-' : percent(value, 100))

function changeOf(now: number | undefined, then: number | undefined, show: (n: number) => string): string {
  if (now === undefined || then === undefined) return '-'
  const moved = now - then
  return moved > 0 ? `+${show(moved)}` : show(moved)
}

/** What became known after the report was closed, a sentence each. */
export const laterLines = (report: Report): string[] =>
  report.later.map((change) =>
    words.later.line(change, (key = '') =>
      change.what in words.by ? nameOf(report, change.what as Dimension, key) : key,
    ),
  )
