/** The receipt of a complaint: its code, and the phone to which it may be sent. */
import type { CaseState } from '../../../domain/case-state.ts'
import { showReceiptCode } from '../../../domain/receipt.ts'

export interface Receipt {
  code: string
  /** Undefined where the number is not known here. */
  phone?: string
}

/** Of a case whose complaint has come. */
export const receiptOf = ({ facts, identity }: CaseState): Receipt => ({
  code: showReceiptCode(facts!.code),
  phone: identity.phone,
})
