/** Days that a desk form asks for, judged in words. */
import { desk } from '../../../text/desk.ts'

/** Why a due day cannot be; '' where it can (or none is given). */
export function dayFault(due: string, today: string): string {
  if (!due) return ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(due)) return desk.assign.dueInvalid
  return due < today ? desk.assign.duePast : ''
}

/** Why the day of something that happened cannot be; '' where it can. */
export function pastDayFault(on: string, today: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return desk.answer.onInvalid
  return on > today ? desk.answer.onFuture : ''
}
