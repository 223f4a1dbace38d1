/** Giving a PIN, and setting one: on this device alone. */
import { noteWait, removePin, setIdle, setPin, tryPin, waitOf } from '../device/pin.ts'
import { waitNow, type Wait } from '../domain/pin.ts'
import { lock } from './lock.svelte.ts'

const SECOND_MS = 1_000
/** How often a running wait is written down, in seconds. */
const NOTED = 5

/** The acting officer's PIN, changed. */
export const ownPin = {
  async set(digits: string, minutes: number): Promise<void> {
    await setPin(lock.officer, digits, minutes)
    await lock.renew()
  },
  async setMinutes(minutes: number): Promise<void> {
    await setIdle(lock.officer, minutes)
    await lock.renew()
  },
  async remove(): Promise<void> {
    await removePin(lock.officer)
    await lock.renew()
  },
}

/** Asking for the acting officer's PIN. Belongs to the component that makes it; `destroy` ends it. */
export class PinEntry {
  /** What is left to wait after a wrong one, ms. */
  left = $state(0)
  /** Becomes true when a wait that was written down has been read. */
  ready = $state(false)
  busy = $state(false)
  #officer = lock.officer
  #wait: Wait = { left: 0, at: 0 }
  #ticked = performance.now()
  #ticks = 0
  #timer = setInterval(() => this.#tick(), SECOND_MS)

  constructor() {
    void waitOf(this.#officer).then((wait) => {
      this.#set(waitNow(wait, Date.now()))
      this.ready = true
    })
    document.addEventListener('visibilitychange', this.#seen)
  }

  /** Whether it is the right one. */
  async try(digits: string): Promise<boolean> {
    if (this.busy || this.left > 0) return false
    this.busy = true
    const result = await tryPin(this.#officer, digits).finally(() => (this.busy = false))
    if (!result.ok) this.#set(result.wait)
    return result.ok
  }

  destroy(): void {
    clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this.#seen)
  }

  #set(wait: Wait): void {
    this.#wait = wait
    this.#ticked = performance.now()
    this.left = wait.left
  }

  #tick(): void {
    if (this.left === 0 || document.visibilityState === 'hidden') return
    this.#watched()
    if (++this.#ticks % NOTED === 0 || this.left === 0) void noteWait(this.#officer, this.#wait)
  }

  /** While it is looked at, a clock counts that nobody can set. */
  #watched(): void {
    this.#set(waitNow(this.#wait, Date.now(), performance.now() - this.#ticked))
  }

  /** Nobody looked: only the device's own clock knows for how long. */
  #seen = (): void => {
    if (document.visibilityState === 'visible') return this.#set(waitNow(this.#wait, Date.now()))
    this.#watched()
    void noteWait(this.#officer, this.#wait)
  }
}
