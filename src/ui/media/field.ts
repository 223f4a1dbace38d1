/** What the field *Foto dan suara* is asked to do on a form. */
import type { Holder } from './adding.svelte.ts'

export interface FieldProps {
  /** What holds the list: a draft's data. It may live on when the field is gone. */
  holder: Holder
  /** A signature is offered; `who` signs, in words (asked for where it is not given). */
  signature?: { who?: string }
  label?: string
  /** The complainant's identity is hidden: no signature, and a word of warning. */
  confidential?: boolean
}
