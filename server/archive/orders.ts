/** The order of arrival: a microsecond clock that never goes back, not even over restarts with a wrong clock. */
import { getDoc, upsert, type Db } from '../couch/index.ts'
import type { Clock } from './types.ts'

/** How far the stored limit runs ahead, in microseconds: a restart skips at most that much. */
const AHEAD = 5_000_000
const ID = 'orders'

export interface Ticket {
  orders: number[]
  /** To be called when the entries that carry these orders are written, or have failed. */
  done(): void
}

export interface Orders {
  /** Hands out `count` rising orders. */
  take(count: number): Promise<Ticket>
  /** Every order below this one is written or never will be. */
  floor(): number
  /** At or above every order given so far, and after a restart a little too high until the next one is given. */
  bound(): Promise<number>
  /** From now on all orders are higher than `order`. */
  raise(order: number): void
}

/**
 * The orders of an archive; `desk` keeps the limit below which they may have been used. Only one process may give them:
 * `check` throws where it is not this one any more.
 */
export function openOrders(desk: Db, clock: Clock, check: () => Promise<void>): Orders {
  const open = new Set<number>()
  let last = 0
  let limit = 0

  async function reserve(upTo: number): Promise<void> {
    await upsert<{ upTo: number }>(desk, ID, (old) => {
      // Somebody may have used all of it: another process, or this one before it was killed.
      if (limit === 0) last = Math.max(last, old?.upTo ?? 0)
      return { upTo: Math.max(old?.upTo ?? 0, last, upTo) + AHEAD }
    }).then((doc) => (limit = doc!.upTo))
  }

  return {
    async take(count) {
      await check()
      for (;;) {
        const first = Math.max(clock() * 1000, last + 1)
        if (limit > 0 && first + count <= limit) {
          last = first + count - 1
          open.add(first)
          const orders = Array.from({ length: count }, (_, index) => first + index)
          return { orders, done: () => void open.delete(first) }
        }
        await reserve(first + count)
      }
    },
    floor: () => (open.size > 0 ? Math.min(...open) : last + 1),
    bound: async () => last || ((await getDoc<{ upTo: number }>(desk, ID))?.upTo ?? 0),
    raise: (order) => {
      last = Math.max(last, order)
    },
  }
}
