/** Open complaints like the one that is being written or verified, of everything that this phone holds or heard of. */
import { FINAL, type Status } from '../domain/case-state.ts'
import { hamlet } from './hamlet.svelte.ts'
import type { Comparable, Matcher, Sought } from './matcher.ts'
import { register } from './register.svelte.ts'

/** A complaint to offer: held here (`held`), or only heard of. */
export interface Alike {
  id: string
  held: boolean
  number?: string
  status: Status
  subject?: string
  category: string
  dusun?: string
  rw?: string
  rt?: string
  receivedOn: string
}

/** While a form is open. Nothing is loaded before there is something to compare with. */
export class Similar {
  #matcher = $state.raw<Matcher>()
  #except: string | undefined

  /** `except`: the complaint that is compared with the others. */
  constructor(except?: string) {
    this.#except = except
    whenIdle(() => void this.#open())
  }

  /** The likeliest, at most three. Empty until the index stands. */
  of(sought: Sought, same: boolean): Alike[] {
    if (!this.#matcher || !sought.text.trim()) return []
    return this.#matcher.like(sought, same).flatMap((id) => alike(id) ?? [])
  }

  async #open(): Promise<void> {
    const known = open(this.#except)
    if (!known.length) return
    const { openMatcher } = await import('./matcher.ts')
    this.#matcher = await openMatcher(known)
  }
}

function open(except: string | undefined): Comparable[] {
  const held = register.cases.map((one) => ({ ...one, more: one.search }))
  return [...held, ...hamlet.cases].filter(({ id, status }) => id !== except && !FINAL.has(status))
}

function alike(id: string): Alike | undefined {
  const held = register.get(id)
  if (held) return { ...held, held: true }
  const heard = hamlet.get(id)
  return heard && { ...heard, held: false }
}

/** Safari has no idle callback. */
const whenIdle = (task: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 1_000 })
  else setTimeout(task, 100)
}
