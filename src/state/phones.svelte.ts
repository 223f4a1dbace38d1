/** *Keadaan HP*: each phone's last contact, for the office. Needs the centre. */
import type { HeldView, PhoneRow } from '../device/office-types.ts'
import { askArriving, askHeld, decideHeld, type Decided } from '../device/held.ts'
import { setPhoneState } from '../device/phones.ts'
import { current } from './current.svelte.ts'

class Phones {
  rows = $state.raw<PhoneRow[]>([])
  /** How many cases wait to arrive on each phone. */
  arriving = $state.raw<Record<string, number>>({})
  state = $state<'loading' | 'ready' | 'offline'>('loading')

  /** Asks the centre anew; what was known stays on the screen meanwhile. */
  async refresh(): Promise<void> {
    const [rows, arriving] = await Promise.all([current.open.phones(), askArriving(current.open)])
    if (arriving) this.arriving = arriving
    if (rows) this.rows = rows
    this.state = rows ? 'ready' : 'offline'
  }

  /** Takes a phone out of use: what it still holds is accepted. */
  retire(device: string): Promise<boolean> {
    return this.#change(device, 'retired')
  }

  /** Declares a phone lost: what it sends waits for a person, then it wipes itself. */
  declareLost(device: string): Promise<boolean> {
    return this.#change(device, 'lost')
  }

  /** What a lost phone has sent; undefined where the centre is out of reach. */
  held(device: string): Promise<HeldView | undefined> {
    return askHeld(current.open, device)
  }

  /** Takes in what a lost phone has sent, or throws it away. */
  async decide(device: string, fate: 'admit' | 'discard'): Promise<Decided | undefined> {
    const done = await decideHeld(current.open, device, fate)
    if (done) await this.refresh()
    return done
  }

  async #change(device: string, state: PhoneRow['state']): Promise<boolean> {
    const done = await setPhoneState(current.open, device, state)
    if (done) await this.refresh()
    return done
  }
}

export const phones = new Phones()
