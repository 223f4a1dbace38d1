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

/** While a form is open (made while its component is). Nothing is loaded before there is something to compare with. */
export class Similar {
  #matcher = $state.raw<Matcher>()
  #indexed = ''

  /** `except`: the complaint that is compared with the others. */
  constructor(except?: string) {
    $effect(() => {
      const known = open(except)
      return whenIdle(() => void this.#index(known))
    })
  }

  /** The likeliest, at most eight. Empty until the index stands. */
  of(sought: Sought, same: boolean): Alike[] {
    if (!this.#matcher || !sought.text.trim()) return []
    return this.#matcher.like(sought, same).flatMap((id) => alike(id) ?? [])
  }

  /** The register comes and changes while the form is open; only other complaints are worth another index. */
  async #index(known: readonly Comparable[]): Promise<void> {
    const ids = known.map(({ id }) => id).join()
    if (ids === this.#indexed) return
    this.#indexed = ids
    const { openMatcher } = await import('./matcher.ts')
    const matcher = await openMatcher(known)
    if (ids === this.#indexed) this.#matcher = matcher
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

/** Runs a task when nothing presses; answers how to call it off. Safari has no idle callback. */
function whenIdle(task: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(task, { timeout: 1_000 })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(task, 100)
  return () => clearTimeout(id)
}
