import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audience, audienceOf, holdersOf, maySee } from '../../src/domain/audience.ts'
import { dueOf } from '../../src/domain/deadlines.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import type { Village } from '../../src/domain/village.ts'
import { PEOPLE, TODAY, termsWith, testVillage } from '../support/domain.ts'
import { histories } from '../support/histories.ts'

const officers = Object.values(PEOPLE)

/** Villages with gaps: duties that ended, began later, or are held by nobody. */
const gaps: fc.Arbitrary<Village> = fc
  .array(
    fc.record({
      officer: fc.constantFrom(...officers),
      position: fc.constantFrom(
        'petugasPengelola' as const,
        'sekretarisDesa' as const,
        'kepalaDesa' as const,
        'kasiPelayanan' as const,
      ),
      from: fc.constantFrom('2020-01-01', TODAY, '2026-12-01'),
      to: fc.constantFrom(undefined, '2026-11-01', '2026-11-12'),
    }),
    { maxLength: 8 },
  )
  .map((terms) => testVillage(termsWith(terms)))

const villages = fc.oneof(fc.constant(testVillage()), gaps)

describe('the audience of a case', () => {
  it('is never empty, names nobody twice and never holds a respondent', () => {
    fc.assert(
      fc.property(histories(), villages, (history, village) => {
        const state = foldCase(history.id, history.entries)
        const seers = audienceOf(state, village, history.day)
        for (const entry of history.entries) {
          const who = seers(entry)
          expect(who.length).toBeGreaterThan(0)
          expect(new Set(who).size).toBe(who.length)
          expect(who.filter((officer) => state.respondents.includes(officer))).toEqual([])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('shows everyone who sees the case the same status, missing fields, due date, number and respondents', () => {
    fc.assert(
      fc.property(histories(), villages, (history, village) => {
        const whole = foldCase(history.id, history.entries)
        const seers = audienceOf(whole, village, history.day)
        const { full, capturer, asked } = holdersOf(whole, village, history.day)
        for (const viewer of [...full, ...asked, ...(capturer ? [capturer] : [])]) {
          const seen = foldCase(
            history.id,
            history.entries.filter((entry) => seers(entry).includes(viewer)),
          )
          const shared = ({
            status,
            toBook,
            missing,
            number,
            respondents,
            urgent,
            endedOn,
          }: typeof whole) => {
            return { status, toBook, missing, number, respondents, urgent, endedOn }
          }
          expect(shared(seen)).toEqual(shared(whole))
          expect(dueOf(seen, village)).toEqual(dueOf(whole, village))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('shows a hidden identity to the desk alone', () => {
    fc.assert(
      fc.property(histories(), villages, (history, village) => {
        const state = foldCase(history.id, history.entries)
        const { desk } = holdersOf(state, village, history.day)
        for (const entry of history.entries.filter((e) => e.kind === 'identityGiven')) {
          const who = audience(state, entry, village, history.day)
          if (state.confidential) expect([...desk, CENTRE]).toEqual(expect.arrayContaining(who))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps what came by the public form with the desk until it is in the book', () => {
    fc.assert(
      fc.property(histories(), villages, (history, village) => {
        const state = foldCase(history.id, history.entries)
        if (!state.toBook) return
        expect(state.number).toBeUndefined()
        const { desk } = holdersOf(state, village, history.day)
        const seers = audienceOf(state, village, history.day)
        for (const entry of history.entries)
          expect([...desk, CENTRE]).toEqual(expect.arrayContaining(seers(entry)))
      }),
      { numRuns: 300 },
    )
  })

  it('gives nothing to who holds no position that day', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const village = testVillage(
          termsWith([{ officer: PEOPLE.kasi, position: 'kasiPelayanan', to: '2026-11-01' }]),
        )
        const state = foldCase(history.id, history.entries)
        for (const entry of history.entries) {
          expect(maySee(PEOPLE.kasi, state, entry, village, history.day)).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
  })
})
