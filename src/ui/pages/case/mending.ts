/** Whether an entry's author (or the desk) may still put it right. */
import type { Line } from '../../../domain/case-state.ts'
import type { CaseView } from '../../../state/case.svelte.ts'
import { textFields } from '../../acts/field/correction.ts'

/** Only texts are corrected on a form. The probe repeats a text as it is: what counts is who and what, not the words. */
export function mayCorrect(view: CaseView, { entry, data }: Line): boolean {
  const [first] = textFields(data)
  if (!first) return false
  const changes = { [first.key]: first.text }
  return view.verdict('corrected', { entry: entry._id, changes, reason: '-' }).ok
}

export function mayRetract(view: CaseView, { entry }: Line): boolean {
  return view.verdict('retracted', { entry: entry._id, reason: '-' }).ok
}
