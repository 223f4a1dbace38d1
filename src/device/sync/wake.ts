/**
 * Waiting at the door: while the app is in front, one request hangs until the mailbox has something new. It costs a
 * line break every half minute, has its own time limit and comes back by itself.
 */
import type { Line } from '../line.ts'
import { BackOff } from './back-off.ts'

const HEARTBEAT_MS = 30_000
/** Two heartbeats missed: the line is dead, whatever the phone thinks. */
const QUIET_MS = 75_000

interface Changes {
  results: unknown[]
  /** Something has reached somebody. */
  ticks?: boolean
  last_seq: string | number
}

export class Wake {
  /** The mailbox's sequence up to which this phone has everything. */
  since?: string | number
  /** What the office knows of who holds what: it hears of more. */
  ticks?: string
  #line: Line
  #ring: () => void
  #abort?: AbortController

  /** `ring` is called when the mailbox has something, or when the line has come back. */
  constructor(line: Line, ring: () => void) {
    this.#line = line
    this.#ring = ring
  }

  /** Waits from `since` on; a wait that runs already is replaced where `since` has moved. */
  follow(): void {
    this.stop()
    if (this.since === undefined || document.visibilityState !== 'visible') return
    this.#abort = new AbortController()
    void this.#wait(this.since, this.#abort.signal)
  }

  stop(): void {
    this.#abort?.abort()
    this.#abort = undefined
  }

  async #wait(since: string | number, signal: AbortSignal): Promise<void> {
    const backOff = new BackOff(2_000, 60_000)
    let broken = false
    while (!signal.aborted) {
      const changes = await this.#ask(since, signal)
      if (signal.aborted) return
      if (changes && (broken || changes.results.length || changes.ticks)) return this.#ring()
      broken = !changes
      if (changes) since = changes.last_seq
      if (broken) await pause(backOff.next(), signal)
    }
  }

  async #ask(since: string | number, signal: AbortSignal): Promise<Changes | undefined> {
    const query = new URLSearchParams({
      feed: 'longpoll',
      since: String(since),
      limit: '1',
      heartbeat: String(HEARTBEAT_MS),
      ...(this.ticks ? { ticks: this.ticks } : {}),
    })
    try {
      const path = `/sync/inbox/_changes?${query.toString()}`
      const response = await this.#line.request(path, {}, { signal, quiet: QUIET_MS })
      if (response.status === 401 || response.status === 403) this.#ring() // the cycle finds out why
      return response.ok ? ((await response.json()) as Changes) : undefined
    } catch {
      return undefined
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
