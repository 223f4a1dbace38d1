import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addSpan,
  addWorkingDays,
  dueOf,
  isWorkingDay,
  urgencyOf,
  workingDaysBetween,
} from '../../src/domain/deadlines.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { addDays } from '../../src/domain/time.ts'
import type { DataOf } from '../../src/domain/entries.ts'
import { PEOPLE, TestJournal, aCase, answerOf, atNoon, testVillage } from '../support/domain.ts'

const { petugas, kasi, kadusA } = PEOPLE
const village = testVillage()
const sixDays = { ...village, settings: { ...village.settings, workingDays: 6 as const } }
const someDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2025-01-01', n))
const calendars = fc.constantFrom(village, sixDays)
const due = (journal: TestJournal) => dueOf(foldCase(journal.id, journal.entries), village)
const on = (day: string) => ({ at: atNoon(day) })
/** Monday. */
const MONDAY = '2026-11-02'
const captured = (other: Partial<DataOf<'registered'>> = {}) => aCase(other, kadusA, on(MONDAY))

describe('working days', () => {
  it('leave out weekends and holidays; a six-day week counts Saturday', () => {
    expect(isWorkingDay('2026-11-07', village)).toBe(false)
    expect(isWorkingDay('2026-11-07', sixDays)).toBe(true)
    expect(isWorkingDay('2026-12-25', village)).toBe(false)
    expect(addWorkingDays('2026-12-23', 1, village)).toBe('2026-12-28')
  })

  it('count back what was counted on', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -90, max: 90 }), calendars, (day, n, of) => {
        fc.pre(n >= 0 || isWorkingDay(day, of))
        expect(workingDaysBetween(day, addWorkingDays(day, n, of), of)).toBe(n)
      }),
    )
  })

  it('end on a working day, and later the more of them there are or the later they begin', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 90 }), fc.nat(30), calendars, (day, n, more, of) => {
        const end = addWorkingDays(day, n, of)
        expect(isWorkingDay(end, of)).toBe(true)
        expect(addWorkingDays(day, n + more, of) >= end).toBe(true)
        expect(addWorkingDays(addDays(day, more), n, of) >= end).toBe(true)
      }),
    )
  })

  it('are one unit, calendar days the other', () => {
    expect(addSpan(MONDAY, { days: 5, unit: 'working' }, village)).toBe('2026-11-09')
    expect(addSpan(MONDAY, { days: 5, unit: 'calendar' }, village)).toBe('2026-11-07')
  })
})

describe('the deadline of a case', () => {
  it('is three working days for verification, then fourteen from receipt', () => {
    const journal = captured()
    expect(due(journal)).toEqual({ rule: 'verification', on: '2026-11-05' })
    journal.write(petugas, 'verified', {}, on('2026-11-03'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-20' })
  })

  it.each([
    [
      { type: 'complaint', misconduct: true },
      { rule: 'misconduct', on: '2027-01-27' },
    ],
    [
      { type: 'aspiration', misconduct: false },
      { rule: 'complaint', on: '2026-11-20' },
    ],
    [
      { type: 'informationRequest', misconduct: false },
      { rule: 'informationRequest', on: '2026-11-09' },
    ],
  ] as const)('follows the classification %o', (kind, expected) => {
    const journal = captured()
    journal.write(petugas, 'verified', {}, on('2026-11-03'))
    journal.write(petugas, 'classified', { ...kind, urgent: false, category: 'Lainnya' })
    expect(due(journal)).toEqual(expected)
  })

  it('is the same day when urgent, and the given date when one was given', () => {
    const journal = captured({ urgent: true })
    expect(due(journal)).toEqual({ rule: 'urgent', on: MONDAY })
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [], due: '2026-11-06' }, on(MONDAY))
    expect(due(journal)).toEqual({ rule: 'assigned', on: '2026-11-06' })
  })

  it('of an incomplete one is its completion, once the desk has asked for it', () => {
    const journal = captured({ identity: { name: 'given', address: 'given', phone: 'unknown' } })
    expect(due(journal)?.rule).toBe('verification')
    journal.write(petugas, 'incomplete', { missing: ['phone'], reason: 'x' }, on('2026-11-04'))
    expect(due(journal)).toEqual({ rule: 'notCompleted', on: '2026-12-04' })
  })

  it('stands still while an agency is waited for, and moves by that time', () => {
    const journal = captured()
    journal.write(petugas, 'verified', {}, on(MONDAY))
    journal.write(petugas, 'referred', { agency: 'PLN', asked: 'x' }, on('2026-11-09'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-20', pausedSince: '2026-11-09' })
    expect(urgencyOf(due(journal)!, '2026-12-01')).toBe('paused')
    journal.write(petugas, 'referralReplied', { text: 'x' }, on('2026-11-12'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-25' })
  })

  it('does not stand still for the complainant, and what was overdue before a wait stays so', () => {
    const journal = captured()
    journal.write(petugas, 'verified', {}, on(MONDAY))
    journal.write(petugas, 'held', { waitingFor: 'complainant', reason: 'x' }, on('2026-11-03'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-20' })
    journal.write(petugas, 'held', { waitingFor: 'agency', reason: 'x' }, on('2026-11-25'))
    expect(urgencyOf(due(journal)!, '2026-11-26')).toBe('overdue')
    journal.write(petugas, 'resumed', {}, on('2026-11-30'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-20' })
  })

  it('ends with the answer and begins anew with a reopening', () => {
    const journal = captured()
    journal.write(petugas, 'answerDelivered', answerOf('2026-11-05'), on('2026-11-05'))
    expect(due(journal)).toBeUndefined()
    journal.write(petugas, 'reopened', { reason: 'x' }, on('2026-11-09'))
    expect(due(journal)).toEqual({ rule: 'complaint', on: '2026-11-27' })
    journal.write(petugas, 'withdrawn', { reason: 'x' })
    expect(due(journal)).toBeUndefined()
  })

  it('is overdue only from the day after', () => {
    const one = { rule: 'complaint', on: '2026-11-20' } as const
    const days = ['2026-11-16', '2026-11-17', '2026-11-20', '2026-11-21']
    expect(days.map((day) => urgencyOf(one, day))).toEqual(['later', 'soon', 'today', 'overdue'])
  })
})
