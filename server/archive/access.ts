/** The log of who looked at which case, for whoever answers for it: read from the archive, a case at a time guarded. */
import { accessesIn, accessLog, accessReaders, type Access } from '../../src/domain/access.ts'
import type { Entry, EntryOf } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { dayOf } from '../../src/domain/time.ts'
import { readRange, type Db } from '../couch/index.ts'
import { openBook, type Book } from './journals.ts'
import type { Clock } from './types.ts'

export interface AccessQuery {
  /** WIB days, both inclusive. */
  from: string
  to: string
  /** Only of this case. */
  case?: string
}

/** What the reader may know of these days, the latest first. */
export async function readAccess(
  archive: Db,
  clock: Clock,
  reader: string,
  { from, to, case: only }: AccessQuery,
): Promise<Access[]> {
  const entries = await readRange<Entry>(archive, {
    start: `a${monthOf(from)}`,
    end: `a${monthOf(to)}\ufff0`,
  })
  const all = entries
    .filter((entry) => entry.kind === 'accessed')
    .flatMap((entry) => accessesIn(entry as EntryOf<'accessed'>))
    .filter((one) => (!only || one.case === only) && dayOf(one.at) >= from && dayOf(one.at) <= to)
  const readable = await readableBy(reader, new Set(all.map((one) => one.case)), openBook(archive), clock)
  return accessLog(all.filter((one) => readable.has(one.case)))
}

const monthOf = (day: string): string => day.slice(0, 4) + day.slice(5, 7)

/** The cases whose log the reader answers for today. */
async function readableBy(
  reader: string,
  cases: ReadonlySet<string>,
  book: Book,
  clock: Clock,
): Promise<Set<string>> {
  const day = dayOf(new Date(clock()).toISOString())
  const village = await book.village()
  const readable = new Set<string>()
  for (const id of cases) {
    const state = foldCase(id, await book.entries(id))
    if (state.facts && accessReaders(state, village, day).includes(reader)) readable.add(id)
  }
  return readable
}
