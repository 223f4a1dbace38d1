/** One person's data (UU 27/2022): where somebody stands in a case, and what of it is about them. */
import type { CaseState, Identity, Status } from './case-state.ts'
import type { EntryOf } from './entries.ts'
import type { Channel } from './kinds/fields.ts'
import { foldText } from './fold-text.ts'

export type PersonRole = 'complainant' | 'joined' | 'behalf'

/** Somebody in a case, by the entry that says who they are. */
export interface PersonIn {
  case: string
  role: PersonRole
  identity: Identity
  /** The `identityGiven` that a correction mends. */
  entry: string
}

/** What a copy for that person holds of one case: who they are in it, and the case's own line. Nobody else's name. */
export interface PersonRecord extends PersonIn {
  number?: string
  code?: string
  receivedOn?: string
  channel?: Channel
  category: string
  status: Status
  /** Only of who complained: the words are theirs. */
  subject?: string
  description?: string
  answers: { on: string; text: string }[]
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^(62|0)/, '')

/** The digits that are looked for, without what stands before them here or abroad; '' where too few are given. */
export const phoneDigits = (asked: string): string => {
  const digits = digitsOf(asked)
  return digits.length >= 6 ? digits : ''
}

/** Whether a name or phone number is what is looked for: words of a name, or six digits of a number in a row. */
export function isPerson(
  { name = '', phone = '' }: Pick<Identity, 'name' | 'phone'>,
  asked: string,
): boolean {
  const digits = phoneDigits(asked)
  if (digits) return digitsOf(phone).includes(digits)
  const words = foldText(asked).split(' ').filter(Boolean)
  const said = foldText(name)
  return words.length > 0 && said !== '' && words.every((word) => said.includes(word))
}

/** Where somebody stands in a case: as who complained, a further complainant, or the one spoken for. */
export function personIn(state: CaseState, asked: string): PersonIn[] {
  const found: PersonIn[] = []
  for (const { entry, data, retractedBy } of state.lines) {
    if (entry.kind !== 'identityGiven' || retractedBy || entry.arrived?.destroyed) continue
    const { of, behalfOf, ...given } = data as EntryOf<'identityGiven'>['data']
    const at = { case: state.id, entry: entry._id }
    if (isPerson(given, asked)) found.push({ ...at, role: of ? 'joined' : 'complainant', identity: given })
    if (behalfOf && isPerson({ name: behalfOf }, asked))
      found.push({ ...at, role: 'behalf', identity: { name: behalfOf } })
  }
  return found
}

/** The copy of one case for somebody in it. */
export function personRecord(state: CaseState, person: PersonIn): PersonRecord {
  const { facts, number, receivedOn, category, status, answers } = state
  const own = person.role === 'complainant'
  return {
    ...person,
    ...(number ? { number } : {}),
    ...(own && facts ? { code: facts.code, subject: facts.subject, description: facts.description } : {}),
    ...(receivedOn ? { receivedOn } : {}),
    ...(facts ? { channel: facts.channel } : {}),
    category,
    status,
    answers: own ? answers.map(({ on, text }) => ({ on, text })) : [],
  }
}
