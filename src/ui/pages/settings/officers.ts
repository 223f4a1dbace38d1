/** Officers in the order in which a village names them, with their titles. */
import { POSITIONS } from '../../../domain/kinds/village.ts'
import { termsOf, type Officer, type Term, type Village } from '../../../domain/village.ts'
import { t } from '../../../text/index.ts'
import { settings as words } from '../../../text/settings.ts'

export interface Listed {
  officer: Officer
  titles: string
  inOffice: boolean
}

const rankOf = (terms: readonly Term[]) =>
  Math.min(POSITIONS.length, ...terms.map((term) => POSITIONS.indexOf(term.position)))

/** All officers ever recorded, those in office first, by rank and name. */
export function listOfficers(village: Village, day: string): Listed[] {
  return Object.values(village.officers)
    .map((officer) => ({ officer, terms: termsOf(village, officer.id, day) }))
    .sort((a, b) => rankOf(a.terms) - rankOf(b.terms) || a.officer.name.localeCompare(b.officer.name, 'id'))
    .map(({ officer, terms }) => ({
      officer,
      titles: t.format.list(terms.map(t.words.title)) || words.officers.noPosition,
      inOffice: terms.length > 0,
    }))
}

/** Officers for whom no phone or computer in use is enrolled. */
export function withoutPhone(
  officers: readonly Listed[],
  phones: readonly { officer: string; state: string }[],
): Set<string> {
  const have = new Set(phones.filter(({ state }) => state === 'active').map(({ officer }) => officer))
  return new Set(officers.map(({ officer }) => officer.id).filter((id) => !have.has(id)))
}

/** A term's span in words: `sejak 1 Januari 2024`, `1 Januari 2024 sampai 31 Maret 2024`. */
export function spanOf(term: Term, day: string): string {
  const { date } = t.format
  const span = term.to
    ? words.officers.span(date(term.from), date(term.to))
    : words.officers.since(date(term.from))
  if (term.from > day) return `${span} (${words.officers.notYet})`
  return term.to && term.to < day ? `${span} (${words.officers.over})` : span
}
