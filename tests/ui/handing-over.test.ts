import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { addDays } from '../../src/domain/time.ts'
import { heldBy, leaving, replaced } from '../../src/ui/office/handing-over.ts'
import { PEOPLE, TODAY, aCase, termsWith, testVillage } from '../support/domain.ts'
import { VILLAGE, stateOf, summaryOf } from './support.ts'

const LEAVING = testVillage(
  termsWith([{ officer: PEOPLE.kasi, position: 'kasiPelayanan', to: addDays(TODAY, -1) }]),
)

describe('handing over all cases of an officer', () => {
  it('puts the receiver in their place, as lead and as helper, with everything else as it was', () => {
    const due = addDays(TODAY, 3)
    const led = aCase()
    led.write(PEOPLE.petugas, 'assigned', {
      lead: PEOPLE.kasi,
      helpers: [PEOPLE.kadusA, PEOPLE.staf],
      boxes: ['followUp'],
      instruction: 'Cek',
      due,
    })
    expect(replaced(stateOf(led), PEOPLE.kasi, PEOPLE.staf, LEAVING, TODAY)).toEqual({
      lead: PEOPLE.staf,
      helpers: [PEOPLE.kadusA],
      boxes: ['followUp'],
      instruction: 'Cek',
      due,
    })
    const helped = aCase()
    helped.write(PEOPLE.petugas, 'assigned', {
      lead: PEOPLE.kaur,
      helpers: [PEOPLE.kasi],
      due: addDays(TODAY, -1),
    })
    const next = replaced(stateOf(helped), PEOPLE.kasi, PEOPLE.staf, LEAVING, TODAY)
    expect(next).toEqual({ lead: PEOPLE.kaur, helpers: [PEOPLE.staf] })
  })

  it('counts the open cases that they lead and in which they help, and tells the desk before and after the end', () => {
    const led = aCase()
    led.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kasi, helpers: [] })
    const over = aCase()
    over.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kasi, helpers: [] })
    over.write(PEOPLE.petugas, 'withdrawn', { reason: 'dicabut' })
    const cases = [led, over].map(summaryOf)
    expect(heldBy(PEOPLE.kasi, cases)).toEqual({ leads: [led.id], helps: [] })
    expect(leaving(cases, VILLAGE, TODAY)).toEqual([])
    const gone = { officer: PEOPLE.kasi, on: addDays(TODAY, -1), count: 1 }
    expect(leaving(cases, LEAVING, TODAY)).toEqual([gone])
    expect(leaving(cases, LEAVING, addDays(TODAY, -10))).toEqual([gone])
    expect(leaving(cases, LEAVING, addDays(TODAY, -40))).toEqual([])
  })

  it('loses nobody and nothing: only the one name changes, and what results may be written unless it is said why', () => {
    const people = Object.values(PEOPLE)
    const someone = fc.constantFrom(...people)
    fc.assert(
      fc.property(
        someone,
        fc.subarray(people),
        someone,
        someone,
        fc.subarray(people, { maxLength: 2 }),
        (lead, helpers, from, to, respondents) => {
          const journal = aCase({ respondents })
          journal.write(PEOPLE.petugas, 'assigned', { lead, helpers })
          const state = stateOf(journal)
          const data = replaced(state, from, to, VILLAGE, TODAY)
          const before = new Set([lead, ...helpers])
          if (!before.has(from)) {
            expect(data).toBeUndefined()
            return
          }
          const wanted = new Set([...before].map((officer) => (officer === from ? to : officer)))
          expect(new Set([data!.lead, ...data!.helpers])).toEqual(wanted)
          const desk = [PEOPLE.petugas, PEOPLE.sekdes, PEOPLE.kades].find((one) => !respondents.includes(one))
          const verdict = decide({ kind: 'assigned', data: data! }, desk!, state, VILLAGE, TODAY)
          const named = [...wanted].some((officer) => respondents.includes(officer))
          expect(verdict).toEqual(named ? { ok: false, why: 'assignee-is-respondent' } : { ok: true })
        },
      ),
      { numRuns: 300 },
    )
  })
})
