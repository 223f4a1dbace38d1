/** From a file to a checked preview; nothing is written by it. */
import type { Village } from '../../../../domain/village.ts'
import type { CaseSummary } from '../../../../domain/summary.ts'
import type { NewOfficer, OldCase } from '../../../../state/import-entries.ts'
import { imports } from '../../../../text/imports.ts'
import { t } from '../../../../text/index.ts'
import type { Checked } from './checked.ts'
import type { ColumnName } from './columns.ts'
import { decode } from './decode.ts'
import { checkOfficers, OFFICER_COLUMNS, OFFICER_NEEDS } from './officers.ts'
import { checkRegister, keyOf, REGISTER_COLUMNS, REGISTER_NEEDS } from './register.ts'
import { readTable, type Row } from './table.ts'

export type What = 'officers' | 'register'

export interface Preview<T = NewOfficer | OldCase> {
  ok: true
  rows: Checked<T>[]
  /** Sentences about the whole file. */
  notes: string[]
}

export interface World {
  village: Village
  day: string
  cases: readonly CaseSummary[]
}

export const COLUMNS: Record<What, readonly ColumnName[]> = {
  officers: OFFICER_COLUMNS,
  register: REGISTER_COLUMNS,
}
const NEEDS: Record<What, readonly ColumnName[]> = { officers: OFFICER_NEEDS, register: REGISTER_NEEDS }

/** Reads the bytes of a file; a sentence where that cannot be done. */
export function readFile(
  bytes: Uint8Array,
  what: What,
  world: World,
): Preview | { ok: false; sentence: string } {
  const decoded = decode(bytes)
  if (!decoded.ok) return { ok: false, sentence: imports.unreadable[decoded.why] }
  const table = readTable(decoded.text, COLUMNS[what])
  if (!table.ok) return { ok: false, sentence: imports.unreadable[table.why] }
  const missing = NEEDS[what].filter((column) => !table.columns.has(column))
  if (missing.length) {
    const names = t.format.list(missing.map((column) => imports.columns[column]))
    return { ok: false, sentence: imports.missingColumn(names) }
  }
  const notes = [
    decoded.charset === 'windows-1252' && imports.charset,
    table.ignored.length > 0 && imports.ignored(table.ignored.join(', ')),
  ].filter((note) => !!note) as string[]
  return { ok: true, rows: check(table.rows, what, world), notes }
}

function check(
  rows: readonly Row[],
  what: What,
  { village, day, cases }: World,
): Checked<NewOfficer | OldCase>[] {
  if (what === 'officers') return checkOfficers(rows, village, day)
  const here = new Set(cases.map((one) => keyOf(one, one.complainant)))
  return checkRegister(rows, village, day, (key) => here.has(key))
}
