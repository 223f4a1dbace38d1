import { describe, expect, it } from 'vitest'
import { accessesIn, accessLog, accessReaders, looksAt } from '../../src/domain/access.ts'
import { admit } from '../../src/domain/admit.ts'
import type { Entry, EntryOf } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { accessJournal, accessOfficer, entryId, journalKind } from '../../src/domain/ids.ts'
import { aCase, caseId, deviceOf, PEOPLE, stamp, termsWith, testVillage, TODAY } from '../support/domain.ts'

const { kades, petugas, sekdes, kasi } = PEOPLE
const village = testVillage()

const logged = (by: string, at: string, cases: string[], counter = 1, journal = accessJournal(by, TODAY)) => {
  const _id = entryId(journal, counter, deviceOf(by))
  const entry = {
    _id,
    kind: 'accessed',
    v: 1,
    by,
    at,
    data: { looks: looksAt('opened', at, cases) },
  } as Entry
  return entry as EntryOf<'accessed'> & Entry
}

describe('who reads the access log of a case', () => {
  const readers = (respondents: string[], of = village) => {
    const journal = aCase({ respondents })
    return accessReaders(foldCase(journal.id, journal.entries), of, TODAY)
  }

  it('is the Kepala Desa, whoever else is complained about', () => {
    expect(readers([])).toEqual([kades])
    expect(readers([petugas])).toEqual([kades])
  })

  it('is the first of the desk’s order where the Kepala Desa is the respondent, and never a respondent', () => {
    expect(readers([kades])).toEqual([petugas])
    expect(readers([kades, petugas])).toEqual([sekdes])
  })

  it('is who stands in for the Kepala Desa, and the desk where there is none', () => {
    const former = { officer: kades, position: 'kepalaDesa', to: '2026-01-01' } as const
    const standIn = { officer: sekdes, position: 'kepalaDesa', acting: 'plt' } as const
    expect(readers([], testVillage(termsWith([former, standIn])))).toEqual([sekdes])
    expect(readers([], testVillage(termsWith([former])))).toEqual([petugas])
  })
})

describe('an access log', () => {
  it('is a journal of its own, by month and officer', () => {
    const journal = accessJournal(kasi, '2026-11-10')
    expect(journal).toBe(`a202611${kasi.slice(1)}`)
    expect(journalKind(journal)).toBe('access')
    expect(accessOfficer(journal)).toBe(kasi)
  })

  it('tells each look once a day, at its first time on corrected clocks', () => {
    const id = caseId('a')
    const slow = stamp(logged(kasi, '2026-11-10T02:00:00.000Z', [id]), 1, {
      arrivedAt: '2026-11-10T05:00:00.000Z',
      offset: 3_600_000,
    })
    const again = logged(kasi, '2026-11-10T04:00:00.000Z', [id], 2)
    const log = accessLog([again, slow].flatMap((entry) => accessesIn(entry as EntryOf<'accessed'>)))
    expect(log.map(({ at }) => at)).toEqual(['2026-11-10T03:00:00.000Z'])
  })

  it('takes only what an officer writes of themselves', () => {
    const own = logged(kasi, '2026-11-10T02:00:00.000Z', [caseId('a')])
    const forged = logged(kasi, own.at, [caseId('a')], 1, accessJournal(sekdes, TODAY))
    expect(admit(own, { kind: 'access' }, village, TODAY)).toEqual({ ok: true })
    expect(admit(forged, { kind: 'access' }, village, TODAY)).toEqual({ ok: false, why: 'not-your-role' })
    expect(accessesIn(forged)).toEqual([])
  })

  it('splits a long print into looks that fit', () => {
    const cases = Array.from({ length: 1_201 }, (_, n) => caseId(n))
    expect(looksAt('printed', '2026-11-10T02:00:00.000Z', cases).map((look) => look.cases.length)).toEqual([
      500, 500, 201,
    ])
  })
})
