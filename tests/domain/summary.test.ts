import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { foldText } from '../../src/domain/fold-text.ts'
import { summarise } from '../../src/domain/summary.ts'
import { PEOPLE, TODAY, TestJournal, aCase, answerOf, caseId, testVillage } from '../support/domain.ts'

const { petugas, kasi, kadusA } = PEOPLE
const village = testVillage()
const summary = (journal: TestJournal) => summarise(foldCase(journal.id, journal.entries), village)

describe('the summary of a case', () => {
  it('holds what a list shows', () => {
    const journal = aCase({ respondents: [PEOPLE.staf] })
    journal.write(CENTRE, 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 })
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [], due: '2026-11-20' })
    const seen = journal.write(kasi, 'followedUp', { how: 'action', text: 'x' })
    journal.write(petugas, 'opened', { upTo: 4 })
    expect(summary(journal)).toMatchObject({
      number: '001/ADU/XI/2026',
      code: '4F7K2M9XC',
      status: 'assigned',
      subject: 'Jalan berlubang',
      dusun: 'A',
      lead: kasi,
      accepted: false,
      restricted: true,
      due: { rule: 'assigned', on: '2026-11-20' },
      receivedOn: TODAY,
      lastBy: kasi,
      lastCounter: 4,
      lastActAt: seen.arrived!.time,
      opened: { [petugas]: 4 },
      entries: 4,
    })
    journal.write(kasi, 'answerDelivered', answerOf())
    expect(summary(journal)).toMatchObject({ status: 'answered', answeredOn: TODAY, due: undefined })
  })

  it('takes what the centre adds to a complaint for nobody’s news', () => {
    const journal = aCase()
    journal.write(CENTRE, 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 })
    expect(summary(journal)?.lastBy).toBe(PEOPLE.kadusA)
  })

  it('is found by number, code, subject, place, name and phone in any spelling of case and accents', () => {
    const journal = aCase({ subject: 'Pénerangan JALAN' })
    journal.write(kadusA, 'identityGiven', { name: 'Warga Contoh', phone: '+6282133454594' })
    const { search } = summary(journal)!
    for (const typed of ['4f7k', 'penerangan jalan', 'warga contoh', '082133454594']) {
      expect(search).toContain(foldText(typed))
    }
  })

  it('is none while the registration has not come', () => {
    const journal = new TestJournal(caseId('x'))
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    expect(summary(journal)).toBeUndefined()
  })
})
