/** One person's data, over everything that this phone holds: found by name or phone, copied, put right. Offline too. */
import type { Identity } from '../domain/case-state.ts'
import { foldCase } from '../domain/fold.ts'
import { decide } from '../domain/decide.ts'
import { personIn, personRecord, phoneDigits, type PersonRecord } from '../domain/person.ts'
import { foldText } from '../domain/fold-text.ts'
import { append, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { register } from './register.svelte.ts'
import { village } from './village.svelte.ts'

/** Everybody of that name or number, in the cases that are here, the newest first. */
export async function findPerson(asked: string): Promise<PersonRecord[]> {
  const said = new Map(await current.open.words())
  const words = foldText(asked).split(' ').filter(Boolean)
  const digits = phoneDigits(asked)
  const isOf = (text: string) => (digits ? text.includes(digits) : words.every((word) => text.includes(word)))
  // The whole journal is looked through only where some text of it may be about them.
  const hits = register.cases.filter(({ id, search }) => isOf(`${search} ${foldText(said.get(id) ?? '')}`))
  const found: PersonRecord[] = []
  for (const { id } of hits) found.push(...(await inCase(id, asked)))
  return found.sort((a, b) => ((a.receivedOn ?? '') < (b.receivedOn ?? '') ? 1 : -1))
}

async function inCase(id: string, asked: string): Promise<PersonRecord[]> {
  const state = foldCase(id, (await current.open.journal(id)).entries)
  return personIn(state, asked).map((person) => personRecord(state, person))
}

/** Corrects who somebody is, in one case. */
export async function correctPerson(
  { case: id, entry }: PersonRecord,
  changes: Partial<Record<keyof Identity, string | null>>,
  reason: string,
): Promise<Acted> {
  const state = foldCase(id, (await current.open.journal(id)).entries)
  const data = { entry, changes, reason }
  const verdict = decide({ kind: 'corrected', data }, village.me.id, state, village.current, village.day)
  return verdict.ok ? append([newEntry(id, 'corrected', data)]) : verdict
}
