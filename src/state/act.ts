/** What an act on the screen answers: done, or why not. */
import type { Identity } from '../domain/case-state.ts'
import type { Refusal } from '../domain/decide.ts'
import type { DataOf, Kind, NewEntry } from '../domain/entries.ts'
import type { ToWrite } from '../device/types.ts'
import { current } from './current.svelte.ts'

/** Why something typed was not written: the domain's refusal, a fault in the data, or the phone itself. */
export type Why = Refusal | 'invalid' | 'too-large' | 'full-disk' | 'not-here'

export type Acted = { ok: true } | { ok: false; why: Why; path?: string }

export type ActKind = Kind

/** Appends to the acting officer's journal and tells it in the screen's words. */
export async function append(entries: readonly ToWrite[]): Promise<Acted> {
  const result = await current.open.append(
    entries.map((entry) => (typeof entry === 'function' ? (before) => plain(entry(before)) : plain(entry))),
  )
  return result.ok ? { ok: true } : { ok: false, why: result.why, path: result.path }
}

/** One new entry, typed by its kind. */
export function newEntry<K extends Kind>(journal: string, kind: K, data: DataOf<K>): NewEntry {
  return { journal, kind, data } as unknown as NewEntry
}

/** A further complainant and who they are, to be written both or neither: the secret names the joining. */
export function joining(
  journal: string,
  data: DataOf<'complainantJoined'>,
  identity: Identity,
): readonly ToWrite[] {
  const joined = newEntry(journal, 'complainantJoined', data)
  if (!Object.values(identity).some(Boolean)) return [joined]
  return [joined, (before) => newEntry(journal, 'identityGiven', { of: before[0]!._id, ...identity })]
}

/** Data without Svelte's proxies and without undefined fields, as it can be stored. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
