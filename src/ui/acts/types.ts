/** What a form for an act gets and gives: the contract between the thread and every act's sheet. */
import type { Component } from 'svelte'
import type { Kind } from '../../domain/entries.ts'
import type { CaseView } from '../../state/case.svelte.ts'

export interface ActFormProps {
  view: CaseView
  /** Closes the sheet; the sentence, if any, is announced (*Tindak lanjut tersimpan*). */
  onDone: (said?: string) => void
  /** The id of the entry that is mended, for `corrected` and `retracted`. */
  target?: string
}

export interface ActForm {
  icon: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>
  /** The form, fetched (from the precache) when it is first opened. */
  load?: () => Promise<{ default: Component<ActFormProps> }>
  /** An act with a page of its own instead of a sheet. */
  href?: (caseId: string) => string
}

export type ActForms = Partial<Record<Kind, ActForm>>
