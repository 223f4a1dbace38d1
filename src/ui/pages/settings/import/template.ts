/** The file to begin with: the header and one example, as Indonesian Excel opens it. */
import { imports } from '../../../../text/imports.ts'
import type { ColumnName } from './columns.ts'

const EXAMPLE: Record<ColumnName, string> = {
  name: 'Ibu Contoh',
  phone: '0821-3345-4594',
  position: 'Kasi Pelayanan',
  dusun: '',
  from: '01-01-2024',
  to: '',
  paperNumber: '12/2024',
  receivedOn: '31-01-2024',
  channel: 'Tatap muka',
  complainant: 'Bapak Contoh',
  address: 'Contohrejo',
  rt: '003',
  rw: '002',
  rtRw: '003/002',
  subject: 'Jalan berlubang',
  description: 'Jalan depan balai berlubang sejak Desember.',
  category: 'Jalan/jembatan/drainase',
  status: 'Ditindaklanjuti',
  answeredOn: '10-02-2024',
  answer: 'Sudah ditambal bersama warga.',
}

/** So that Excel takes it for UTF-8. */
const MARK = '\ufeff'

/** The text of the template for some columns. */
export function templateOf(columns: readonly string[]): string {
  const line = (of: Record<ColumnName, string>) => columns.map((name) => of[name as ColumnName]).join(';')
  return `${MARK}${line(imports.columns)}\r\n${line(EXAMPLE)}\r\n`
}
