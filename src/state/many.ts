/** One act on many cases, one after the other: each is judged by itself, and what became of each is answered. */
import type { CaseState } from '../domain/case-state.ts'
import { decide } from '../domain/decide.ts'
import type { DataOf } from '../domain/entries.ts'
import { foldCase } from '../domain/fold.ts'
import { append, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { village } from './village.svelte.ts'

/** What became of one case. */
export interface Outcome {
  id: string
  result: Acted
}

/** Gives each case to whom `make` says; undefined: it stays as it is. `onEach` hears of every one as it is done. */
export async function assignEach(
  ids: readonly string[],
  make: (state: CaseState) => DataOf<'assigned'> | undefined,
  onEach: (outcome: Outcome) => void,
): Promise<void> {
  for (const id of ids) onEach({ id, result: await assignOne(id, make) })
}

async function assignOne(
  id: string,
  make: (state: CaseState) => DataOf<'assigned'> | undefined,
): Promise<Acted> {
  const journal = await current.open.journal(id)
  const state = foldCase(id, journal.entries)
  if (journal.onItsWay || !state.facts) return { ok: false, why: 'not-here' }
  const data = make(state)
  if (!data) return { ok: true }
  const act = { kind: 'assigned' as const, data }
  const verdict = decide(act, village.me.id, state, village.current, village.day)
  return verdict.ok ? append([newEntry(id, 'assigned', data)]) : verdict
}
