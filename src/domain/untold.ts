/** *Belum disampaikan*: who has not been told what (SOP D4), as far as a case's journal says. */
import { FINAL, type CaseState, type Identity } from './case-state.ts'
import { dayOfEntry } from './entries.ts'

/**
 * What somebody is owed: an approved answer that nobody has delivered; an answer that others have been given; how the
 * case ended (merged, or not for the village); the receipt of a message or mail.
 */
export type Owed = 'approved' | 'answer' | 'outcome' | 'receipt'

export interface Untold {
  what: Owed
  /** The day (WIB) since which it is owed. */
  since: string
  /** The `complainantJoined` or `partyNamed` entry of who is to be told; the complainant where there is none. */
  of?: string
  /** A related party, not a complainant. */
  party?: true
  /** As far as this reader may know. */
  name?: string
  phone?: string
}

/** A list on a phone holds no more of one case. */
const MOST = 50

/** Everybody whom the case still owes a word. */
export function untoldOf(state: CaseState): Untold[] {
  if (!state.facts || state.status === 'voided') return []
  // What was closed in the paper book was told, or not, in its own time.
  if (state.facts.history && FINAL.has(state.status)) return []
  return (state.answer ? answersOwed(state) : otherOwed(state)).slice(0, MOST)
}

function answersOwed(state: CaseState): Untold[] {
  const { on, told } = state.answer!
  return recipientsOf(state)
    .filter(({ of = '' }) => told[of] === undefined)
    .map(({ since, ...who }) => ({ what: 'answer', ...who, since: since > on ? since : on }))
}

function otherOwed(state: CaseState): Untold[] {
  const [complainant, ...others] = recipientsOf(state)
  const owed = (what: Owed, since: string | undefined, list = [complainant!]): Untold[] =>
    since ? list.map((who) => ({ what, ...who, since })) : []
  if (state.status === 'merged' || state.status === 'outOfJurisdiction') {
    const list = [complainant!, ...others.filter(({ party }) => !party)]
    const waiting = list.filter(({ of = '' }) => !state.news[of])
    return owed('outcome', state.endedOn, waiting)
  }
  if (FINAL.has(state.status)) return []
  if (state.draft?.approved) return owed('approved', state.draft.approved.on)
  return owesReceipt(state) ? owed('receipt', state.receivedOn) : []
}

/** Who came in person has the code in hand, the website shows it; a message or mail waits for it. */
function owesReceipt({ facts, news, identity }: CaseState): boolean {
  const { channel } = facts!
  return !news[''] && (channel === 'email' || (channel === 'phone' && !!identity.phone))
}

export type Recipient = Pick<Untold, 'of' | 'party' | 'name' | 'phone' | 'since'>

/** Everybody who is to be told the answer: the complainant first, further ones, related parties. */
export function recipientsOf(state: CaseState): Recipient[] {
  const since = state.receivedOn ?? ''
  return [
    { since, ...known(state.identity) },
    ...state.lines.flatMap(({ entry, retractedBy }) => {
      if (entry.kind !== 'complainantJoined' || retractedBy) return []
      return [{ of: entry._id, since: dayOfEntry(entry), ...known(state.joined[entry._id] ?? {}) }]
    }),
    ...state.parties.map(({ entry, on, ...party }) => ({
      of: entry,
      party: true as const,
      since: on,
      ...known(party),
    })),
  ]
}

const known = ({ name, phone }: Identity): Identity => ({
  ...(name ? { name } : {}),
  ...(phone ? { phone } : {}),
})
