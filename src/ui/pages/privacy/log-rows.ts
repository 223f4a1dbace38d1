/** The lines of the access log as the page shows them. */
import type { Access } from '../../../domain/access.ts'
import type { AccessAct } from '../../../domain/kinds/access.ts'
import { addDays } from '../../../domain/time.ts'
import { accessText as words } from '../../../text/access.ts'

export type LogOrder = keyof typeof words.by

export interface LogFilter {
  officer: string
  what: AccessAct | ''
  order: LogOrder
}

/** What is left of the rows, in the order asked for; within one case or officer the latest first. */
export function shownRows(rows: readonly Access[], { officer, what, order }: LogFilter): Access[] {
  const left = rows.filter((row) => (!officer || row.officer === officer) && (!what || row.what === what))
  if (order === 'time') return left
  return [...left].sort((a, b) => (a[order] < b[order] ? -1 : a[order] > b[order] ? 1 : a.at < b.at ? 1 : -1))
}

/** What is wrong with a span of days, in words. */
export function spanFault(from: string, to: string): string | undefined {
  if (to < from) return words.reversed
  return addDays(from, 366) < to ? words.tooLong : undefined
}
