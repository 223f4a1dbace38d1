/** *Perlu rapat?* and what meetings decided, as the desk follows them. */
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { summariseMeeting } from '../../src/domain/meeting-summary.ts'
import { asksForMeeting } from '../../src/ui/office/next-steps.ts'
import { decisionGroups, overdueIn } from '../../src/ui/pages/meetings/decisions.ts'
import { PEOPLE, TODAY, TestJournal, aCase, meetingId, testVillage } from '../support/domain.ts'

const { petugas, kasi, kaur, kadusB } = PEOPLE
const village = testVillage()
const fold = (journal: TestJournal) => foldMeeting(journal.id, journal.entries)

function aMeeting() {
  const linked = aCase()
  linked.write(petugas, 'assigned', { lead: kasi, helpers: [] })
  const journal = new TestJournal(meetingId('r'))
  journal.write(kasi, 'meetingCalled', {
    cases: [linked.id],
    title: 'Rapat jalan',
    place: 'Balai desa',
    startsAt: '2026-11-11T02:00:00.000Z',
    officers: [kaur],
    residents: [],
  })
  return { journal, cases: [foldCase(linked.id, linked.entries)] }
}

describe('Perlu rapat?', () => {
  it('is answered with no by the desk alone, in a note; striking it out asks again', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const no = { kind: 'note', data: { text: 'Tidak perlu rapat.', meeting: 'notNeeded' } } as const
    const state = () => foldCase(journal.id, journal.entries)
    expect(decide(no, kasi, state(), village, TODAY)).toMatchObject({ ok: false, why: 'not-your-role' })
    expect(decide(no, petugas, state(), village, TODAY)).toMatchObject({ ok: true })
    expect(asksForMeeting(state(), [])).toBe(true)
    const note = journal.write(petugas, 'note', no.data)
    expect(state().noMeeting).toEqual({ by: petugas, on: TODAY })
    expect(asksForMeeting(state(), [])).toBe(false)
    journal.write(petugas, 'retracted', { entry: note._id, reason: 'ternyata perlu' })
    expect(asksForMeeting(state(), [])).toBe(true)
  })

  it('is answered with yes by a meeting that was called and not called off', () => {
    const { journal, cases } = aMeeting()
    expect(asksForMeeting(cases[0]!, [])).toBe(true)
    expect(asksForMeeting(cases[0]!, [fold(journal)])).toBe(false)
    journal.write(kasi, 'meetingCancelled', { reason: 'batal' })
    expect(asksForMeeting(cases[0]!, [fold(journal)])).toBe(true)
  })
})

describe('decisions over all meetings', () => {
  it('are late first, and stand until they are done', () => {
    const { journal } = aMeeting()
    const decisions = [
      { id: 'd1', text: 'Kerja bakti', officer: kadusB, due: '2026-11-09' },
      { id: 'd2', text: 'Beli pasir', who: 'Ketua RT', due: '2026-11-20' },
      { id: 'd3', text: 'Surat' },
    ]
    journal.write(kaur, 'minutesTaken', {
      officers: [kaur],
      residents: [],
      discussion: 'Dibahas.',
      decisions,
    })
    const groups = () => decisionGroups([summariseMeeting(fold(journal))!], TODAY)
    expect(groups().late.map(({ text }) => text)).toEqual(['Kerja bakti'])
    expect(groups().open).toMatchObject([{ text: 'Beli pasir', who: 'Ketua RT' }, { text: 'Surat' }])
    expect(overdueIn([summariseMeeting(fold(journal))!], TODAY)).toBe(1)
    journal.write(kadusB, 'decisionDone', { decision: 'd1' })
    expect(groups()).toMatchObject({ late: [], done: [{ text: 'Kerja bakti', officer: kadusB }] })
  })
})
