/** What letters say before anybody changes them: the village's own entries, and no complainant who is hidden. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import type { Letter } from './letter.ts'

const lastOf = (state: CaseState, kind: string) =>
  state.lines.findLast(({ entry, retractedBy }) => entry.kind === kind && !retractedBy)?.data

/** The answer as it was delivered, else as it was drafted last. */
export function answerBegins(state: CaseState): Partial<Letter> {
  const draft = lastOf(state, 'answerDrafted') as DataOf<'answerDrafted'> | undefined
  return { body: state.answers.at(-1)?.text ?? draft?.text ?? '' }
}

/** The last referral: which agency, and what was asked of it. */
export const referralOf = (state: CaseState): DataOf<'referred'> | undefined =>
  lastOf(state, 'referred') as DataOf<'referred'> | undefined

export function referralBegins(state: CaseState): Partial<Letter> {
  const referral = referralOf(state)
  return { body: referral?.asked ?? '', number: referral?.letterNumber ?? '' }
}
