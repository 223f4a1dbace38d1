import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maySee } from '../../src/domain/audience.ts'
import { caseCalls, deadlineCalls } from '../../src/domain/calls.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { addDays } from '../../src/domain/time.ts'
import { inOffice } from '../../src/domain/village.ts'
import { PEOPLE, TODAY, termsWith, testVillage } from '../support/domain.ts'
import { histories } from '../support/histories.ts'

const villages = fc.constantFrom(
  testVillage(),
  testVillage(termsWith([{ officer: PEOPLE.kasi, position: 'kasiPelayanan', to: '2026-11-01' }])),
  testVillage(
    termsWith([{ officer: PEOPLE.kadusB, position: 'kepalaDusun', from: '2026-12-01', dusun: 'B' }]),
  ),
)

describe('whatever happened to a case', () => {
  it('an entry calls only who may see it, never its author, nobody twice', () => {
    let calls = 0
    fc.assert(
      fc.property(histories(), villages, ({ id, entries, day }, village) => {
        for (const [n, entry] of entries.entries()) {
          const known = entries.slice(0, n + 1)
          const state = foldCase(id, known)
          const officers = caseCalls(entry, known, village, day).map(({ officer }) => officer)
          calls += officers.length
          expect(new Set(officers).size).toBe(officers.length)
          for (const officer of officers) {
            expect(maySee(officer, state, entry, village, day)).toBe(true)
            expect(officer).not.toBe(entry.by)
            expect(state.respondents).not.toContain(officer)
            expect(state.opened[officer] ?? 0).toBeLessThan(Number(entry._id.split(':')[1]))
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(calls).toBeGreaterThan(20)
  })

  it('its deadline calls only who holds it, and each stage once however often one looks', () => {
    let calls = 0
    fc.assert(
      fc.property(
        histories(),
        villages,
        fc.integer({ min: 1, max: 4 }),
        ({ id, entries, day }, village, step) => {
          const state = foldCase(id, entries)
          const heard: string[] = []
          for (let on = day; on < addDays(TODAY, 120); on = addDays(on, step)) {
            for (const { officer, kind } of deadlineCalls(state, village, on, addDays(on, -step))) {
              heard.push(`${kind} ${officer}`)
              expect(state.respondents).not.toContain(officer)
              expect(officer === 'pusat' || inOffice(village, officer, on)).toBe(true)
            }
          }
          calls += heard.length
          // A duty that begins on the way changes who is called, not how often.
          expect(new Set(heard).size).toBe(heard.length)
        },
      ),
      { numRuns: 100 },
    )
    expect(calls).toBeGreaterThan(20)
  })
})
