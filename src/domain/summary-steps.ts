/** The part of a summary that says what is still to be done. */
import { FINAL, type AnswerDraft, type CaseState, type Order, type Referral } from './case-state.ts'
import type { CaseSummary } from './summary.ts'
import { untoldOf } from './untold.ts'

/** A list has room for so many characters. */
const LISTED = 160

/** What is to be done next, and what was asked of whom. */
export function reminders({
  next,
  relays: [relay],
  orders,
}: CaseState): Pick<CaseSummary, 'next' | 'relay' | 'orders'> {
  const short = (text: string) => text.slice(0, LISTED)
  return {
    ...(next ? { next: { on: next.on, ...(next.text ? { text: short(next.text) } : {}) } } : {}),
    ...(relay ? { relay: { by: relay.by, what: short(relay.what) } } : {}),
    ...(orders.length ? { orders: orders.map(orderBrief(short)) } : {}),
  }
}

const orderBrief =
  (short: (text: string) => string) =>
  ({ to, what, on, due }: Order) => ({ to, what: short(what), on, ...(due ? { due } : {}) })

/** How far the answer is, and what stands in its way. */
export function answering(
  state: CaseState,
): Pick<CaseSummary, 'draft' | 'referral' | 'unsatisfied' | 'untold'> {
  const { draft, reaction, referrals, status } = state
  const open = status !== 'answered' && !FINAL.has(status)
  const untold = untoldOf(state)
  const asked = referrals.find(({ repliedOn }) => !repliedOn)
  return {
    ...(draft && open ? { draft: draftOf(draft) } : {}),
    ...(asked && open ? { referral: askedOf(asked) } : {}),
    ...(reaction?.satisfied === false && status === 'answered' ? { unsatisfied: true } : {}),
    ...(untold.length > 0 ? { untold } : {}),
  }
}

function draftOf({ by, on, approved, returned }: AnswerDraft): CaseSummary['draft'] {
  if (approved) return { state: 'approved', by, on: approved.on }
  if (!returned) return { state: 'waiting', by, on }
  return { state: 'returned', by, on: returned.on, reason: returned.reason.slice(0, LISTED) }
}

const askedOf = ({ agency, replyBy, remindedOn }: Referral): CaseSummary['referral'] => ({
  agency,
  ...(replyBy ? { replyBy } : {}),
  ...(remindedOn ? { remindedOn } : {}),
})
