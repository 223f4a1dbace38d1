/** What this officer used last, read off the complaints they captured (and a Kepala Dusun's own dusun). */
import type { CaseSummary } from '../../../domain/summary.ts'
import { register } from '../../../state/register.svelte.ts'
import { village } from '../../../state/village.svelte.ts'

/** How many of the latest complaints are looked at. */
const LATEST = 30

class Used {
  #mine = $derived(latest(register.cases.filter((one) => one.capturedBy === village.me.id)))
  /** Dusun, the last one first; the own dusun follows. */
  dusun = $derived(
    [...this.#mine.map((one) => one.dusun), ...village.myTerms.map((term) => term.dusun)].filter(
      (one) => !!one,
    ),
  ) as readonly string[]
  categories = $derived<readonly string[]>(this.#mine.map((one) => one.category))
}

function latest(cases: readonly CaseSummary[]): CaseSummary[] {
  const sorted = [...cases].sort((a, b) => ((b.lastActAt ?? '') < (a.lastActAt ?? '') ? -1 : 1))
  return sorted.slice(0, LATEST)
}

export const used = new Used()
