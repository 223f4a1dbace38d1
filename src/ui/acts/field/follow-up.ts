/** What a half-written follow-up holds. The compose bar hands its text over to it. */
import type { Reporting } from '../reported.ts'
import type { Attachment } from '../../../domain/kinds/fields.ts'

export const WAYS = ['action', 'coordination', 'consultation'] as const

export interface FollowUpDraft {
  how: (typeof WAYS)[number]
  with: string
  text: string
  result: string
  next: string
  nextOn: string
  reported?: Reporting['reported']
  attachments?: Attachment[]
}

export const followUpStart = (text = ''): FollowUpDraft => ({
  how: 'action',
  with: '',
  text,
  result: '',
  next: '',
  nextOn: '',
})
