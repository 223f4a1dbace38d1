/** The register book as a table: the columns of the sheet, with real dates and numbers. */
import type { BookRow } from '../../../../domain/register-book.ts'
import { book } from '../../../../text/reports.ts'
import { bookCells } from '../../print/book-cells.ts'
import { dayCell, type Cell, type Table } from './table.ts'

type Names = (id: string) => string

const WIDTHS = [8, 20, 14, 16, 24, 28, 18, 30, 50, 30, 28, 40, 14, 16, 30]
const NOTHING = '-'

export const bookTable = (rows: readonly BookRow[], officer: Names, numberOf: Names): Table => ({
  name: book.name,
  columns: book.columns.map((head, i) => ({ head, width: WIDTHS[i] })),
  rows: rows.map((row, index) => {
    const cells: Cell[] = bookCells(row, index, officer, numberOf).map((cell) =>
      cell === NOTHING ? undefined : cell,
    )
    cells[0] = index + 1
    cells[2] = dayCell(row.receivedOn)
    if (row.told === 'all' && row.description) cells[8] = row.description
    cells[12] = dayCell(row.answeredOn)
    return cells
  }),
})
