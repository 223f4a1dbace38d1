/** What a case is called in lists. */
import { showReceiptCode } from '../../domain/receipt.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { caseText } from '../../text/case.ts'
import { office } from '../../text/office.ts'

/** Its number, else that of the paper book where it is history, else its receipt code. */
export function caseName(one: Pick<CaseSummary, 'number' | 'code' | 'history' | 'paperNumber'>): string {
  if (one.number) return one.number
  const paper = one.history && one.paperNumber
  return paper ? office.fromPaper(paper) : caseText.code(showReceiptCode(one.code))
}

/** The complainant as a list may show it. */
export function complainantName(one: Pick<CaseSummary, 'complainant' | 'confidential'>): string {
  return one.complainant ?? (one.confidential ? office.hidden : office.anonymous)
}
