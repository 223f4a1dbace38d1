/** A message to the complainant that is half written, or was taken to WhatsApp and not marked yet. */
import type { CaseState } from '../../../domain/case-state.ts'
import { drafts } from '../../../state/drafts.svelte.ts'
import { messageOf } from '../../messages/message.ts'
import { sender } from '../../messages/sender.ts'

export type What = 'receipt' | 'progress'

export interface Told {
  what: What
  text: string
  /** WhatsApp was opened with it. */
  opened: boolean
}

export const TOLD = 'told'
export const toldId = (caseId: string): string => `${TOLD}:${caseId}`

export const toldStart = (what: What, state: CaseState): Told => ({
  what,
  text: messageOf(what, state, sender()),
  opened: false,
})

/** What WhatsApp was opened with, while nobody has said what became of it. */
export function openedFor(caseId: string): Told | undefined {
  const data = drafts.all.find(({ id }) => id === toldId(caseId))?.data as Told | undefined
  return data?.opened ? data : undefined
}

/** What is written of it once it has gone. */
export const noteOf = ({ what, text }: Told) => ({
  text: text.trim(),
  told: { what, by: 'whatsapp' as const },
})
