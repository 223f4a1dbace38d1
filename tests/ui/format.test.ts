import { describe, expect, it } from 'vitest'
import * as f from '../../src/text/format.ts'

describe('dates, times and numbers as Indonesians write them', () => {
  it('writes a day with the month in full, and a moment on the clock of WIB', () => {
    expect(f.date('2024-11-04')).toBe('4 November 2024')
    expect(f.longDate('2024-11-04')).toBe('Senin, 4 November 2024')
    expect(f.dateTime('2024-11-04T02:30:00.000Z')).toBe('4 November 2024, 09.30 WIB')
    expect(f.dateTime('2024-11-03T20:00:00.000Z')).toBe('4 November 2024, 03.00 WIB')
  })

  it('leaves the year out of a short date only within the same year', () => {
    expect(f.shortDate('2026-08-17', '2026-11-24')).toBe('17 Agu')
    expect(f.shortDate('2025-08-17', '2026-11-24')).toBe('17 Agu 2025')
  })

  it('tells lists like a chat does: clock, yesterday, weekday, date', () => {
    const today = '2026-11-24'
    expect(f.listTime('2026-11-24T01:05:00.000Z', today)).toBe('08.05')
    expect(f.listTime('2026-11-23T01:05:00.000Z', today)).toBe('Kemarin')
    expect(f.listTime('2026-11-20T01:05:00.000Z', today)).toBe('Jumat')
    expect(f.listTime('2026-10-09T01:05:00.000Z', today)).toBe('9 Okt')
  })

  it('says how long ago something was, also by a clock that is ahead', () => {
    const now = Date.parse('2026-11-24T10:00:00.000Z')
    expect(f.ago('2026-11-24T10:05:00.000Z', now)).toBe('baru saja')
    expect(f.ago('2026-11-24T09:55:00.000Z', now)).toBe('5 menit lalu')
    expect(f.ago('2026-11-22T09:00:00.000Z', now)).toBe('2 hari lalu')
    expect(f.ago('2026-06-01T09:00:00.000Z', now)).toBe('1 Juni 2026')
  })

  it('groups numbers with points and puts a comma before fractions', () => {
    expect(f.number(1234567.891, 2)).toBe('1.234.567,89')
    expect(f.bytes(1_400_000_000)).toBe('1,4 GB')
  })

  it('keeps the zeros of RT and RW', () => {
    expect(f.rtRw({ rt: '003', rw: '002' })).toBe('003/002')
    expect(f.rtRw({ rw: '2' })).toBe('RW 002')
    expect(f.placeLine({ dusun: 'Melati', rt: '1', rw: '2' })).toBe('Melati, RT/RW 001/002')
  })

  it('joins names with dan', () => {
    expect(f.list([])).toBe('')
    expect(f.list(['Sari', 'Budi'])).toBe('Sari dan Budi')
    expect(f.list(['Sari', 'Budi', 'Tuti'])).toBe('Sari, Budi, dan Tuti')
  })
})
