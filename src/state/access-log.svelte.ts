/** The access log as the centre tells it to whoever answers for it. Needs the centre. */
import { accessReaders, type Access } from '../domain/access.ts'
import type { CaseState } from '../domain/case-state.ts'
import { holdersOfPosition } from '../domain/village.ts'
import { current } from './current.svelte.ts'
import { village } from './village.svelte.ts'

/** Days in WIB, both inclusive; of one case, or of all. */
export interface Span {
  from: string
  to: string
  case?: string
}

class AccessLog {
  rows = $state.raw<Access[]>([])
  state = $state<'loading' | 'ready' | 'offline'>('loading')
  /** Who reads the log of what is about nobody at the head of the village. */
  isReader = $derived(holdersOfPosition(village.current, 'kepalaDesa', village.day).includes(village.me.id))
  #asked = 0

  /** Asks the centre; of two questions the later one counts. */
  async ask({ from, to, case: only }: Span): Promise<void> {
    const asked = ++this.#asked
    this.state = 'loading'
    const path = `/api/akses?dari=${from}&sampai=${to}${only ? `&aduan=${only}` : ''}`
    const rows = await current.open
      .request(path)
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { rows: Access[] }).rows : undefined))
      .catch(() => undefined)
    if (asked !== this.#asked) return
    this.rows = rows ?? []
    this.state = rows ? 'ready' : 'offline'
  }
}

export const accessLog = new AccessLog()

/** Whether the acting officer answers for the log of this case. */
export const readsAccessOf = (state: CaseState): boolean =>
  accessReaders(state, village.current, village.day).includes(village.me.id)
