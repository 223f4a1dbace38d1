/** Fetching all photos before going where there is no signal. It goes on when its screen is left. */
import { current } from './current.svelte.ts'

class Bringing {
  going = $state(false)
  /** So many of so many; undefined until it is known how many are missing. */
  progress = $state.raw<{ done: number; of: number }>()
  /** Whether it ended at least once since the app was opened. */
  ended = $state(false)
  #stop: AbortController | undefined

  constructor() {
    current.onDevice(() => () => this.stop())
  }

  /** Fetches every file of these journals that is not here. */
  async start(journals: readonly string[]): Promise<void> {
    if (this.going) return
    this.going = true
    this.ended = false
    this.progress = undefined
    this.#stop = new AbortController()
    const tell = (done: number, of: number) => void (this.progress = { done, of })
    try {
      this.progress = await current.open.media.fetchAll(journals, tell, this.#stop.signal)
    } finally {
      this.going = false
      this.ended = true
    }
  }

  stop(): void {
    this.#stop?.abort()
  }
}

export const bringing = new Bringing()
