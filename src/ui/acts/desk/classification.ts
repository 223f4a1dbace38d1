/** A classification while it is typed: the answer to *dugaan pelanggaran* must be given, never assumed. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import type { Acted } from '../../../state/act.ts'
import type { CaseView } from '../../../state/case.svelte.ts'
import { accused } from '../../../text/accused.ts'
import { desk } from '../../../text/desk.ts'
import type { Faults } from './faults.ts'

export const TYPES = ['complaint', 'aspiration', 'informationRequest'] as const

export interface Classification {
  type: (typeof TYPES)[number]
  misconduct: 'yes' | 'no' | ''
  urgent: boolean
  category: string
  /** Where nobody is named yet: whether it is known who is meant, and who. */
  who?: 'named' | 'unknown' | ''
  accused?: string[]
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

export type ClassificationField = 'misconduct' | 'category' | 'who'

/** The faults of a classification; `respondents`: who is named already. */
export const classificationFaults = (
  data: Classification,
  respondents: readonly string[],
): Faults<ClassificationField> => ({
  misconduct: data.misconduct ? '' : desk.classify.misconductNeeded,
  who: asksWho(data, respondents) && data.who !== 'unknown' && !accusedIn(data).length ? accused.needed : '',
  category: data.category ? '' : desk.classify.categoryNeeded,
})

/** An allegation is about somebody: who, is asked where nobody is named. */
export const asksWho = (data: Classification, respondents: readonly string[]): boolean =>
  data.misconduct === 'yes' && respondents.length === 0

const accusedIn = ({ who, accused: named }: Classification): readonly string[] =>
  who === 'named' ? (named ?? []) : []

/** As it is written. */
const classified = (data: Classification): DataOf<'classified'> => ({
  type: data.type,
  misconduct: data.misconduct === 'yes',
  urgent: data.urgent,
  category: data.category,
})

/** Classifies, and then keeps the case from whoever is named as accused: last, for it may be the writer. */
export async function classify(view: CaseView, data: Classification): Promise<Acted> {
  const respondents = asksWho(data, view.state!.respondents) ? [...accusedIn(data)] : []
  const result = await view.act('classified', classified(data))
  return result.ok && respondents.length ? view.act('restricted', { respondents }) : result
}
