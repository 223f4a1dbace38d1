/** A table on its way into a file: what is a date or a number stays one until the file's own format is written. */
import { typedDate } from '../../../../text/format.ts'

export type Cell = string | number | { day: string } | undefined

export interface Column {
  head: string
  /** In characters. */
  width?: number
}

export interface Table {
  /** The sheet's name, up to 31 characters. */
  name: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** A day where there is one. */
export const dayCell = (day: string | undefined): Cell => (day ? { day } : undefined)

/** A cell as a person types it: DD-MM-YYYY, a decimal comma. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  return typeof cell === 'string' ? cell : typedDate(cell.day)
}

/** The lines of a table for CSV, its head first. */
export const linesOf = ({ columns, rows }: Table): string[][] => [
  columns.map(({ head }) => head),
  ...rows.map((row) => row.map(cellText)),
]
