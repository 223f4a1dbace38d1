/** A half-written complaint and a message of another app: what is filled in from it, and taken back again. */
import type { Proposal } from '../../../domain/proposal.ts'
import { showPhone } from '../../../domain/phone.ts'
import { dayOf } from '../../../domain/time.ts'
import type { CaptureDraft } from './model.ts'

/** Fills what is still empty; words come below those that are there. `waits`: files of this share are still to come. */
export function withProposal(
  draft: CaptureDraft,
  proposal: Proposal,
  day: string,
  waits?: string,
): CaptureDraft {
  const { rest, ...proposed } = proposal
  const filled: CaptureDraft = {
    ...draft,
    channel: proposal.channel,
    shared: {
      ...draft.shared,
      ...proposed,
      said: [draft.shared?.said, proposal.words.trim()].filter(Boolean).join('\n'),
      ...(waits ? { waits } : {}),
    },
    ...(rest ? { rest: [draft.rest, rest].filter(Boolean).join('\n') } : {}),
  }
  if (!filled.name && !filled.unknown.name) use.name(filled, true)
  if (!filled.phone && !filled.unknown.phone) use.phone(filled, true)
  if (!filled.subject) use.subject(filled, true)
  if (!filled.sentAt) useTime(filled, true, day)
  use.words(filled, true)
  return filled
}

type Part = 'name' | 'phone' | 'subject' | 'words'

/** Whether a part of the message stands in the form as it was proposed. */
export const used: Record<Part | 'at', (draft: CaptureDraft) => boolean> = {
  name: ({ shared, name }) => !!shared?.name && name === shared.name,
  phone: ({ shared, phone }) => !!shared?.phone && phone === showPhone(shared.phone),
  subject: ({ shared, subject }) => !!shared?.subject && subject === shared.subject,
  words: ({ shared, description }) => !!shared?.words.trim() && description.includes(shared.words.trim()),
  at: ({ shared, sentAt }) => !!shared?.at && sentAt === shared.at,
}

/** Puts a part of the message into the form, or takes it out. */
export const use: Record<Part, (draft: CaptureDraft, on: boolean) => void> = {
  name: (draft, on) => void (draft.name = (on && draft.shared?.name) || ''),
  phone: (draft, on) => void (draft.phone = on && draft.shared?.phone ? showPhone(draft.shared.phone) : ''),
  subject: (draft, on) => void (draft.subject = (on && draft.shared?.subject) || ''),
  words: (draft, on) => {
    const words = draft.shared?.words.trim() ?? ''
    if (!words || used.words(draft) === on) return
    draft.description = on
      ? [draft.description.trimEnd(), words].filter(Boolean).join('\n')
      : draft.description.replace(words, () => '').trim()
  },
}

/** The day on which it was sent is the day on which it was received; today needs no saying. */
export function useTime(draft: CaptureDraft, on: boolean, day: string): void {
  const at = draft.shared?.at
  if (!at) return
  const sentOn = dayOf(at) < day ? dayOf(at) : ''
  if (!on && draft.receivedOn === sentOn) draft.receivedOn = ''
  draft.sentAt = on ? at : undefined
  if (on && !draft.receivedOn) draft.receivedOn = sentOn
}
