/** Being called while the app is closed: whether it works here, and the number on the icon. */
import type { CallState } from '../device/calls/calls.ts'
import { showBadge } from '../device/calls/browser.ts'
import type { Device } from '../device/contract.ts'
import { current } from './current.svelte.ts'

/** *Nanti saja* holds for so long. */
const LATER_MS = 30 * 86_400_000

class CallsState {
  /** Undefined until it is known. */
  state = $state<CallState>()
  /** It has not been answered, or so long ago that it may be asked again. */
  open = $state(false)

  constructor() {
    current.onDevice((device) => this.#attach(device))
  }

  /** Asks by the browser's own question: only after a press of a button. */
  turnOn = (): Promise<CallState> => current.open.calls.turnOn()
  turnOff = (): Promise<CallState> => current.open.calls.turnOff()
  later = (): Promise<void> => current.open.calls.later()

  /** The number on the app's icon, where the platform has it. */
  badge = showBadge

  #attach(device: Device): () => void {
    this.state = undefined
    void this.#look(device)
    // What was allowed or refused in the browser's settings meanwhile shows when one comes back.
    const look = () => document.visibilityState === 'visible' && void this.#look(device)
    document.addEventListener('visibilitychange', look)
    const off = device.subscribe(({ calls, contact }) => {
      if (calls || contact) void this.#look(device)
    })
    return () => {
      off()
      document.removeEventListener('visibilitychange', look)
    }
  }

  async #look(device: Device): Promise<void> {
    const [state, wish] = await Promise.all([device.calls.state(), device.calls.wish()])
    if (current.device !== device) return
    this.state = state
    const { wanted, laterAt } = wish ?? { wanted: true }
    this.open = state === 'off' && (wanted || (!!laterAt && Date.now() - Date.parse(laterAt) > LATER_MS))
  }
}

export const callsHere = new CallsState()
