/** Officers as paper names them: with the position they held on that day. */
import { termsOf } from '../../../domain/village.ts'
import { village } from '../../../state/village.svelte.ts'
import { t } from '../../../text/index.ts'
import { officerName } from '../case/officers.ts'

/** The position that an officer held on a day; '' where none. */
export function titleOn(officer: string, day: string): string {
  const [term] = termsOf(village.current, officer, day)
  return term ? t.words.title(term) : ''
}

/** `Ratna Umpama, Petugas Pengelola Pengaduan`. */
export const namedOn = (officer: string, day: string): string =>
  [officerName(officer), titleOn(officer, day)].filter(Boolean).join(', ')
