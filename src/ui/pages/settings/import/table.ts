/** A CSV text as a table: its header found by known words, its rows by their number in the spreadsheet. */
import Papa from 'papaparse'
import { columnsIn, type Columns } from './columns.ts'

export interface Row {
  /** As the spreadsheet numbers it. */
  line: number
  /** The cell of a column, trimmed; '' where there is none. */
  cell: (column: string) => string
}

export type Table =
  | { ok: true; rows: Row[]; columns: Columns; ignored: string[] }
  | { ok: false; why: 'header' | 'rows' | 'too-many' }

/** Titles and blank lines may stand above the header, so many at the most. */
const HEADER_WITHIN = 15
const MOST_ROWS = 5_000
/** Excel opens a CSV right where its first line says how it is cut: `sep=;`. */
const SEP_LINE = /^sep=(.)\r?\n/i

/** Reads a text; `wanted` are the columns that the import knows. */
export function readTable(text: string, wanted: readonly string[]): Table {
  const records = recordsOf(text)
  const at = records.slice(0, HEADER_WITHIN).findIndex((cells) => columnsIn(cells, wanted).size >= 2)
  if (at < 0) return { ok: false, why: 'header' }
  const header = records[at]!
  const columns = columnsIn(header, wanted)
  const rows = records.slice(at + 1).flatMap((cells, index): Row[] => {
    if (cells.every((cell) => !cell.trim())) return []
    const cell = (column: string) => (cells[columns.get(column) ?? -1] ?? '').trim()
    return [{ line: at + index + 2, cell }]
  })
  if (rows.length === 0) return { ok: false, why: 'rows' }
  if (rows.length > MOST_ROWS) return { ok: false, why: 'too-many' }
  const used = new Set(columns.values())
  return { ok: true, rows, columns, ignored: header.filter((title, i) => title.trim() && !used.has(i)) }
}

function recordsOf(text: string): string[][] {
  const said = SEP_LINE.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const { data } = Papa.parse<string[]>(body, {
    delimiter: said?.[1] ?? '',
    delimitersToGuess: [';', ',', '\t'],
  })
  // The line that says how it is cut counts in the spreadsheet.
  return said ? [[], ...data] : data
}
