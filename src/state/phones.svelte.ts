/** *Keadaan HP*: each phone's last contact, for the office. Needs the centre. */
import type { PhoneRow } from '../device/types.ts'
import { setPhoneState } from '../device/phones.ts'
import { current } from './current.svelte.ts'

class Phones {
  rows = $state.raw<PhoneRow[]>([])
  state = $state<'loading' | 'ready' | 'offline'>('loading')

  /** Asks the centre anew; what was known stays on the screen meanwhile. */
  async refresh(): Promise<void> {
    const rows = await current.open.phones()
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

  async #change(device: string, state: PhoneRow['state']): Promise<boolean> {
    const done = await setPhoneState(current.open, device, state)
    if (done) await this.refresh()
    return done
  }
}

export const phones = new Phones()
