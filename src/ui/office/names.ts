/** What a case is called in lists. */
import { showReceiptCode } from '../../domain/receipt.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { caseText } from '../../text/case.ts'
import { office } from '../../text/office.ts'

/** Its number, else its receipt code. */
export const caseName = (one: Pick<CaseSummary, 'number' | 'code'>): string =>
  one.number ?? caseText.code(showReceiptCode(one.code))

/** The complainant as a list may show it. */
export function complainantName(one: Pick<CaseSummary, 'complainant' | 'confidential'>): string {
  return one.complainant ?? (one.confidential ? office.hidden : office.anonymous)
}
