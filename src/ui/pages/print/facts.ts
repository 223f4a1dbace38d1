/** What a case says on paper. A name that is hidden is never printed by chance: only where `full` says so. */
import type { CaseState } from '../../../domain/case-state.ts'
import { namesSomebody } from '../../../domain/hamlet.ts'
import { showPhone } from '../../../domain/phone.ts'
import { t } from '../../../text/index.ts'
import { print } from '../../../text/print.ts'

export interface Printed {
  name: string
  address: string
  phone: string
}

/** Who complains, as paper may say it; '' where it is not known. */
export function printedIdentity({ confidential, identity }: CaseState, full = false): Printed {
  if (confidential && !full) return { name: print.hidden, address: print.hidden, phone: print.hidden }
  const { name = '', address = '', phone } = identity
  return { name, address, phone: phone ? showPhone(phone) : '' }
}

/** Words of a case; where they name who hides, the category (or that it is hidden) stands for them. */
export function printedWords(state: CaseState, full = false): { subject: string; description: string } {
  const { subject, description } = state.facts!
  const tells = (text: string) => !full && state.confidential && namesSomebody(text, state)
  return {
    subject: tells(subject) ? state.category : subject,
    description: tells(description) ? print.hidden : description,
  }
}

/** Dusun, RT/RW and what else describes the place. */
export function placeWords({ facts }: CaseState): string {
  const { place } = facts!
  const line = t.format.placeLine(place)
  return [line, place.detail !== line && place.detail].filter(Boolean).join(', ')
}
