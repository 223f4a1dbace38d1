/** What the cover letter says before anybody changes it. */
import type { Dimension } from '../../../domain/statistics/recap.ts'
import type { Report } from '../../../domain/statistics/report.ts'
import { readReport } from '../../../state/report.ts'
import { router } from '../../../state/router.svelte.ts'
import { village } from '../../../state/village.svelte.ts'
import { cover, coverLines } from '../../../text/cover.ts'
import { spanIn } from '../reports/spans.ts'
import type { Letter } from './letter.ts'
import { namedRows } from './report-names.ts'

/** Its text, from the figures of the span in the address. */
export async function coverBegins(): Promise<Partial<Letter>> {
  const report = await readReport(spanIn(router.query, village.day), village.now)
  const foremost = { category: foremostOf(report, 'category'), dusun: foremostOf(report, 'dusun') }
  return { body: coverLines(report, foremost).join('\n\n'), enclosed: cover.enclosed }
}

/** The row with the most that has a name. */
function foremostOf(report: Report, by: Dimension): [string, number] | undefined {
  const rows = namedRows(report, by).filter(({ key }) => key)
  const [first] = rows
    .map(({ name, before, entered }): [string, number] => [name, before + entered])
    .sort((a, b) => b[1] - a[1])
  return first
}
