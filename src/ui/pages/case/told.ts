/** A message to the complainant that is half written, or was taken to WhatsApp and not marked yet. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { Means } from '../../../domain/kinds/case.ts'
import { drafts } from '../../../state/drafts.svelte.ts'
import { messageOf, ofJoined } from '../../messages/message.ts'
import { sender } from '../../messages/sender.ts'

export type What = 'receipt' | 'progress'

export interface Told {
  what: What
  text: string
  /** How it is told; WhatsApp where there is a number and nothing else was chosen. */
  by?: Means
  /** The joining of a further complainant who is told. */
  of?: string
  /** WhatsApp was opened with it. */
  opened: boolean
}

export const TOLD = 'told'
export const toldId = (caseId: string): string => `${TOLD}:${caseId}`

export const toldStart = (what: What, state: CaseState, of?: string): Told => ({
  what,
  text: messageOf(what, state, sender(), of ? ofJoined(state, of) : {}),
  opened: false,
  ...(of ? { of } : {}),
})

/** The number of the complainant, or of a further one. */
export const phoneOf = (state: CaseState, of?: string): string | undefined =>
  (of ? state.joined[of] : state.identity)?.phone

/** What WhatsApp was opened with, while nobody has said what became of it. */
export function openedFor(caseId: string): Told | undefined {
  const data = drafts.all.find(({ id }) => id === toldId(caseId))?.data as Told | undefined
  return data?.opened ? data : undefined
}

/** What is written of it once it has gone. */
export const noteOf = ({ what, text, by = 'whatsapp', of }: Told) => ({
  text: text.trim(),
  told: { what, by, of },
})
