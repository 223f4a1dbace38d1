/** Short sentences that the thread, the facts and the forms share. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import { caseText } from '../../../text/case.ts'
import { t } from '../../../text/index.ts'

/** `nama dan nomor HP`. */
export const missingWords = (missing: readonly (keyof typeof t.words.identityField)[]): string =>
  t.format.list(missing.map((field) => t.words.identityField[field]))

/** `Pengaduan, Jalan/jembatan/drainase, mendesak`. */
export function classification(data: DataOf<'classified'>): string {
  const words = [caseText.types[data.type], data.category]
  if (data.urgent) words.push(caseText.urgent.toLowerCase())
  if (data.misconduct) words.push(caseText.misconduct)
  return words.join(', ')
}

/** What a case is called in one line: its number, else its receipt code. */
export function callName(
  state: Pick<CaseState, 'number' | 'facts'>,
  showCode: (code: string) => string,
): string {
  if (state.number) return state.number
  return state.facts ? caseText.code(showCode(state.facts.code)) : caseText.noNumber
}
