/** What a report says of single cases: time taken, late arrivals listed apart, the village of that time, the Kepala Desa. */
import { describe, expect, it } from 'vitest'
import { reportOf, spanBefore, type Journals } from '../../src/domain/statistics/index.ts'
import { PEOPLE, TestJournal, atNoon, caseId, complaint, villageJournal } from '../support/domain.ts'

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
const LATER = '2028-01-01T00:00:00.000Z'
const on = (day: string, arrivedOn = day) => ({ at: atNoon(day), arrivedAt: atNoon(arrivedOn) })

function aCase(name: string, n: number, day = '2026-10-05', other = {}): TestJournal {
  const journal = new TestJournal(caseId(name))
  journal.write(PEOPLE.petugas, 'registered', complaint(other), on(day))
  journal.write('pusat', 'numbered', { number: `00${n}/ADU/X/2026`, year: 2026, n }, on(day))
  return journal
}

const journals = (...all: TestJournal[]): Journals => new Map(all.map((one) => [one.id, one.entries]))
const report = (all: Journals, period = OCTOBER, village = villageJournal()) =>
  reportOf(all, village.entries, period, LATER)

describe('a report', () => {
  it('counts the days from receipt to the answer, and whether that was in time', () => {
    const quick = aCase('quick', 1)
    quick.write(
      PEOPLE.petugas,
      'answerDelivered',
      { text: 'x', by: 'visit', on: '2026-10-09' },
      on('2026-10-09'),
    )
    quick.write(PEOPLE.petugas, 'closed', { outcome: 'explained' }, on('2026-10-30'))
    const slow = aCase('slow', 2)
    slow.write(PEOPLE.petugas, 'closed', { outcome: 'followedUp' }, on('2026-10-29'))
    const voided = aCase('void', 3)
    voided.write(PEOPLE.petugas, 'voided', { reason: 'dobel' }, on('2026-10-06'))
    const { total } = report(journals(quick, slow, voided)).recap
    expect(total).toMatchObject({ finished: 3, timed: 2, onTime: 1, mean: 14, median: 14 })
  })

  it('knows nothing of what arrived after it closed, lists it apart, and counts it in the next month', () => {
    const one = aCase('one', 1)
    one.write(PEOPLE.petugas, 'closed', { outcome: 'explained' }, on('2026-10-30', '2026-11-03'))
    const late = new TestJournal(caseId('late'))
    late.write(PEOPLE.kadusA, 'registered', complaint(), on('2026-10-28', '2026-11-02'))
    late.write('pusat', 'numbered', { number: '002/ADU/XI/2026', year: 2026, n: 2 }, on('2026-11-02'))
    const october = report(journals(one, late))
    expect(october.recap.total).toMatchObject({ entered: 1, finished: 0, after: 1 })
    expect(october.later).toEqual([
      { number: '001/ADU/X/2026', what: 'ended', now: '2026-10-30' },
      { number: '002/ADU/XI/2026', what: 'arrived', now: '2026-11-02' },
    ])
    const november = report(journals(one, late), NOVEMBER).recap
    expect(november.total).toMatchObject({ before: 1, entered: 1, finished: 1, after: 1 })
  })

  it('keeps the category, the rules and the people of its time', () => {
    const one = aCase('one', 1)
    const first = one.entries[0]!
    one.write(
      PEOPLE.petugas,
      'corrected',
      { entry: first._id, changes: { category: 'Pertanian' }, reason: 'salah' },
      on('2026-12-01'),
    )
    const village = villageJournal()
    village.write(
      PEOPLE.petugas,
      'officerRecorded',
      { officer: PEOPLE.kades, name: 'Baru' },
      on('2026-12-01'),
    )
    const { recap, later, village: then } = report(journals(one), OCTOBER, village)
    expect(recap.by.category.map(({ key }) => key)).toEqual(['Jalan/jembatan/drainase'])
    expect(later).toEqual([
      { number: '001/ADU/X/2026', what: 'category', then: 'Jalan/jembatan/drainase', now: 'Pertanian' },
    ])
    expect(then.officers[PEOPLE.kades]!.name).toBe('kades')
  })

  it('leaves out what is about the Kepala Desa, and says that a number is not counted, on every device alike', () => {
    const all = [aCase('a', 1), aCase('b', 2, '2026-10-06', { respondents: [PEOPLE.kades] }), aCase('c', 3)]
    for (const held of [all, [all[0]!, all[2]!]]) {
      const { recap, uncounted } = report(journals(...held))
      expect(recap.total.entered).toBe(2)
      expect(recap.oldest).toHaveLength(2)
      expect(uncounted).toBe(1)
    }
  })

  it('counts a reopening apart, and what was not sent yet nowhere', () => {
    const back = aCase('back', 1, '2026-09-01')
    back.write(PEOPLE.petugas, 'closed', { outcome: 'explained' }, on('2026-09-10'))
    back.write(PEOPLE.petugas, 'reopened', { reason: 'belum beres' }, on('2026-10-10'))
    const unsent = aCase('unsent', 2)
    unsent.write(PEOPLE.petugas, 'closed', { outcome: 'explained' }, { ...on('2026-10-10'), unsent: true })
    const { recap } = report(journals(back, unsent))
    expect(recap.reopened).toEqual({ back: 1, left: 0, after: 1 })
    expect(recap.total).toMatchObject({ before: 0, entered: 1, after: 1 })
  })

  it('compares with the span of the same kind before it', () => {
    expect(spanBefore({ from: '2027-01-01', to: '2027-03-31' })).toEqual({
      from: '2026-10-01',
      to: '2026-12-31',
    })
    expect(spanBefore({ from: '2026-01-01', to: '2026-12-31' })).toEqual({
      from: '2025-01-01',
      to: '2025-12-31',
    })
    expect(spanBefore({ from: '2026-11-03', to: '2026-11-09' })).toEqual({
      from: '2026-10-27',
      to: '2026-11-02',
    })
  })

  it('of an empty village is all noughts, and balances', () => {
    const { recap, before, later, uncounted } = report(new Map())
    expect({ ...recap.total, later, uncounted }).toMatchObject({
      before: 0,
      after: 0,
      later: [],
      uncounted: 0,
    })
    expect(before.total.entered).toBe(0)
  })
})
