/**
 * What is typed and could not be stored (the disk is full): kept in memory, tried again, and told. It is its officer's:
 * whoever takes the phone meanwhile does not see it, and whoever comes back finds it.
 */
import type { Device } from '../device/contract.ts'
import type { Draft } from '../device/types.ts'
import { isFull } from '../device/full.ts'
import { current } from './current.svelte.ts'

const AGAIN_MS = 2_000

type Why = 'full' | 'other'

interface Held {
  drafts: readonly Draft[]
  why: Why
}

class Unkept {
  /** Why something of the acting officer is not stored yet; undefined where all is. */
  why = $state<Why>()
  /** Another officer typed what is not stored, and has to come back to it. */
  others = $state(false)
  /** By officer. */
  #held = new Map<string, Held>()
  #waits = false

  constructor() {
    current.onDevice(() => {
      this.#tell()
      this.#plan()
    })
    addEventListener('beforeunload', (event) => {
      if (this.#held.size) event.preventDefault()
    })
  }

  get all(): Draft[] {
    return [...(this.#mine?.drafts ?? [])]
  }

  /** What was typed last into a draft that could not be stored. */
  get(id: string): Draft | undefined {
    return this.#mine?.drafts.find((draft) => draft.id === id)
  }

  /** Stores a draft now, or remembers it and tries again by itself; answers whether it is stored. */
  async save(device: Device, draft: Draft): Promise<boolean> {
    const { officer } = device.account
    try {
      await device.drafts.save(draft)
      this.#drop(officer, draft.id)
      return true
    } catch (error) {
      // A device whose data was thrown away: opened anew, it gets what was typed.
      if (current.device?.account.officer === officer && current.device !== device) return false
      this.#hold(officer, draft, isFull(error) ? 'full' : 'other')
      return false
    }
  }

  /** Written as an entry, thrown away, or stored meanwhile. */
  drop(id: string): void {
    if (current.device) this.#drop(current.device.account.officer, id)
  }

  /** The officer leaves this browser, and what they typed with them. */
  forget(officer: string): void {
    this.#held.delete(officer)
    this.#tell()
  }

  get #mine(): Held | undefined {
    return current.device && this.#held.get(current.device.account.officer)
  }

  #hold(officer: string, draft: Draft, why: Why): void {
    this.#held.set(officer, { drafts: [...this.#without(officer, draft.id), draft], why })
    this.#tell()
    this.#plan()
  }

  #drop(officer: string, id: string): void {
    const held = this.#held.get(officer)
    const drafts = this.#without(officer, id)
    if (held && drafts.length) this.#held.set(officer, { ...held, drafts })
    else this.#held.delete(officer)
    this.#tell()
  }

  #without(officer: string, id: string): Draft[] {
    return this.#held.get(officer)?.drafts.filter((draft) => draft.id !== id) ?? []
  }

  #tell(): void {
    this.why = this.#mine?.why
    this.others = this.#held.size > (this.why ? 1 : 0)
  }

  #plan(): void {
    if (this.#waits || !this.#mine) return
    this.#waits = true
    setTimeout(() => void this.#again(), AGAIN_MS)
  }

  async #again(): Promise<void> {
    this.#waits = false
    const { device } = current
    for (const draft of this.all) if (!device || !(await this.save(device, draft))) return
  }
}

export const unkept = new Unkept()
