/** Files for Excel: read back by another library, they hold the same table, with real dates and numbers and no formula. */
import { unzipSync } from 'fflate'
import { parse } from 'papaparse'
import readWorkbook, { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { bookOf } from '../../src/domain/register-book.ts'
import { reportOf } from '../../src/domain/statistics/report.ts'
import { csvOf } from '../../src/ui/parts/csv.ts'
import { bookTable } from '../../src/ui/pages/reports/export/book-table.ts'
import { caseTable } from '../../src/ui/pages/reports/export/case-table.ts'
import { recapInOne, recapTables } from '../../src/ui/pages/reports/export/recap-tables.ts'
import { linesOf, type Table } from '../../src/ui/pages/reports/export/table.ts'
import { xlsxOf } from '../../src/ui/pages/reports/export/xlsx.ts'
import {
  PEOPLE,
  TestJournal,
  atNoon,
  caseId,
  complaint,
  testVillage,
  villageJournal,
} from '../support/domain.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const DANGEROUS = ['=1+1', '+62', '-5', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x";"y")', 'a;b "c"\nd']

function journal(n: number, data = {}, name = `Warga ${n}`): TestJournal {
  const own = new TestJournal(caseId(`ex${n}`))
  const at = { at: atNoon('2026-03-04') }
  own.write(PEOPLE.petugas, 'registered', complaint(data), at)
  own.write('pusat', 'numbered', { number: `00${n}/ADU/III/2026`, year: 2026, n }, at)
  own.write(PEOPLE.petugas, 'identityGiven', { name, address: 'RT 001', phone: '+6282133454594' }, at)
  return own
}

const all = [
  ...DANGEROUS.map((subject, i) => journal(i + 1, { subject, description: subject }, subject)),
  journal(8, { confidential: true, subject: 'Warung' }, 'Bisri Tertutup'),
  journal(9, { respondents: [PEOPLE.kasi], subject: 'Loket' }, 'Siti Terbatas'),
]
const cases = all.map(({ id, entries }) => foldCase(id, entries))
const officer = (id: string) => id
const rows = bookOf(cases, YEAR)
const register = bookTable(rows, officer, String)
const data = caseTable(rows, cases, testVillage(), officer)
const report = reportOf(
  new Map(all.map(({ id, entries }) => [id, entries])),
  villageJournal().entries,
  YEAR,
  '2027-06-01T00:00:00.000Z',
)

const bytesOf = async (tables: readonly Table[]) => Buffer.from(await (await xlsxOf(tables)).arrayBuffer())

/** A table as another reader gives it: days as their date, nothing as null. */
const asRead = ({ columns, rows: lines }: Table) => [
  columns.map(({ head }) => head),
  ...lines.map((line) =>
    line.map((cell) => {
      if (cell === undefined || cell === '') return null
      return typeof cell === 'object' ? `day ${cell.day}` : typeof cell === 'string' ? cell.trim() : cell
    }),
  ),
]
const read = async (bytes: Buffer, sheet: string) =>
  (await readSheet(bytes, sheet)).map((line) =>
    line.map((cell) => (cell instanceof Date ? `day ${cell.toISOString().slice(0, 10)}` : cell)),
  )

describe('an Excel file', () => {
  it.each([
    ['register', [register]],
    ['cases', [data]],
    ['recap', recapTables(report)],
  ])('of the %s says what the table says, to another library', async (_what, tables) => {
    const bytes = await bytesOf(tables)
    expect((await readWorkbook(bytes)).map(({ sheet }) => sheet)).toEqual(tables.map(({ name }) => name))
    for (const table of tables) {
      const width = table.columns.length
      const padded = (lines: unknown[][]) =>
        lines.map((line) => [...line, ...Array<null>(width - line.length).fill(null)])
      expect(padded(await read(bytes, table.name))).toEqual(asRead(table))
    }
  })

  it('holds no formula, and its head stays when one scrolls', async () => {
    const files = unzipSync(new Uint8Array(await bytesOf([register])))
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  })
})

describe('a CSV file', () => {
  it('begins with the byte order mark, is cut by semicolons, and no cell can become a formula', () => {
    const text = csvOf(linesOf(register))
    expect(text.startsWith('\ufeff')).toBe(true)
    const { data: lines, errors } = parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true })
    expect(errors).toEqual([])
    expect(lines).toHaveLength(cases.length + 1)
    expect(lines.every(({ length }) => length === register.columns.length)).toBe(true)
    expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(lines[1]![2]).toBe('04-03-2026')
  })

  it('writes decimals with a comma, as an Indonesian Excel reads them', () => {
    const table = { name: 'x', columns: [{ head: 'a' }], rows: [[1.5], [{ day: '2026-03-04' }], [undefined]] }
    expect(csvOf(linesOf(table))).toBe('\ufeffa\r\n1,5\r\n04-03-2026\r\n\r\n')
  })
})

describe('who is in a file', () => {
  it('nobody who hides and nothing of a restricted case, but in the full copy', () => {
    const told = (table: Table) => linesOf(table).flat().join('\n')
    for (const table of [register, data, recapInOne(report), ...recapTables(report)])
      expect(told(table)).not.toMatch(/Bisri|Tertutup|Siti|Terbatas\b|Loket/)
    expect(told(data)).toContain('dirahasiakan')
    expect(told(data)).toContain('perkara terbatas')
    const full = caseTable(bookOf(cases, YEAR, true), cases, testVillage(), officer)
    expect(told(full)).toMatch(/Bisri Tertutup[\s\S]*Siti Terbatas/)
  })

  it('nobody in a recap, whose lines are all there in one table', () => {
    const { rows: lines } = recapInOne(report)
    expect(lines.filter(([by]) => by === 'Kanal')).toHaveLength(2)
    expect(linesOf(recapInOne(report)).flat().join('\n')).not.toMatch(/Warga|SUM/)
  })
})
