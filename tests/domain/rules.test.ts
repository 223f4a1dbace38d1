/** Rules that a village changes: what was begun under the old one is counted by it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, dueOf, isWorkingDay, reopenUntil } from '../../src/domain/deadlines.ts'
import { decideVillage } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { yearsWithoutHolidays } from '../../src/domain/holidays.ts'
import { formatFault, formatNumber } from '../../src/domain/numbers.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts'
import { addDays } from '../../src/domain/time.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { PEOPLE, TODAY, aCase, answerOf, atNoon, testVillage, villageJournal } from '../support/domain.ts'

const { petugas, kadusA } = PEOPLE
const CHANGED = '2026-09-14'
const quick: Settings['deadlines'] = {
  ...DEFAULT_SETTINGS.deadlines,
  verification: { days: 1, unit: 'calendar' },
  reopening: { days: 2, unit: 'calendar' },
}

function changedVillage(key: string, value: unknown) {
  const journal = villageJournal()
  journal.write(petugas, 'settingChanged', { key, value }, { at: atNoon(CHANGED) })
  return foldVillage(journal.entries)
}

const received = (day: string) => {
  const journal = aCase({}, kadusA, { at: atNoon(day) })
  return { journal, state: () => foldCase(journal.id, journal.entries) }
}

describe('a deadline that is changed', () => {
  const village = changedVillage('deadlines', quick)

  it('holds for what is received from that day on, and leaves what was received before as it was', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(CHANGED, n))
    fc.assert(
      fc.property(day, (on) => {
        const due = dueOf(received(on).state(), village)?.on
        expect(due).toBe(on < CHANGED ? dueOf(received(on).state(), testVillage())?.on : addDays(on, 1))
      }),
    )
  })

  it('does not shorten the days in which an earlier answer may be questioned', () => {
    const { journal, state } = received('2026-09-01')
    journal.write(petugas, 'answerDelivered', answerOf('2026-09-10'), { at: atNoon('2026-09-10') })
    expect(reopenUntil(state(), village)).toBe(addWorkingDays('2026-09-10', 10, testVillage()))
  })
})

it('a six-day week counts Saturdays from the day on which it was set', () => {
  const village = changedVillage('workingDays', 6)
  expect(isWorkingDay('2026-09-12', village)).toBe(false)
  expect(isWorkingDay('2026-09-19', village)).toBe(true)
})

it('a position that somebody holds cannot be switched off, one that nobody holds can', () => {
  const without = (position: string) => ({
    kind: 'settingChanged' as const,
    data: { key: 'positions', value: DEFAULT_SETTINGS.positions.filter((name) => name !== position) },
  })
  const verdict = (position: string) => decideVillage(without(position), petugas, testVillage(), TODAY)
  expect(verdict('kasiPelayanan')).toEqual({ ok: false, why: 'position-held' })
  expect(verdict('kasiKesejahteraan')).toEqual({ ok: true })
})

it('misses the holidays of this year always, those of the next from October on', () => {
  const known = { 2026: { '2026-08-17': 'Hari Kemerdekaan' }, 2027: {} }
  expect(yearsWithoutHolidays(known, '2026-09-30')).toEqual([])
  expect(yearsWithoutHolidays(known, '2026-10-01')).toEqual([2027])
  expect(yearsWithoutHolidays(known, '2027-11-01')).toEqual([2027, 2028])
})

describe('the form of register numbers', () => {
  it('is refused where two numbers could be the same, or braces are left over', () => {
    expect(formatFault('ADU/{yyyy}')).toBe('noNumber')
    expect(formatFault('{n}/ADU')).toBe('noYear')
    expect(formatFault('{n}/{bulan}/{yyyy}')).toBe('unknownBraces')
    expect(formatFault(`{n}/{yyyy}/${'x'.repeat(60)}`)).toBe('tooLong')
    expect(formatFault(DEFAULT_SETTINGS.numberFormat)).toBeUndefined()
  })

  it('tells any two numbers of any two years apart where it is accepted', () => {
    const part = fc.constantFrom('{n}', '{rm}', '{yyyy}', '/', 'ADU', '-')
    const format = fc.array(part, { maxLength: 8 }).map((parts) => parts.join('/'))
    const number = fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(2026, 2027))
    fc.assert(
      fc.property(format, number, number, (text, a, b) => {
        fc.pre(formatFault(text) === undefined && (a[0] !== b[0] || a[1] !== b[1]))
        expect(formatNumber(text, a[0], a[1], 11)).not.toBe(formatNumber(text, b[0], b[1], 11))
      }),
    )
  })
})
