import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { trackingOf } from '../../src/domain/tracking.ts'
import { aCase, answerOf, PEOPLE, TODAY, testVillage, type TestJournal } from '../support/domain.ts'
import { histories } from '../support/histories.ts'

const { petugas, kadusA, kaur } = PEOPLE
const village = testVillage()
const track = ({ id, entries }: TestJournal, joined?: string) =>
  trackingOf(foldCase(id, entries), joined, village)
const PHONE = '+6282133454594'

describe('what a receipt code shows', () => {
  it('is the progress, and to who knows the digits number and answer', () => {
    const journal = aCase()
    journal.write(kadusA, 'identityGiven', { name: 'Warga Contoh', phone: PHONE })
    journal.write('pusat', 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 })
    journal.write(petugas, 'answerDelivered', answerOf())
    expect(track(journal)).toEqual({
      progress: {
        status: 'answered',
        toBook: false,
        receivedOn: TODAY,
        registeredOn: TODAY,
        answeredOn: TODAY,
      },
      digits: '4594',
      number: '001/ADU/XI/2026',
      answer: { text: 'Sudah diperbaiki.', on: TODAY },
    })
  })

  it.each([
    ['without a phone', {}, false],
    ['with a hidden identity', { confidential: true }, true],
    ['about an officer', { respondents: [kaur] }, true],
  ])('is the progress alone, digits or not, %s', (_title, other, withPhone) => {
    const journal = aCase(other)
    journal.write(kadusA, 'identityGiven', { name: 'Warga Contoh', ...(withPhone ? { phone: PHONE } : {}) })
    journal.write(petugas, 'answerDelivered', answerOf())
    expect(Object.keys(track(journal))).toEqual(['progress'])
  })

  it('asks the holder of a further code for the own digits', () => {
    const journal = aCase()
    journal.write(kadusA, 'identityGiven', { name: 'Warga Contoh', phone: PHONE })
    const identity = { name: 'given', address: 'unknown', phone: 'given' } as const
    const joining = journal.write(kadusA, 'complainantJoined', {
      code: '4F7K2M9XC',
      identity,
      channel: 'phone',
    })
    journal.write(kadusA, 'identityGiven', { of: joining._id, name: 'Tetangga', phone: '+6281200001111' })
    expect(track(journal, joining._id).digits).toBe('1111')
    expect(track(journal).digits).toBe('4594')
  })

  it('names nobody in the answer: no complainant, no officer, however spaced or written', () => {
    const journal = aCase()
    const officer = Object.values(village.officers)[0]!
    journal.write(kadusA, 'identityGiven', { name: 'Karso Contoh', phone: PHONE })
    const text = `Yth. KARSO  contoh (0821-3345-4594), dikerjakan ${officer.name} dengan Rp 1.500.000.`
    journal.write(petugas, 'answerDelivered', answerOf(TODAY, text))
    expect(track(journal).answer!.text).toBe('Yth. … (…), dikerjakan … dengan Rp 1.500.000.')
  })

  it('holds no name, address, note or officer of any history', () => {
    fc.assert(
      fc.property(histories(), ({ id, entries }) => {
        const state = foldCase(id, entries)
        const told = JSON.stringify([
          trackingOf(state, undefined, village),
          ...Object.keys(state.joined).map((joined) => trackingOf(state, joined, village)),
        ])
        expect(told).not.toMatch(/Warga|catatan|dikerjakan|konsep|bukan bidang|\+62/)
        for (const person of Object.values(PEOPLE)) expect(told).not.toContain(person)
        if (state.confidential || state.respondents.length > 0) expect(told).not.toMatch(/jawaban|4594/)
      }),
      { numRuns: 300 },
    )
  })
})
