/** What a form for an act gets and gives: the contract between the thread and every act's sheet. */
import type { Component } from 'svelte'
import type { Kind } from '../../domain/entries.ts'
import type { CaseView } from '../../state/case.svelte.ts'
import type { Icon } from '../parts/types.ts'

export interface ActFormProps {
  view: CaseView
  /** Closes the sheet; the sentence, if any, is announced (*Tindak lanjut tersimpan*). */
  onDone: (said?: string) => void
  /** The id of the entry that is mended, for `corrected` and `retracted`. */
  target?: string
}

/** How an act is done: in a sheet, on a page of its own, or at once because there is nothing to ask. */
export type ActForm = { icon: Icon } & (
  | { load: () => Promise<{ default: Component<ActFormProps> }> }
  | { href: (caseId: string) => string }
  | { atOnce: { data: object; said: string } }
)

export type ActForms = Partial<Record<Kind, ActForm>>
