/** An Excel file of some tables: real dates and numbers, the head frozen. The library loads when a file is asked for. */
import type { Cell, Table } from './table.ts'

const HEAD = { fontWeight: 'bold', wrap: true, backgroundColor: '#e8e8e8', alignVertical: 'top' } as const
const MAX_CELL = 32_000
const DATE = 'dd-mm-yyyy'

/** Without a worker of its own: the app's policy allows none that is made of a text. */
export async function xlsxOf(tables: readonly Table[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: sheetName(name),
    data: [
      columns.map(({ head }) => ({ value: head, type: String, ...HEAD })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: columns.map(({ width = 14 }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }))
  return write(sheets).toBlob()
}

/** Texts are stored as texts, never as formulas, whatever they begin with. */
function cellOf(cell: Cell) {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'string')
    return { value: printable(cell).slice(0, MAX_CELL), type: String, alignVertical: 'top' as const }
  return { value: new Date(`${cell.day}T00:00:00.000Z`), type: Date, format: DATE }
}

/** XML has no room for other control characters. */
const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()

/** What Excel takes for the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
