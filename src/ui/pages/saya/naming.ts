/** What entries and drafts are called in lists, and where they lead. */
import type { connection } from '../../../state/connection.svelte.ts'
import type { drafts } from '../../../state/drafts.svelte.ts'
import { register } from '../../../state/register.svelte.ts'
import { acts } from '../../../text/acts.ts'
import { saya } from '../../../text/saya.ts'

export type Draft = (typeof drafts.all)[number]
export type Refused = (typeof connection.refused)[number]

/** What an entry did, in the words of the thread. */
export const entryName = (kind: string): string =>
  saya.villageKinds[kind] ?? (acts.done as Record<string, string>)[kind] ?? acts.newer

/** What a journal is called: the subject of a case, the title of a meeting. `kind` is that of the entry in it. */
export function journalName(journal: string, kind?: string): string {
  if (journal.startsWith('m')) return register.meeting(journal)?.title ?? saya.meeting
  if (!journal.startsWith('c')) return saya.villageJournal
  const known = register.get(journal)
  if (known) return [known.number, known.subject].filter(Boolean).join(' · ')
  return kind === 'registered' || kind === 'identityGiven' ? saya.newCase : saya.goneCase
}

/** Where a journal is shown; undefined for the village's own on a phone that has no Pengaturan. */
export function journalHref(journal: string): string | undefined {
  if (register.get(journal)) return `/aduan/${journal}`
  return register.meeting(journal) ? `/rapat/${journal}` : undefined
}

/** Where somebody goes on writing a draft. */
export function draftHref(draft: Draft): string {
  if (draft.about) return draft.about.startsWith('m') ? `/rapat/${draft.about}` : `/aduan/${draft.about}`
  return draft.kind === 'meeting' ? '/rapat/baru' : `/catat/${encodeURIComponent(draft.id)}`
}

/** What was typed in an entry, for copying it out of a refused one. */
export function textOf(data: unknown): string {
  if (typeof data === 'string') return data
  if (Array.isArray(data)) return data.map(textOf).filter(Boolean).join('\n')
  if (!data || typeof data !== 'object') return ''
  return TYPED.map((key) => textOf((data as Record<string, unknown>)[key]))
    .filter(Boolean)
    .join('\n')
}

/** The fields that hold what a person typed, in reading order. */
const TYPED = [
  'title',
  'name',
  'address',
  'phone',
  'subject',
  'description',
  'text',
  'what',
  'asked',
  'result',
  'next',
  'agenda',
  'discussion',
  'decisions',
  'instruction',
  'reason',
  'note',
  'summary',
  'hope',
]
