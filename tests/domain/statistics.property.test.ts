import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FINAL } from '../../src/domain/case-state.ts'
import { foldCase } from '../../src/domain/fold.ts'
import {
  balanceOf,
  figureTest,
  periodOf,
  type Countable,
  type Period,
} from '../../src/domain/statistics/index.ts'
import { summarise } from '../../src/domain/summary.ts'
import { addDays } from '../../src/domain/time.ts'
import { TODAY, testVillage } from '../support/domain.ts'
import { histories } from '../support/histories.ts'

const START = '2026-01-01'
const DAYS = 60
const village = testVillage()
const dayAt = (n: number) => addDays(START, n)

/** A complaint's comings and goings: registered, and then ended and reopened by turns. */
const countables: fc.Arbitrary<Countable> = fc
  .record({
    on: fc.nat(DAYS),
    gaps: fc.array(fc.nat(20), { maxLength: 5 }),
    sent: fc.constantFrom(true, true, false),
  })
  .map(({ on, gaps, sent }) => {
    let day = on
    const turns = gaps.map((gap, i) => ({
      on: dayAt((day += gap)),
      ...(i % 2 ? {} : { end: 'closed' as const }),
    }))
    return { ...(sent ? { registeredOn: dayAt(on) } : {}), ...(turns.length ? { turns } : {}) }
  })

const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(DAYS), fc.nat(40))
  .map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }))

/** Plainly: goes through every day since the beginning and notes what happens on it. */
function dayByDay({ registeredOn, turns = [] }: Countable, { from, to }: Period) {
  const seen = { before: false, entered: false, open: false, ever: false }
  for (let day = START; day <= to; day = addDays(day, 1)) {
    if (day === from) seen.before = seen.open
    if (registeredOn === day) {
      seen.open = seen.ever = true
      seen.entered = day >= from
    }
    for (const turn of turns) if (turn.on === day && seen.ever) seen.open = turn.end === undefined
  }
  return seen
}

describe('the balance of a period', () => {
  it('is what going through it day by day gives', () => {
    fc.assert(
      fc.property(fc.array(countables, { maxLength: 30 }), periods, (cases, period) => {
        const seen = cases.map((one) => ({ ...dayByDay(one, period), one }))
        const mine = seen.filter(({ before, entered }) => before || entered)
        const others = seen.filter(({ before, entered, one }) => {
          const touched = one.turns?.some(({ on }) => period.from <= on && on <= period.to)
          return !before && !entered && one.registeredOn && one.registeredOn < period.from && touched
        })
        const open = (list: typeof seen) => list.filter((one) => one.open).length
        expect(balanceOf(cases, period)).toEqual({
          before: seen.filter(({ before }) => before).length,
          entered: seen.filter(({ entered }) => entered).length,
          left: mine.length - open(mine),
          after: open(mine),
          reopened: { back: others.length, left: others.length - open(others), after: open(others) },
        })
      }),
      { numRuns: 300 },
    )
  })

  it('balances, and hands over to the next one', () => {
    fc.assert(
      fc.property(fc.array(countables, { maxLength: 30 }), periods, (cases, period) => {
        const { before, entered, left, after, reopened } = balanceOf(cases, period)
        expect(before + entered).toBe(left + after)
        expect(reopened.back).toBe(reopened.left + reopened.after)
        const next = { from: addDays(period.to, 1), to: addDays(period.to, 9) }
        expect(balanceOf(cases, next).before).toBe(after + reopened.after)
      }),
    )
  })
})

describe('the figures of a month', () => {
  it('add up to its balance', () => {
    fc.assert(
      fc.property(fc.array(countables, { maxLength: 30 }), (cases) => {
        const count = (name: 'entered' | 'left' | 'openAt') =>
          cases.filter(figureTest({ name, span: '2026-02' }, '2026-12-31') as (one: Countable) => boolean)
            .length
        const { entered, left, after, reopened } = balanceOf(cases, { from: '2026-02-01', to: '2026-02-28' })
        expect(count('entered')).toBe(entered)
        expect(count('left')).toBe(left + reopened.left)
        expect(count('openAt')).toBe(after + reopened.after)
      }),
    )
  })

  it('end with a day that is before the end of the month', () => {
    expect(periodOf('2026-11', TODAY)).toEqual({ from: '2026-11-01', to: TODAY })
    expect(periodOf('2024-02', TODAY)).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(periodOf('2025', TODAY)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  })

  it('follow the fold: whatever officers do, a complaint is open at the end exactly while it has not ended', () => {
    fc.assert(
      fc.property(histories(), ({ id, entries, day }) => {
        const one = summarise(foldCase(id, entries), village)!
        const later = addDays(day, 1_000)
        const { after, left } = balanceOf([one], { from: '2000-01-01', to: later })
        // What came by the public form counts once it is booked; closed history of the paper book never does.
        const counts = one.registeredOn ? 1 : 0
        expect({ after, left }).toEqual(
          FINAL.has(one.status) ? { after: 0, left: counts } : { after: counts, left: 0 },
        )
      }),
      { numRuns: 60 },
    )
  })
})
