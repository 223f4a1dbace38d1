import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { unionById, type Entry } from '../../src/domain/entries.ts'
import { addDays } from '../../src/domain/time.ts'
import { histories, type History } from '../support/histories.ts'

/** A delivery of a history: copies in any order, some twice, some unstamped beside their stamped copy. */
const deliveries = histories().chain((history) =>
  fc.record({
    history: fc.constant(history),
    delivered: fc
      .tuple(fc.subarray(history.entries), fc.subarray(history.unstamped))
      .chain(([again, own]) => {
        const all = [...history.entries, ...again, ...own]
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
      }),
    cut: fc.nat(),
  }),
)

/** Deep equality; the slower comparison, which can tell the difference, only where there is one. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

const inOrder = ({ id, entries }: History) => foldCase(id, entries)

describe('the fold of a case', () => {
  it('is the same for any permutation, duplication and mix of stamped and unstamped copies', () => {
    fc.assert(
      fc.property(deliveries, ({ history, delivered }) => {
        expectSame(foldCase(history.id, delivered), inOrder(history))
      }),
      { numRuns: 3000 },
    )
  })

  it('is the same when the entries come piece by piece', () => {
    fc.assert(
      fc.property(deliveries, ({ history, delivered, cut }) => {
        const at = cut % (delivered.length + 1)
        const first = unionById(delivered.slice(0, at))
        foldCase(history.id, first)
        expectSame(foldCase(history.id, unionById(first, delivered.slice(at))), inOrder(history))
      }),
      { numRuns: 3000 },
    )
  })

  it('leaves what it was given untouched', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const before = structuredClone(history.entries)
        inOrder(history)
        expectSame(history.entries, before)
      }),
      { numRuns: 40 },
    )
  })

  it('drops no entry: every one is a line, in key order', () => {
    fc.assert(
      fc.property(deliveries, ({ history, delivered }) => {
        const ids = foldCase(history.id, delivered).lines.map((line) => line.entry._id)
        expect(ids).toEqual(history.entries.map((e) => e._id).sort())
      }),
      { numRuns: 3000 },
    )
  })

  it('changes no status, no holder and no order of lines when clocks are years off', () => {
    const skewed = fc.tuple(histories(), fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 30 }))
    fc.assert(
      fc.property(skewed, ([history, days]) => {
        const moved = history.unstamped.map((entry, i): Entry => {
          const at = `${addDays(entry.at.slice(0, 10), days[i % days.length]!)}T05:00:00.000Z`
          return { ...entry, at }
        })
        const right = foldCase(history.id, history.unstamped)
        const wrong = foldCase(history.id, moved)
        expect(wrong.lines.map((l) => l.entry._id)).toEqual(right.lines.map((l) => l.entry._id))
        expect(wrong.status).toBe(right.status)
        expect(wrong.missing).toEqual(right.missing)
        expect(wrong.assignment?.lead).toBe(right.assignment?.lead)
        expect(wrong.respondents).toEqual(right.respondents)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps kinds and versions that it does not know as remarked lines, without effect', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (history, n) => {
        const at = n % history.entries.length
        const foreign = history.entries.map((entry, i) =>
          i === at && entry.kind !== 'registered' ? { ...entry, kind: 'blessed', v: 7 } : entry,
        )
        const state = foldCase(history.id, foreign as Entry[])
        expect(state.lines).toHaveLength(history.entries.length)
        const remarked = state.remarks.filter((r) => r.why === 'newerKind').map((r) => r.entry)
        expect(remarked).toEqual(foreign.filter((e) => (e.kind as string) === 'blessed').map((e) => e._id))
      }),
      { numRuns: 3000 },
    )
  })
})
