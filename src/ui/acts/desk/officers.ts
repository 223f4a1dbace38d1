/** Officers in office as answers of a list: name and position. */
import { village } from '../../../state/village.svelte.ts'
import { t } from '../../../text/index.ts'
import type { Option } from '../../parts/types.ts'

/** `Siti, Kasi Pelayanan`; without some (those named as respondents). */
export function officerOptions(without: readonly string[]): Option[] {
  return village.inOffice
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name }) => ({ value: id, label: [name, titleOf(id)].filter(Boolean).join(', ') }))
}

/** The position that an officer holds today, in words; '' for none. */
export function titleOf(officer: string): string {
  const term = village.positionOf(officer)
  return term ? t.words.title(term) : ''
}
