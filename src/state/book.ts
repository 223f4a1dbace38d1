/** The journals behind a book or report: folded as they were at a moment. */
import { asOf } from '../domain/as-of.ts'
import type { CaseState } from '../domain/case-state.ts'
import { foldCase } from '../domain/fold.ts'
import type { BookSpan } from '../domain/register-book.ts'
import { current } from './current.svelte.ts'

export interface BookCases {
  cases: CaseState[]
  /** So many are known of, but their journals have not come (yet): the book is not complete. */
  coming: number
}

/** All cases with a number of the span's years, as they stood at `moment`. Throws where they cannot be read. */
export async function casesOf(span: BookSpan, moment: string): Promise<BookCases> {
  const device = current.open
  const held = await device.cases()
  const ids = held.filter(({ number }) => number && ofYears(number, span)).map(({ id }) => id)
  const journals = await device.journals(ids)
  const cases = ids.map((id) => foldCase(id, asOf(journals.get(id) ?? [], moment)))
  const here = cases.filter(({ facts, number }) => facts && number)
  return { cases: here, coming: cases.length - here.length }
}

/** Tells whenever journals come or change; what it answers ends that. */
export function followJournals(tell: () => void): () => void {
  return current.open.subscribe(({ journals }) => {
    if (journals) tell()
  })
}

/** A number carries its year, so the journals of other years need not be read. */
function ofYears(number: string, { from, to }: BookSpan): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (number.includes(String(year))) return true
  return false
}
