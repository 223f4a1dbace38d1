/** The spans that people ask for, and their place in the address. */
import type { BookSpan } from '../../../domain/register-book.ts'
import { addDays } from '../../../domain/time.ts'

export const SPANS = ['month', 'lastMonth', 'quarter', 'lastQuarter', 'year', 'lastYear', 'own'] as const
export type SpanName = (typeof SPANS)[number]

const pad = (month: number) => String(month).padStart(2, '0')

/** From the first day of a month on, so many months. `month` counts from 1 and may lie beyond its year. */
function months(year: number, month: number, count: number): BookSpan {
  const first = (n: number) =>
    `${year + Math.floor((n - 1) / 12)}-${pad(((((n - 1) % 12) + 12) % 12) + 1)}-01`
  return { from: first(month), to: addDays(first(month + count), -1) }
}

/** A span by its name, as seen from a day. */
export function spanOf(name: Exclude<SpanName, 'own'>, day: string): BookSpan {
  const [year, month] = day.split('-').map(Number) as [number, number]
  if (name === 'month') return months(year, month, 1)
  if (name === 'lastMonth') return months(year, month - 1, 1)
  const quarter = month - ((month - 1) % 3)
  if (name === 'quarter') return months(year, quarter, 3)
  if (name === 'lastQuarter') return months(year, quarter - 3, 3)
  return months(name === 'year' ? year : year - 1, 1, 12)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string | null): text is string => !!text && DAY.test(text) && !isNaN(Date.parse(text))

/** The span of an address (`?dari=2026-01-01&sampai=2026-03-31`); without a sound one, this year. */
export function spanIn(query: URLSearchParams, day: string): BookSpan {
  const [from, to] = [query.get('dari'), query.get('sampai')]
  return isDay(from) && isDay(to) && from <= to ? { from, to } : spanOf('year', day)
}

/** Whether two days make a span. */
export const isSpan = ({ from, to }: BookSpan): boolean => isDay(from) && isDay(to) && from <= to

export const spanQuery = ({ from, to }: BookSpan): string => `dari=${from}&sampai=${to}`
