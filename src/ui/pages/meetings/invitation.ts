/** What a half-written invitation holds, what it lacks, and what is written of it. */
import type { DataOf } from '../../../domain/entries.ts'
import type { CaseSummary } from '../../../domain/summary.ts'
import { meetings } from '../../../text/meetings.ts'
import { momentOf } from './time.ts'

export interface InvitationDraft {
  cases: string[]
  title: string
  date: string
  time: string
  place: string
  officers: string[]
  /** One name a line. */
  residents: string
  agenda: string
}

/** What is proposed when the call comes from a case: its subject (a hidden complainant's may tell who it is), and who works on it. */
export function proposal(one: CaseSummary | undefined, me: string): InvitationDraft {
  const team = one ? [one.lead, ...one.helpers].filter((id) => id !== undefined && id !== me) : []
  return {
    cases: one ? [one.id] : [],
    title: one ? meetings.titleFor(one.confidential ? one.category : one.subject).slice(0, 160) : '',
    date: '',
    time: '09:00',
    place: meetings.placeDefault,
    officers: team as string[],
    residents: '',
    agenda: '',
  }
}

type Lack = 'cases' | 'title' | 'when' | 'place' | 'officers'

/** Sentences for what is still missing, by field. */
export function invitationLacks(draft: InvitationDraft): Partial<Record<Lack, string>> {
  const words = meetings.missing
  return {
    ...(draft.cases.length ? {} : { cases: meetings.pickCasesMissing }),
    ...(draft.title.trim() ? {} : { title: words.title }),
    ...(momentOf(draft.date, draft.time) ? {} : { when: words.when }),
    ...(draft.place.trim() ? {} : { place: words.place }),
    ...(draft.officers.length ? {} : { officers: words.officers }),
  }
}

export function invitationOf(draft: InvitationDraft, startsAt: string): DataOf<'meetingCalled'> {
  return {
    cases: draft.cases,
    title: draft.title.trim(),
    agenda: draft.agenda.trim() || undefined,
    place: draft.place.trim(),
    startsAt,
    officers: draft.officers,
    residents: namesOf(draft.residents),
  }
}

/** Names from a text with one a line. */
export const namesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
