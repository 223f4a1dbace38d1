/** The receipt of a complaint: its code, and the message that takes it to the complainant. */
import type { CaseState } from '../../../domain/case-state.ts'
import { whatsAppLink } from '../../../domain/phone.ts'
import { showReceiptCode } from '../../../domain/receipt.ts'
import { village } from '../../../state/village.svelte.ts'
import { capture } from '../../../text/capture.ts'
import { t } from '../../../text/index.ts'

export interface Receipt {
  code: string
  /** Opens WhatsApp with the receipt; undefined where the number is not known here. */
  whatsApp?: string
}

/** Of a case whose complaint has come. */
export function receiptOf(state: CaseState): Receipt {
  const code = showReceiptCode(state.facts!.code)
  const { phone } = state.identity
  const message = capture.receiptMessage({
    village: village.current.settings.profile.name,
    code,
    subject: state.facts!.subject,
    date: t.format.date(state.receivedOn ?? village.day),
  })
  return { code, ...(phone ? { whatsApp: whatsAppLink(phone, message) } : {}) }
}
