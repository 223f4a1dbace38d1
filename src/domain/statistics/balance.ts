/**
 * The balance of a period, as the report has it: *sisa lalu + masuk = selesai + sisa akhir*. What had ended before and was
 * reopened in the period is counted apart, so that the balance holds: *dibuka kembali = selesai lagi + masih terbuka*.
 * `after + reopened.after` is what the next period begins with.
 */
import { addDays } from '../time.ts'
import { enteredIn, isOpenOn, lastTurnBy, type Countable, type Period } from './turns.ts'

export interface Balance {
  /** Open when the period began, and entered within it. */
  before: number
  entered: number
  /** Of these: ended, and still open, when it was over. */
  left: number
  after: number
  reopened: { back: number; left: number; after: number }
}

/** Counts the comings and goings of a period. */
export function balanceOf(cases: readonly Countable[], period: Period): Balance {
  const eve = addDays(period.from, -1)
  const balance: Balance = {
    before: 0,
    entered: 0,
    left: 0,
    after: 0,
    reopened: { back: 0, left: 0, after: 0 },
  }
  for (const one of cases) {
    const before = isOpenOn(one, eve)
    const entered = enteredIn(one, period)
    const open = isOpenOn(one, period.to)
    if (before || entered) {
      balance[before ? 'before' : 'entered'] += 1
      balance[open ? 'after' : 'left'] += 1
    } else if (wasReopened(one, period)) {
      balance.reopened.back += 1
      balance.reopened[open ? 'after' : 'left'] += 1
    }
  }
  return balance
}

/** Whether something happened within the period to one that had ended before: that begins with a reopening. */
function wasReopened(one: Countable, { from, to }: Period): boolean {
  if (!one.registeredOn || one.registeredOn >= from) return false
  const last = lastTurnBy(one, to)
  return last !== undefined && last.on >= from
}
