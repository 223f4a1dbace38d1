import { describe, expect, it } from 'vitest'
import { standInOf, standInTerms } from '../../src/domain/stand-in.ts'
import { addDays } from '../../src/domain/time.ts'
import { PEOPLE, TODAY, termsWith, testVillage } from '../support/domain.ts'

const { kasi, kaur, kadusA, kadusB, petugas, staf } = PEOPLE
const until = addDays(TODAY, 5)

describe('a stand-in', () => {
  it('holds every position of whoever is away, for the span and as what was chosen', () => {
    const by = { officer: kasi, acting: 'plh' as const, from: TODAY, to: until }
    expect(standInTerms(testVillage(), petugas, by)).toEqual([
      { ...by, position: 'kaurTuUmum' },
      { ...by, position: 'petugasPengelola' },
    ])
    expect(standInTerms(testVillage(), kadusA, by)).toEqual([{ ...by, position: 'kepalaDusun', dusun: 'A' }])
  })

  it('is found by who is away, on those days only, and of the same dusun', () => {
    const village = testVillage(
      termsWith([
        { officer: kadusA, position: 'kepalaDusun', dusun: 'A' },
        { officer: kadusB, position: 'kepalaDusun', dusun: 'B' },
        { officer: staf, position: 'kepalaDusun', dusun: 'A', acting: 'plh', from: TODAY, to: until },
      ]),
    )
    expect(standInOf(village, kadusA, TODAY)?.officer).toBe(staf)
    expect(standInOf(village, kadusB, TODAY)).toBeUndefined()
    expect(standInOf(village, kadusA, addDays(until, 1))).toBeUndefined()
    expect(standInOf(village, staf, TODAY)).toBeUndefined()
    expect(standInOf(village, kaur, TODAY)).toBeUndefined()
  })
})
