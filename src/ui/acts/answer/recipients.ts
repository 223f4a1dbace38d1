/** Who is told an answer, as its form shows and writes them. */
import type { CaseState } from '../../../domain/case-state.ts'
import type { DataOf } from '../../../domain/entries.ts'
import { recipientsOf, type Recipient } from '../../../domain/untold.ts'
import type { CaseAct } from '../../../state/case.svelte.ts'
import { answering } from '../../../text/answering.ts'

/** The complainant, where a list or a link has to name whom it means. */
export const COMPLAINANT = 'pengadu'

export interface Choice {
  key: string
  who: Recipient
  label: string
  role: string
  told: boolean
}

const words = answering.deliver
const roleOf = ({ of, party }: Recipient) => (party ? 'party' : of ? 'joined' : 'complainant')

/** Everybody whom the answer concerns, and whether they have been told. */
export function choicesOf(state: CaseState): Choice[] {
  return recipientsOf(state).map((who) => {
    const role = roleOf(who)
    return {
      key: who.of ?? COMPLAINANT,
      who,
      label: who.name ?? words.nameless[role === 'party' ? 'joined' : role],
      role: words.roles[role],
      told: state.answer?.told[who.of ?? ''] !== undefined,
    }
  })
}

/** Whom the form begins with: who it was opened for, else the first who has not been told. */
export function firstChosen(choices: readonly Choice[], target?: string): string[] {
  if (target && choices.some(({ key }) => key === target)) return [target]
  const [first] = choices.filter(({ told }) => !told)
  return [(first ?? choices[0]!).key]
}

/** What is written, one entry for each. Who asked to be hidden is not named in what others read. */
export function deliveries(
  chosen: readonly Choice[],
  common: Omit<DataOf<'answerDelivered'>, 'to' | 'of'>,
  to: string,
  confidential: boolean,
): CaseAct[] {
  return chosen.map(({ who }) => {
    const receiver = chosen.length === 1 ? to.trim() || undefined : who.name
    const named = confidential && !who.party ? undefined : receiver
    return { kind: 'answerDelivered', data: { ...common, to: named, of: who.of } }
  })
}

/** Nobody knows who complained: there is only the notice board. */
export const isUnknown = ({ identity, facts, confidential }: CaseState): boolean =>
  !confidential && !identity.name && !identity.phone && facts?.identity.name !== 'given'
