/** Noticing that nobody uses this page any more, and remembering over a reload that somebody did. */

const MINUTE_MS = 60_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'input'] as const
const FILES = ['click', 'change', 'cancel'] as const
/** So long after the page is back in front, a photo that was just taken arrives (ms). */
const ARRIVES_MS = 2_000
/** In this tab's memory, while it is open: who opened it, and when they were last seen. A reload asks nobody anew. */
const OPENED = 'kentongan-opened'

/** Two clocks: one that nobody can set, and one that goes on while the device sleeps. */
const moment = () => ({ ticks: performance.now(), clock: Date.now() })

/** Whether the officer opened this tab before it was loaded anew, and was seen lately. */
export function isOpened(officer: string, minutes: number): boolean {
  const [who, seen] = (sessionStorage.getItem(OPENED) ?? '').split(' ')
  const quiet = Date.now() - Number(seen)
  return who === officer && quiet >= 0 && quiet < minutes * MINUTE_MS
}

export class Watch {
  #officer: string
  #ms: number
  #idle: () => void
  #busy: () => boolean
  #seen = moment()
  #timer?: ReturnType<typeof setTimeout>
  /** The camera or the gallery is open: what it brings must find the page as it was. */
  #picking = false

  /** Calls `idle` after so many minutes without a sign of anybody, unless the page is `busy` with something of theirs. */
  constructor(officer: string, minutes: number, idle: () => void, busy: () => boolean) {
    this.#officer = officer
    this.#ms = minutes * MINUTE_MS
    this.#idle = idle
    this.#busy = busy
    for (const sign of SIGNS) addEventListener(sign, this.#touched, { capture: true, passive: true })
    for (const name of FILES) addEventListener(name, this.#picked, true)
    document.addEventListener('visibilitychange', this.#turned)
    addEventListener('pagehide', this.#remember)
    this.#look()
  }

  stop(): void {
    clearTimeout(this.#timer)
    sessionStorage.removeItem(OPENED)
    for (const sign of SIGNS) removeEventListener(sign, this.#touched, true)
    for (const name of FILES) removeEventListener(name, this.#picked, true)
    document.removeEventListener('visibilitychange', this.#turned)
    removeEventListener('pagehide', this.#remember)
  }

  /** For how long nobody has been seen, in ms. */
  #quiet(): number {
    const { ticks, clock } = moment()
    return Math.max(ticks - this.#seen.ticks, clock - this.#seen.clock)
  }

  #look = (): void => {
    clearTimeout(this.#timer)
    const left = this.#ms - this.#quiet()
    if (left <= 0 && !this.#picking && !this.#busy()) return this.#idle()
    this.#timer = setTimeout(this.#look, Math.max(left, ARRIVES_MS))
  }

  /** Timers sleep with the device: whoever wakes it is asked before they count as seen. */
  #touched = (): void => {
    if (this.#quiet() >= this.#ms) this.#look()
    else this.#seen = moment()
  }

  #picked = ({ type, target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    this.#picking = type === 'click'
    if (!this.#picking) this.#seen = moment()
  }

  #turned = (): void => {
    if (document.visibilityState === 'hidden') return this.#remember()
    if (!this.#picking) return this.#look()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#picking = false
      this.#look()
    }, ARRIVES_MS)
  }

  #remember = (): void => sessionStorage.setItem(OPENED, `${this.#officer} ${Date.now() - this.#quiet()}`)
}
