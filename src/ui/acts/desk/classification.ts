/** A classification while it is typed: the answer to *dugaan pelanggaran* must be given, never assumed. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import { desk } from '../../../text/desk.ts'
import type { Faults } from './faults.ts'

export const TYPES = ['complaint', 'aspiration', 'informationRequest'] as const

export interface Classification {
  type: (typeof TYPES)[number]
  misconduct: 'yes' | 'no' | ''
  urgent: boolean
  category: string
}

/** What was classified before, else what the capturer said. A named respondent is an allegation. */
export function classificationOf(state: CaseState): Classification {
  const before = state.classification
  const alleged = before ? (before.misconduct ? 'yes' : 'no') : state.respondents.length ? 'yes' : ''
  return {
    type: before?.type ?? 'complaint',
    misconduct: alleged,
    urgent: state.urgent,
    category: state.category,
  }
}

export const classificationFaults = (data: Classification): Faults<'misconduct' | 'category'> => ({
  misconduct: data.misconduct ? '' : desk.classify.misconductNeeded,
  category: data.category ? '' : desk.classify.categoryNeeded,
})

/** As it is written. */
export const classified = (data: Classification): DataOf<'classified'> => ({
  type: data.type,
  misconduct: data.misconduct === 'yes',
  urgent: data.urgent,
  category: data.category,
})
