/** How far the assignment of one case has come to its lead, for a row of a list: read once, and again when the centre was heard. */
import { foldCase } from '../domain/fold.ts'
import { tickOf, type Reach, type TickState } from '../domain/ticks.ts'
import type { Device } from '../device/contract.ts'
import { current } from './current.svelte.ts'
import { village } from './village.svelte.ts'

export class LeadReach {
  /** Undefined while it is read, and where nobody has the case. */
  state = $state<TickState>()
  at = $state<string>()
  #id: string
  #device: Device
  #stop: () => void

  constructor(id: string) {
    this.#id = id
    this.#device = current.open
    this.#stop = this.#device.subscribe(({ contact, journals }) => {
      if (contact || journals === 'all' || journals?.includes(id)) void this.#load()
    })
    void this.#load()
  }

  destroy(): void {
    this.#stop()
  }

  async #load(): Promise<void> {
    const [journal, watermarks] = await Promise.all([
      this.#device.journal(this.#id),
      this.#device.watermarks(),
    ])
    const state = foldCase(this.#id, journal.entries)
    const { assignment } = state
    const line = assignment && state.lines.find(({ entry }) => entry._id === assignment.entry)
    if (!line) return
    const tick = tickOf(line.entry, state, village.current, watermarks, village.day)
    const lead: Reach | undefined = tick.who.find(({ officer }) => officer === assignment.lead)
    this.state = tick.state === 'pending' ? 'pending' : (lead?.state ?? tick.state)
    this.at = lead?.at
  }
}
