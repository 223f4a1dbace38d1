/** The lock: who has a PIN is asked for it at the start, after idle time, and at *Ganti pengguna*. */
import { accounts } from '../device/accounts.ts'
import type { Watch } from './idle.ts'
import { preparing } from './preparing.svelte.ts'

class Lock {
  /** Nothing of the officer is on the screen until the PIN is given. What goes on behind goes on. */
  locked = $state(false)
  /** After how many idle minutes the acting officer's PIN is asked for; undefined where they have none. */
  minutes = $state<number>()
  officer = ''
  #watch?: Watch
  /** Counts: what was asked for earlier does not come late. */
  #turn = 0

  constructor() {
    document.addEventListener('visibilitychange', () => {
      // Another tab may have changed it.
      if (document.visibilityState === 'visible') void this.renew()
    })
  }

  /** Another officer comes in front: their PIN is asked for, where they have one. */
  async guard(officer = ''): Promise<void> {
    this.officer = officer
    const minutes = await this.#read()
    this.locked = minutes !== undefined && !(await loaded()).isOpened(officer, minutes)
    await this.#follow()
  }

  /** Reads anew whether there is a PIN. */
  async renew(): Promise<void> {
    const before = this.minutes
    if ((await this.#read()) === undefined) this.locked = false
    if (this.minutes !== before) await this.#follow()
  }

  /** Closes the screen; without a PIN nothing happens. */
  close = (): void => {
    if (this.minutes === undefined) return
    this.locked = true
    void this.#follow()
  }

  /** The right PIN was given. */
  open(): void {
    this.locked = false
    void this.#follow()
  }

  async #read(): Promise<number | undefined> {
    return (this.minutes = (this.officer ? await accounts.pin(this.officer) : undefined)?.idle)
  }

  /** Watches whether the page is used, while it is open. */
  async #follow(): Promise<void> {
    this.#watch?.stop()
    this.#watch = undefined
    const { minutes, officer } = this
    const turn = ++this.#turn
    if (minutes === undefined || this.locked) return
    const { Watch } = await loaded()
    if (turn !== this.#turn) return
    this.#watch = new Watch(officer, minutes, this.close, () => !!preparing.what)
  }
}

/** Only where there is a PIN. */
const loaded = () => import('./idle.ts')

export const lock = new Lock()
