/** The report of a span against a plain count over what had arrived, in generated histories with late arrivals, over New Year. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FINAL } from '../../src/domain/case-state.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import {
  balances,
  DIMENSIONS,
  leftOf,
  reportOf,
  type Journals,
  type Period,
  type RecapLine,
} from '../../src/domain/statistics/index.ts'
import { addDays, startOfDay } from '../../src/domain/time.ts'
import { caseId, PEOPLE, termsWith, villageJournal } from '../support/domain.ts'
import { histories, type History } from '../support/histories.ts'

const MUCH_LATER = '2028-01-01T00:00:00.000Z'
/** Nobody is Kepala Desa: complaints about that one are left out of reports, which has a test of its own. */
const village = villageJournal(termsWith([{ officer: PEOPLE.kades, position: 'stafKasi' }])).entries

const MONTHS: Period[] = [
  { from: '2026-10-01', to: '2026-10-31' },
  { from: '2026-11-01', to: '2026-11-30' },
  { from: '2026-12-01', to: '2026-12-31' },
  { from: '2027-01-01', to: '2027-01-31' },
  { from: '2027-02-01', to: '2027-02-28' },
]

/** A history under an id of its own, some days later, each entry on its way to the centre for some days. */
function moved(
  { id, entries }: History,
  n: number,
  shift: number,
  delays: readonly number[],
): [string, Entry[]] {
  const own = caseId(n)
  const text = JSON.stringify(entries)
    .replaceAll(id, own)
    .replace(/\d{4}-\d{2}-\d{2}/g, (day) => addDays(day, shift))
  const late = (JSON.parse(text) as Entry[]).map((entry, i): Entry => {
    const at = new Date(Date.parse(entry.arrived!.at) + delays[i % delays.length]! * 86_400_000).toISOString()
    return { ...entry, arrived: { ...entry.arrived!, at } }
  })
  return [own, late]
}

const delays = fc.array(fc.constantFrom(0, 0, 0, 1, 9, 40), { minLength: 1, maxLength: 12 })
const villages: fc.Arbitrary<Journals> = fc
  .array(fc.tuple(histories(16), fc.integer({ min: -40, max: 70 }), delays), { minLength: 1, maxLength: 8 })
  .map((all) => new Map(all.map(([history, shift, late], n) => moved(history, n, shift, late))))

/** Plainly: what the centre had of a case when a day began, and whether the case stood in the book and was open. */
function at(entries: readonly Entry[], day: string): { inBook: boolean; open: boolean } {
  const known: Entry[] = []
  for (const entry of entries) if (entry.arrived!.at < startOfDay(day)) known.push(entry)
  const state = foldCase(entries[0]!._id.split(':')[0]!, known)
  const inBook = state.facts !== undefined && state.registeredOn !== undefined
  return { inBook, open: inBook && !FINAL.has(state.status) }
}

function plainly(journals: Journals, { from, to }: Period) {
  const sum = { before: 0, entered: 0, left: 0, after: 0, back: 0 }
  for (const entries of journals.values()) {
    const start = at(entries as Entry[], from)
    const end = at(entries as Entry[], addDays(to, 1))
    if (start.open) sum.before += 1
    if (!start.inBook && end.inBook) sum.entered += 1
    if (start.open || (!start.inBook && end.inBook)) sum[end.open ? 'after' : 'left'] += 1
    else if (end.open) sum.back += 1
  }
  return sum
}

const report = (journals: Journals, period: Period, now = MUCH_LATER) =>
  reportOf(journals, village, period, now)

const COUNTS = [
  'before',
  'entered',
  'finished',
  'outside',
  'process',
  'referred',
  'after',
  'timed',
  'onTime',
] as const
const sum = (lines: readonly RecapLine[]) =>
  Object.fromEntries(COUNTS.map((key) => [key, lines.reduce((all, line) => all + line[key], 0)]))

describe('the report of a month', () => {
  it('is what a plain count of what had arrived gives, and balances in every line', () => {
    fc.assert(
      fc.property(villages, fc.constantFrom(...MONTHS), (journals, period) => {
        const { recap } = report(journals, period)
        const { total, reopened } = recap
        const expected = plainly(journals, period)
        expect({ ...expected, back: reopened.after }).toEqual({
          before: total.before,
          entered: total.entered,
          left: leftOf(total),
          after: total.after,
          back: expected.back,
        })
        for (const line of [total, ...DIMENSIONS.flatMap((name) => recap.by[name])])
          expect(balances(line)).toBe(true)
        for (const name of DIMENSIONS) expect(sum(recap.by[name])).toEqual(sum([total]))
        expect(recap.outcomes.reduce((n, { count }) => n + count, 0)).toBe(leftOf(total))
      }),
      { numRuns: 150 },
    )
  })

  it('hands over to the next month, also over New Year, and compares with what the one before said', () => {
    fc.assert(
      fc.property(villages, (journals) => {
        const reports = MONTHS.map((period) => report(journals, period))
        reports.slice(1).forEach(({ recap, before }, i) => {
          const last = reports[i]!.recap
          expect(recap.total.before).toBe(last.total.after + last.reopened.after)
          expect(before.total).toEqual(last.total)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('says the same when it is printed a year later, whatever came in between', () => {
    fc.assert(
      fc.property(villages, fc.constantFrom(...MONTHS), (journals, period) => {
        const close = startOfDay(addDays(period.to, 1))
        const then = new Map(
          [...journals].map(([id, entries]) => [id, entries.filter(({ arrived }) => arrived!.at < close)]),
        )
        const [first, again] = [report(then, period, close), report(journals, period)]
        expect(again.recap).toEqual(first.recap)
        expect(again.before).toEqual(first.before)
        expect(again.village).toEqual(first.village)
        expect(first.later).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('a year counts what its months count', () => {
    fc.assert(
      fc.property(villages, (journals) => {
        const months = MONTHS.slice(0, 3).map((period) => report(journals, period).recap)
        const quarter = report(journals, { from: '2026-10-01', to: '2026-12-31' }).recap
        expect(quarter.total.entered).toBe(months.reduce((n, { total }) => n + total.entered, 0))
        expect(quarter.total.before).toBe(months[0]!.total.before)
        expect(quarter.total.after + quarter.reopened.after).toBe(
          months[2]!.total.after + months[2]!.reopened.after,
        )
      }),
      { numRuns: 60 },
    )
  })
})
