/** Officers in words. */
import { timeOf, type Entry, type ForeignEntry } from '../../../domain/entries.ts'
import { CENTRE } from '../../../domain/ids.ts'
import { dayOf } from '../../../domain/time.ts'
import { village } from '../../../state/village.svelte.ts'
import { isDesk } from '../../../domain/village.ts'
import { t } from '../../../text/index.ts'
import { websiteText } from '../../../text/website.ts'

/** An officer's name; also for the centre and for whom this phone does not know. */
export function officerName(officer: string): string {
  if (officer === CENTRE) return t.common.centre
  return village.name(officer) || t.common.unknownOfficer
}

/** Who speaks in an entry: an officer, or the citizen who wrote on the website, whom the centre only passes on. */
export const authorOf = ({ by, kind }: Entry | ForeignEntry): string =>
  by === CENTRE && kind === 'registered' ? websiteText.author : officerName(by)

/** The position that an officer holds today, as it is signed; '' where none. */
export function officerTitle(officer: string): string {
  const term = village.positionOf(officer)
  return term ? t.words.title(term) : ''
}

/** Whether an entry went from the office towards the field (else the other way): its ticks are worded so. */
export const fromOffice = (entry: Entry | ForeignEntry): boolean =>
  entry.by === CENTRE || isDesk(village.current, entry.by, dayOf(timeOf(entry)))
