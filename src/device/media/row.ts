/** What this phone knows about a file, beside its bytes. */
import type { Attachment } from '../../domain/kinds/fields.ts'

/**
 * `held`: for a draft, or an act not written yet. `named`: an own entry names it, and the centre has not got it. `sent`:
 * the centre has it too. `cached`: of others, or own and old: here for convenience. `refused`: the centre never takes it.
 */
export type FileState = 'held' | 'named' | 'sent' | 'cached' | 'refused'

export interface FileRow {
  hash: string
  type: Attachment['type']
  bytes: number
  state: FileState
  /** Entries that name it, as far as that decides what becomes of it. */
  entries: string[]
  /** ms: when it came (named), was last named by a draft (held), was confirmed (sent), was last used (cached). */
  at: number
  /** The centre had it once and may have lost it: asked before it is sent again. */
  again?: boolean
  /** Why the centre refused it. */
  why?: string
}
