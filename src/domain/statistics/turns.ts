/** When a complaint was open: from its registration on, but for the time between an end and a reopening. */
import type { Turn } from '../case-state.ts'
import type { CaseSummary } from '../summary.ts'

/** As much of a complaint as its comings and goings take. */
export type Countable = Pick<CaseSummary, 'registeredOn' | 'turns'>

/** Days (WIB), both included. */
export interface Period {
  from: string
  to: string
}

/** The last end or reopening up to a day. A clock that was wrong does not turn the order of the journal round. */
export function lastTurnBy({ turns = [] }: Countable, day: string): Turn | undefined {
  let last: Turn | undefined
  let reached = ''
  for (const turn of turns) {
    reached = turn.on > reached ? turn.on : reached
    if (reached > day) break
    last = { ...turn, on: reached }
  }
  return last
}

/** Whether it stood in the register and had not ended, at the end of a day. What has not arrived at the centre stands in none. */
export function isOpenOn(one: Countable, day: string): boolean {
  if (!one.registeredOn || one.registeredOn > day) return false
  return lastTurnBy(one, day)?.end === undefined
}

/** Whether it was registered within a period. */
export const enteredIn = ({ registeredOn }: Countable, { from, to }: Period): boolean =>
  registeredOn !== undefined && from <= registeredOn && registeredOn <= to

/** Whether its end, which still stands at the end of the period, came within it. */
export function leftIn(one: Countable, { from, to }: Period): boolean {
  const last = lastTurnBy(one, to)
  if (!one.registeredOn || one.registeredOn > to || !last?.end) return false
  return last.on >= from || one.registeredOn >= from
}
