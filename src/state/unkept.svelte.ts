/** What is typed and could not be stored (the disk is full): kept in memory, tried again, and told. */
import type { Device } from '../device/contract.ts'
import type { Draft } from '../device/types.ts'
import { isFull } from '../device/full.ts'
import { current } from './current.svelte.ts'

const AGAIN_MS = 2_000

class Unkept {
  /** Why something is not stored yet; undefined where all is. */
  why = $state<'full' | 'other'>()
  #drafts = new Map<string, Draft>()
  #waits = false

  constructor() {
    current.onDevice(() => () => this.#drafts.clear())
    addEventListener('beforeunload', (event) => {
      if (this.#drafts.size) event.preventDefault()
    })
  }

  get all(): Draft[] {
    return [...this.#drafts.values()]
  }

  /** What was typed last into a draft that could not be stored. */
  get(id: string): Draft | undefined {
    return this.#drafts.get(id)
  }

  /** Stores a draft now, or remembers it and tries again by itself; answers whether it is stored. */
  async save(device: Device, draft: Draft): Promise<boolean> {
    try {
      await device.drafts.save(draft)
      this.drop(draft.id)
      return true
    } catch (error) {
      // Another officer's device, or one whose data was thrown away: opened anew, it gets what was typed.
      if (current.device !== device) return false
      this.#drafts.set(draft.id, draft)
      this.why = isFull(error) ? 'full' : 'other'
      if (!this.#waits) setTimeout(() => void this.#again(device), AGAIN_MS)
      this.#waits = true
      return false
    }
  }

  /** Written as an entry, thrown away, or stored meanwhile. */
  drop(id: string): void {
    this.#drafts.delete(id)
    if (!this.#drafts.size) this.why = undefined
  }

  async #again(device: Device): Promise<void> {
    this.#waits = false
    for (const draft of this.all) if (!(await this.save(device, draft))) return
  }
}

export const unkept = new Unkept()
