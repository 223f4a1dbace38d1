/** The stall guard: PouchDB's requests and IndexedDB can hang for good; a cycle without progress is given up. */
import { Trouble } from './trouble.ts'

export const STALL_MS = 60_000

export class Guard {
  #abort = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  #ms: number
  /** Why the cycle is over, once it is. */
  trouble?: Trouble

  constructor(ms = STALL_MS) {
    this.#ms = ms
    this.progress()
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Something moved: the cycle gets its full time again. */
  progress = (): void => this.grant(this.#ms)

  /** The next step may take so long (ms) without anything moving: an upload tells nothing before it is over. */
  grant(ms: number): void {
    clearTimeout(this.#timer)
    const most = Math.max(ms, this.#ms)
    if (!this.trouble) this.#timer = setTimeout(() => this.fail(new Trouble('offline')), most)
  }

  /** Ends the cycle. The first reason counts. */
  fail(trouble: Trouble): void {
    this.trouble ??= trouble
    clearTimeout(this.#timer)
    this.#abort.abort(this.trouble)
  }

  /** Waits for work of the cycle, but not longer than the cycle lasts. Throws the guard's trouble then. */
  async while<T>(work: Promise<T>): Promise<T> {
    let end!: () => void
    const over = new Promise<never>((_, reject) => {
      end = () => reject(this.trouble)
      if (this.trouble) end()
      else this.signal.addEventListener('abort', end)
    })
    try {
      return await Promise.race([work, over])
    } catch (error) {
      throw this.trouble ?? error
    } finally {
      this.signal.removeEventListener('abort', end)
    }
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
