import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideVillage } from '../../src/domain/decide.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { deskOn, deskUntil, foldVillage, inOffice, wasDesk } from '../../src/domain/village.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import { PEOPLE, TODAY, termsWith, testVillage, villageJournal, type TestTerm } from '../support/domain.ts'

const { petugas, sekdes, kades, kasi } = PEOPLE

describe('the village', () => {
  it('is the same whatever the order and the number of its entries', () => {
    const { entries } = villageJournal()
    const whole = foldVillage(entries)
    const shuffled = fc.shuffledSubarray([...entries, ...entries], { minLength: entries.length * 2 })
    fc.assert(
      fc.property(shuffled, (delivered) => {
        expect(foldVillage(delivered)).toEqual(whole)
      }),
      { numRuns: 40 },
    )
  })

  it('knows who holds a duty on a day, and who ever did', () => {
    const village = testVillage(
      termsWith([{ officer: petugas, position: 'petugasPengelola', from: '2026-01-01', to: '2026-06-30' }]),
    )
    expect(deskOn(village, '2026-06-30')).toEqual([petugas, sekdes, kades])
    expect(deskOn(village, '2026-07-01')).toEqual([sekdes, kades])
    expect([inOffice(village, petugas, TODAY), wasDesk(village, petugas)]).toEqual([false, true])
  })

  it('remembers a duty that was struck out or given to another', () => {
    const journal = villageJournal()
    const term = journal.entries.find(
      (e) => e.kind === 'positionHeld' && e.data.position === 'petugasPengelola',
    )!
    journal.write(petugas, 'corrected', {
      entry: term._id,
      changes: { officer: kasi },
      reason: 'salah orang',
    })
    const village = foldVillage(journal.entries)
    expect(deskOn(village, TODAY)[0]).toBe(kasi)
    expect([wasDesk(village, petugas), wasDesk(village, kasi)]).toEqual([true, true])
    journal.write(petugas, 'retracted', { entry: term._id, reason: 'x' })
    expect(deskOn(foldVillage(journal.entries), TODAY)).toEqual([sekdes, kades])
    expect(wasDesk(foldVillage(journal.entries), kasi)).toBe(true)
  })

  it('leaves entries of a newer version aside', () => {
    const journal = villageJournal()
    const foreign = {
      ...journal.write(CENTRE, 'settingChanged', { key: 'workingDays', value: 6 }),
      v: 9,
    } as Entry
    expect(foldVillage([...journal.entries.slice(0, -1), foreign]).settings.workingDays).toBe(5)
    expect(foldVillage(journal.entries).settings.workingDays).toBe(6)
  })
})

describe('who may change the village', () => {
  const village = testVillage()
  function ask<K extends Kind>(actor: string, kind: K, data: DataOf<K>, of = village) {
    const verdict = decideVillage({ kind, data }, actor, of, TODAY)
    return verdict.ok ? 'ok' : verdict.why
  }

  it('is the desk', () => {
    const named = { officer: kasi, name: 'Kasi Baru' }
    expect(ask(petugas, 'officerRecorded', named)).toBe('ok')
    expect(ask(kasi, 'officerRecorded', named)).toBe('not-your-role')
    expect(ask(petugas, 'note', { text: 'x' })).toBe('not-your-role')
  })

  it('within what a term and a setting can be', () => {
    const term = { term: 'n', officer: kasi, position: 'kaurTuUmum', from: TODAY } as const
    expect(ask(petugas, 'positionHeld', term)).toBe('ok')
    expect(ask(petugas, 'positionHeld', { ...term, to: '2026-01-01' })).toBe('dates-reversed')
    expect(ask(petugas, 'positionHeld', { ...term, position: 'kepalaDusun' })).toBe('dusun-missing')
    expect(ask(petugas, 'positionHeld', { ...term, officer: 'o9999999999' })).toBe('unknown-officer')
    expect(ask(petugas, 'settingChanged', { key: 'workingDays', value: 6 })).toBe('ok')
    expect(ask(petugas, 'settingChanged', { key: 'workingDays', value: 9 })).toBe('unknown-setting')
  })

  it('and never takes away the last one who receives complaints', () => {
    const alone = testVillage([{ officer: petugas, position: 'petugasPengelola' }])
    const { term } = alone.terms[0]!
    const ending = {
      term,
      officer: petugas,
      position: 'petugasPengelola',
      from: '2020-01-01',
      to: '2026-11-09',
    } as const
    expect(ask(petugas, 'positionHeld', ending, alone)).toBe('last-desk')
    expect(ask(petugas, 'positionHeld', { ...ending, to: TODAY }, alone)).toBe('ok')
  })

  it('and where desk duty ran out or was struck out, falls to the highest in office, at last to who held it', () => {
    const ended = { officer: petugas, position: 'petugasPengelola', to: '2026-11-01' } as const
    const named = { officer: kasi, name: 'Kasi Baru' }
    const others = testVillage([ended, { officer: kasi, position: 'kasiPelayanan' }])
    expect(ask(kasi, 'officerRecorded', named, others)).toBe('ok')
    expect(ask(petugas, 'officerRecorded', named, others)).toBe('not-your-role')
    expect(ask(petugas, 'officerRecorded', named, testVillage([ended]))).toBe('ok')

    const journal = villageJournal([{ officer: petugas, position: 'petugasPengelola' }])
    const held = journal.entries.find(({ kind }) => kind === 'positionHeld')!
    journal.write(petugas, 'retracted', { entry: held._id, reason: 'Salah tekan' })
    expect(ask(petugas, 'officerRecorded', named, foldVillage(journal.entries))).toBe('ok')
  })

  it('and tells from when on nobody is known to receive complaints', () => {
    const until = (...terms: TestTerm[]) => deskUntil(testVillage(terms), TODAY)
    const first = { officer: petugas, position: 'petugasPengelola', to: '2026-12-31' } as const
    expect(until(first)).toBe('2026-12-31')
    expect(until(first, { officer: sekdes, position: 'sekretarisDesa', from: '2027-01-01' })).toBeUndefined()
    expect(until(first, { officer: sekdes, position: 'sekretarisDesa', from: '2027-02-01' })).toBe(
      '2026-12-31',
    )
    expect(until({ ...first, to: '2026-01-01' })).toBe('2026-11-09')
  })
})
