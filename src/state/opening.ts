/** Noting that the officer has seen what others wrote in a journal: ticks tell them so. */
import type { Line } from '../domain/case-state.ts'
import { openingFor } from '../domain/ticks.ts'
import { append, newEntry } from './act.ts'
import { village } from './village.svelte.ts'

/** One for each view of a journal. */
export class Opening {
  #journal: string
  #noted = ''

  constructor(journal: string) {
    this.#journal = journal
  }

  /**
   * Notes what these lines show, where something of others is new. Once for each that is new: where the centre refuses
   * it, the same view does not say it again.
   */
  async note(lines: readonly Line[]): Promise<void> {
    const opening = openingFor(village.me.id, lines)
    if (!opening) return
    const said = `${opening.upTo} ${opening.order ?? ''}`
    if (said === this.#noted) return
    this.#noted = said
    await append([newEntry(this.#journal, 'opened', opening)])
  }
}
