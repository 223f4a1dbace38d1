/** What is half typed on an act's form: kept on the phone until it is written, and why it could not be. */
import { onDestroy } from 'svelte'
import { journalOf } from '../../domain/ids.ts'
import type { Acted } from '../../state/act.ts'
import type { DraftHandle } from '../../state/draft-handle.svelte.ts'
import { drafts } from '../../state/drafts.svelte.ts'
import { failureWords } from './failure.ts'

export class ActDraft<T extends object> {
  busy = $state(false)
  /** Why the last attempt was not written, in a sentence. */
  failure = $state('')
  /** Set by the first attempt: from then on the fields say what they lack. */
  tried = $state(false)
  #handle: DraftHandle<T>

  /** Opens (or starts) the draft of one act on one journal or entry; belongs to the component that calls it. */
  constructor(target: () => string, kind: string, initial: T) {
    const about = target()
    this.#handle = drafts.open(draftId(about, kind), 'act', initial, journalOf(about) || about)
    onDestroy(() => void this.#handle.close())
  }

  get data(): T {
    return this.#handle.data
  }

  get ready(): boolean {
    return this.#handle.ready
  }

  /** Writes by `act`, unless `lacking`; answers whether it is written. The draft goes only then. */
  async write(act: () => Promise<Acted>, lacking = false): Promise<boolean> {
    this.tried = true
    this.failure = ''
    if (lacking || this.busy) return false
    this.busy = true
    try {
      const result = await act()
      if (result.ok) await this.#handle.discard()
      else this.failure = failureWords(result.why)
      return result.ok
    } finally {
      this.busy = false
    }
  }
}

/** The id of the draft of one act on a journal or an entry. */
export const draftId = (target: string, kind: string): string => `${kind}:${target}`

/** Trimmed text, or undefined where nothing was typed (optional fields are left out, not written empty). */
export const given = (text: string | undefined): string | undefined => text?.trim() || undefined
