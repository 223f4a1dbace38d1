/** The journals behind a book or report: read once when it is opened, folded as they were at a moment. */
import { asOf } from '../domain/as-of.ts'
import type { CaseState } from '../domain/case-state.ts'
import { foldCase } from '../domain/fold.ts'
import type { BookSpan } from '../domain/register-book.ts'
import { current } from './current.svelte.ts'

/** All cases with a number of the span's years, as they stood at `moment`. Throws where they cannot be read. */
export async function casesOf(span: BookSpan, moment: string): Promise<CaseState[]> {
  const device = current.open
  const held = await device.cases()
  const ids = held.filter(({ number }) => number && ofYears(number, span)).map(({ id }) => id)
  const journals = await device.journals(ids)
  return [...journals].map(([id, entries]) => foldCase(id, asOf(entries, moment)))
}

/** A number carries its year, so the journals of other years need not be read. */
function ofYears(number: string, { from, to }: BookSpan): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (number.includes(String(year))) return true
  return false
}
