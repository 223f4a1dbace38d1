/** Files past their retention: proposing and deciding their destruction, for many cases at once. */
import { decide, type Refusal } from '../domain/decide.ts'
import { keptFrom } from '../domain/destruction.ts'
import type { DataOf } from '../domain/entries.ts'
import { FINAL } from '../domain/case-state.ts'
import { foldCase } from '../domain/fold.ts'
import type { CaseSummary } from '../domain/summary.ts'
import type { ToWrite } from '../device/types.ts'
import { append, newEntry, type Why } from './act.ts'
import { current } from './current.svelte.ts'
import { village } from './village.svelte.ts'

/** What became of a bulk act: so many cases were taken, the others were not, and why. */
export interface Bulk {
  done: number
  skipped: { n: number; why: Why }[]
}

/** Whether a file is past its retention, and neither proposed nor destroyed. */
export const isDue = ({ endedOn, status, destruction }: CaseSummary): boolean =>
  !!endedOn && FINAL.has(status) && !destruction && village.day > keptFrom(endedOn, village.current)

type Kind = 'destructionProposed' | 'identityDestroyed' | 'retracted'
type MakeData = (proposal: string) => DataOf<Kind>

/** Writes one act in each of the cases that take it; all of them, or none where the phone can't. */
async function inEach(cases: readonly string[], kind: Kind, data: MakeData): Promise<Bulk> {
  const entries: ToWrite[] = []
  const refused = new Map<Why, number>()
  for (const id of cases) {
    const state = foldCase(id, (await current.open.journal(id)).entries)
    const act = { kind, data: data(state.destruction?.proposed?.entry ?? '') }
    const verdict = decide(act, village.me.id, state, village.current, village.day)
    if (verdict.ok) entries.push(newEntry(id, kind, act.data as never))
    else refused.set(verdict.why, (refused.get(verdict.why) ?? 0) + 1)
  }
  const written = entries.length ? await append(entries) : { ok: true as const }
  if (!written.ok) return { done: 0, skipped: [{ n: cases.length, why: written.why }] }
  return { done: entries.length, skipped: [...refused].map(([why, n]) => ({ why: why as Refusal, n })) }
}

/** *Usul musnah*. */
export const propose = (cases: readonly string[], reason: string): Promise<Bulk> =>
  inEach(cases, 'destructionProposed', () => ({ reason }))

/** The decision: the files are destroyed as soon as the centre has it. */
export const destroy = (cases: readonly string[], decision: string): Promise<Bulk> =>
  inEach(cases, 'identityDestroyed', () => ({ decision }))

/** *Tolak usul*: the proposal is struck out, the file stays. */
export const refuseProposal = (cases: readonly string[], reason: string): Promise<Bulk> =>
  inEach(cases, 'retracted', (entry) => ({ entry, reason }))
