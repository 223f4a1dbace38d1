/** Who may ask the complainant in place of the desk: the head of the case's dusun first. */
import type { CaseState } from '../../../domain/case-state.ts'
import { dusunOf } from '../../../domain/hamlet.ts'
import { village } from '../../../state/village.svelte.ts'
import type { Option } from '../../parts/types.ts'
import { officerOptions } from './officers.ts'

/** Officers in office but oneself and the respondents, those of the place first. */
export function askers(state: CaseState): Option[] {
  const near = (officer: string) =>
    dusunOf(village.current, officer, village.day).includes(state.facts?.place.dusun ?? '')
  const all = officerOptions([...state.respondents, village.me.id])
  return [...all.filter(({ value }) => near(value)), ...all.filter(({ value }) => !near(value))]
}
