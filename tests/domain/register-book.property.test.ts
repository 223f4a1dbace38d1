import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOf } from '../../src/domain/as-of.ts'
import type { CaseState } from '../../src/domain/case-state.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { bookOf } from '../../src/domain/register-book.ts'
import { addDays } from '../../src/domain/time.ts'
import { atNoon, caseId, TODAY } from '../support/domain.ts'
import { histories, type History } from '../support/histories.ts'

/** Those that stand in the book: what came by the public form has no number before it is booked. */
const numbered = histories(12).filter(({ entries }) => entries.some(({ kind }) => kind === 'numbered'))

/** A few histories as cases of their own, each with the next number. */
const books = fc.array(numbered, { minLength: 1, maxLength: 5 }).map((all) => all.map(renamed))

function renamed({ entries, ...rest }: History, index: number): History {
  const id = caseId(index + 1)
  const text = JSON.stringify(entries)
    .replaceAll(rest.id, id)
    .replaceAll('"n":1}', `"n":${index + 1}}`)
  return { ...rest, id, entries: JSON.parse(text) as History['entries'] }
}

const SPAN = { from: '2020-01-01', to: '2099-12-31' }
const states = (all: readonly History[], moment?: string): CaseState[] =>
  all.map(({ id, entries }) => foldCase(id, moment ? asOf(entries, moment) : entries))

describe('The register book', () => {
  it('has every number once and in order, whichever order the cases come in', () => {
    fc.assert(
      fc.property(books, (all) => {
        const rows = bookOf(states(all), SPAN)
        expect(rows.map(({ n }) => n)).toEqual(all.map((_, index) => index + 1))
        expect(bookOf(states(all).reverse(), SPAN)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('says of a number in between that its case is not here', () => {
    fc.assert(
      fc.property(books, fc.nat(), (all, pick) => {
        fc.pre(all.length > 2)
        const gone = 1 + (pick % (all.length - 2))
        const rows = bookOf(states(all.filter((_, index) => index !== gone)), SPAN)
        expect(rows).toHaveLength(all.length)
        expect(rows[gone]).toEqual({ told: 'missing', year: 2026, n: gone + 1 })
      }),
      { numRuns: 60 },
    )
  })

  it('tells nobody who hides, and nothing of a restricted case, unless all of it is asked for', () => {
    fc.assert(
      fc.property(books, (all) => {
        const cases = states(all)
        for (const row of bookOf(cases, SPAN)) {
          const state = cases.find(({ id }) => id === row.id)!
          if (!state.confidential && !state.respondents.length) continue
          expect(row).not.toMatchObject({ told: 'all' })
          expect([row.name, row.address, row.phone]).toEqual([undefined, undefined, undefined])
          if (state.identity.name) expect(JSON.stringify(row)).not.toContain(state.identity.name)
          if (state.respondents.length)
            expect([row.subject, row.description, row.followUp]).toEqual([undefined, undefined, undefined])
        }
        for (const row of bookOf(cases, SPAN, true)) {
          const { identity, facts } = cases.find(({ id }) => id === row.id)!
          expect([row.name, row.description]).toEqual([identity.name, facts?.description])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('of a moment stays the same, whatever arrives after it', () => {
    fc.assert(
      fc.property(books, fc.nat(10), (all, days) => {
        const moment = atNoon(addDays(TODAY, days))
        const then = all.map((one) => ({
          ...one,
          entries: one.entries.filter(({ arrived }) => arrived!.at <= moment),
        }))
        expect(bookOf(states(all, moment), SPAN)).toEqual(bookOf(states(then), SPAN))
      }),
      { numRuns: 60 },
    )
  })

  it('holds no number that was given outside of its span', () => {
    fc.assert(
      fc.property(books, (all) => {
        expect(bookOf(states(all), { from: '2020-01-01', to: addDays(TODAY, -1) })).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
