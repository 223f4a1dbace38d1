/** Being called while the app is closed, as a page sees it. */
import type { Line } from '../line.ts'
import { getMeta, type Local } from '../local.ts'
import type { Account } from '../types.ts'
import { able, granted, registration, subscription, tagOf } from './browser.ts'
import { giveUpUnwanted, register, takeBack } from './renew.ts'
import { setWish, wishOf, type Wish } from './wish.ts'

/**
 * `unable`: not in this browser. `blocked`: refused in its settings. `waiting`: wanted, but centre or push service were
 * out of reach so far.
 */
export type CallState = 'unable' | 'blocked' | 'off' | 'waiting' | 'on'

export interface Calls {
  state(): Promise<CallState>
  /** The officer's answer so far. */
  wish(): Promise<Wish | undefined>
  /** Asks the officer by the browser's own question: only after a press of a button. */
  turnOn(): Promise<CallState>
  turnOff(): Promise<CallState>
  /** *Nanti saja*. */
  later(): Promise<void>
}

interface Parts {
  account: Account
  local: Local
  line: Line
  /** Something of it has changed. */
  changed(): void
}

/** The calls of one officer on this browser. */
export function openCalls({ account, local, line, changed }: Parts): Calls {
  async function state(): Promise<CallState> {
    if (!able() || !(await registration())) return 'unable'
    if (Notification.permission === 'denied') return 'blocked'
    if (!(await wishOf(account))?.wanted || !granted()) return 'off'
    const known = await subscription()
    return known && (await getMeta(local, 'called')) === (await tagOf(known)) ? 'on' : 'waiting'
  }

  async function now(): Promise<CallState> {
    changed()
    return state()
  }

  return {
    state,
    wish: () => wishOf(account),
    async turnOn() {
      if ((await Notification.requestPermission()) !== 'granted') return now()
      await setWish(account, { wanted: true })
      // Out of reach now: the sync brings it when it can.
      await register({ account, local }, line).catch(() => undefined)
      return now()
    },
    async turnOff() {
      await setWish(account, { wanted: false })
      await takeBack(local, line).catch(() => undefined)
      await giveUpUnwanted().catch(() => undefined)
      return now()
    },
    async later() {
      await setWish(account, { wanted: false, laterAt: new Date().toISOString() })
      changed()
    },
  }
}
