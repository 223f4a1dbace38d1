/** What other apps shared, as far as nobody has taken it down yet. */
import { shares as kept, type Share, type Taken } from '../device/shares.ts'
import { village } from './village.svelte.ts'

export type { Share, Taken }

class Shares {
  waiting = $state.raw<Share[]>([])
  /** False until the store was read once. */
  ready = $state(false)

  constructor() {
    kept.follow(() => void this.load())
    void this.load()
  }

  async load(): Promise<void> {
    this.waiting = await kept.waiting()
    this.ready = true
  }

  get(id: string): Promise<Share | undefined> {
    return kept.get(id)
  }

  /** What became of one that waits no longer. */
  fate(id: string): Promise<Taken | undefined> {
    return kept.fate(id)
  }

  /** The draft holds it now; not `whole` where files found no room: those go on waiting here. */
  async take(id: string, draft: string, whole: boolean): Promise<void> {
    await kept.take(id, { draft, at: village.now, officer: village.me.id }, whole)
    await this.load()
  }

  /** The draft was saved as a case. */
  became(draft: string, caseId: string): Promise<void> {
    return kept.became(draft, caseId)
  }

  async drop(id: string): Promise<void> {
    await kept.drop(id)
    await this.load()
  }
}

export const shares = new Shares()
