/** Where a case opens: at the newest entry, as a chat does, unless something above waits for the reader. */
import type { CaseState } from '../../../domain/case-state.ts'
import { toSettle } from '../../../domain/settling.ts'

export interface Reader {
  me: string
  isDesk: boolean
  /** Has a task to take. */
  mayAccept: boolean
}

/** So many lines are read from the top when a case is seen for the first time. */
const SHORT = 8

/**
 * Whether the reader begins at the top: decisions to settle, somebody to reach, a task to take, or a complaint that is
 * new to them and still short.
 */
export function startsAtTop(state: CaseState, { me, isDesk, mayAccept }: Reader): boolean {
  if (isDesk && (state.relays.length > 0 || toSettle(state).length > 0)) return true
  if (state.orders.some(({ to }) => to === me)) return true
  if (state.opened[me]) return false
  return state.lines.length <= SHORT || mayAccept
}
