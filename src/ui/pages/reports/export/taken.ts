/** What goes into a file: the tables of a span, and whose cases stand in them. */
import { bookOf, type BookSpan } from '../../../../domain/register-book.ts'
import { casesOf } from '../../../../state/book.ts'
import { readReport } from '../../../../state/report.ts'
import { register } from '../../../../state/register.svelte.ts'
import { village } from '../../../../state/village.svelte.ts'
import { officerName } from '../../case/officers.ts'
import { bookTable } from './book-table.ts'
import { caseTable } from './case-table.ts'
import { recapInOne, recapTables } from './recap-tables.ts'
import type { Table } from './table.ts'

export const KINDS = ['book', 'recap', 'cases'] as const
export type ExportKind = (typeof KINDS)[number]

export interface Taken {
  /** For Excel, a sheet each. */
  tables: Table[]
  /** For CSV, which has one. */
  one: Table
  cases: string[]
  coming: number
}

/** Reads what a file holds, as of now. */
export async function taken(kind: ExportKind, span: BookSpan, now: string, full: boolean): Promise<Taken> {
  if (kind === 'recap') {
    const report = await readReport(span, now)
    const { cases, coming } = report
    return { tables: recapTables(report), one: recapInOne(report), cases, coming }
  }
  const { cases, coming } = await casesOf(span, now)
  const rows = bookOf(cases, span, full)
  const one =
    kind === 'book'
      ? bookTable(rows, officerName, (id) => register.get(id)?.number ?? '')
      : caseTable(rows, cases, village.current, officerName)
  return { tables: [one], one, cases: rows.flatMap(({ id }) => id ?? []), coming }
}
