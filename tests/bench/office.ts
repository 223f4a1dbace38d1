/** The office's lists at 5,000 cases: what a keystroke, a filter and *Ringkasan* cost, and the memory that the summaries take. */
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalOf } from '../../src/domain/ids.ts'
import { overviewOf } from '../../src/domain/statistics/overview.ts'
import { summarise, type CaseSummary } from '../../src/domain/summary.ts'
import { EMPTY_QUERY, type BookQuery } from '../../src/ui/office/book-query.ts'
import { findCases } from '../../src/ui/office/find-cases.ts'
import { groupIntake } from '../../src/ui/office/intake-groups.ts'
import { PEOPLE, testVillage } from '../support/domain.ts'
import { casesOf } from './material.ts'
import { compare, median } from './table.ts'

const CASES = 5_000
const TIMES = 21
const DAY = '2026-11-10'
/** What a person takes for at once. */
const AT_ONCE_MS = 100

/** Measures in Node: the same engine and the same functions as on a desktop's screen, without drawing. */
export function officeLists(): void {
  const before = heap()
  const cases = summaries()
  const megabytes = (heap() - before) / 1e6
  const village = testVillage()
  const find = (query: Partial<BookQuery>) => () => findCases(cases, { ...EMPTY_QUERY, ...query }, DAY)
  const tasks: [string, () => unknown][] = [
    ['the whole list, sorted', find({})],
    ['a search', find({ text: 'jembatan 4999' })],
    ['three filters, by deadline', find({ status: 'open', dusun: 'A', late: true, sort: 'due' })],
    ['a figure of Ringkasan', find({ figure: 'terbuka:2026-10' })],
    ['Aduan masuk, grouped', () => groupIntake(cases, village, DAY)],
    ['Ringkasan, all figures', () => overviewOf(cases, DAY)],
  ]
  for (const [what, task] of tasks)
    compare(`${CASES} cases: ${what}`, timed(task), 'what a person takes for at once', AT_ONCE_MS)
  console.log(`${CASES} summaries in memory: ${megabytes.toFixed(1)} MB`)
}

function summaries(): CaseSummary[] {
  const village = testVillage()
  const journals = new Map<string, Entry[]>()
  for (const entry of casesOf(PEOPLE.kadusA, CASES)) {
    const journal = journals.get(journalOf(entry._id))
    if (journal) journal.push(entry)
    else journals.set(journalOf(entry._id), [entry])
  }
  return [...journals].map(([id, entries]) => summarise(foldCase(id, entries), village)!)
}

function timed(task: () => unknown): number {
  const taken = Array.from({ length: TIMES }, () => {
    const start = performance.now()
    task()
    return performance.now() - start
  })
  return median(taken)
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
