import { describe, expect, it } from 'vitest'
import { decideMeeting } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { briefOf, foldMeeting, meetingAudience } from '../../src/domain/meeting.ts'
import { summariseMeeting } from '../../src/domain/meeting-summary.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import { PEOPLE, TODAY, TestJournal, aCase, caseId, meetingId, testVillage } from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kaur, kadusA, kadusB, staf } = PEOPLE
const village = testVillage()

const call = (cases: string[], officers = [kaur]): DataOf<'meetingCalled'> => ({
  cases,
  title: 'Rapat jalan',
  place: 'Balai desa',
  startsAt: '2026-11-11T02:00:00.000Z',
  officers,
  residents: ['Ketua RT 02'],
})

const minutes: DataOf<'minutesTaken'> = {
  officers: [kaur],
  residents: [],
  discussion: 'Disepakati kerja bakti.',
  decisions: [{ id: 'd1', text: 'Kerja bakti', officer: kadusB, due: '2026-11-15' }],
}

function aMeeting(respondents: string[] = []) {
  const linked = aCase({ respondents })
  linked.write(petugas, 'assigned', { lead: kasi, helpers: [] })
  const journal = new TestJournal(meetingId('r'))
  journal.write(kasi, 'meetingCalled', call([linked.id]))
  return { journal, cases: [foldCase(linked.id, linked.entries)] }
}

const fold = (journal: TestJournal) => foldMeeting(journal.id, journal.entries)

describe('a meeting', () => {
  it('gathers its call, minutes, decisions and what was done', () => {
    const { journal } = aMeeting()
    journal.write(kaur, 'minutesTaken', minutes)
    journal.write(kadusB, 'decisionDone', { decision: 'd1' })
    const state = fold(journal)
    expect(state).toMatchObject({ calledBy: kasi, officers: [kaur], minutes: [{ by: kaur }] })
    expect(state.decisions).toMatchObject([{ id: 'd1', officer: kadusB, doneBy: kadusB }])
    expect(summariseMeeting(state)).toMatchObject({ title: 'Rapat jalan', held: true, open: [] })
    expect(foldMeeting(journal.id, [...journal.entries].reverse().concat(journal.entries))).toEqual(state)
  })

  it('keeps entries that it does not know as remarked lines', () => {
    const { journal } = aMeeting()
    const foreign = { ...journal.write(kasi, 'note', { text: 'x' }), kind: 'blessed' } as unknown as Entry
    const state = foldMeeting(journal.id, [journal.entries[0]!, foreign])
    expect(state.lines).toHaveLength(2)
    expect(state.remarks.map((r) => r.why)).toEqual(['newerKind'])
  })

  it('goes to the desk, the invited, the caller, the leads and who has to carry out a decision', () => {
    const { journal, cases } = aMeeting()
    journal.write(kaur, 'minutesTaken', minutes)
    const who = meetingAudience(fold(journal), cases, village, TODAY)
    expect(who.sort()).toEqual([petugas, sekdes, kades, kasi, kaur, kadusB].sort())
  })

  it('never goes to a respondent of any of its cases, invited or not, nor when the case is taken off', () => {
    const { journal, cases } = aMeeting([kaur, petugas])
    expect(meetingAudience(fold(journal), cases, village, TODAY).sort()).toEqual([sekdes, kades, kasi].sort())
    const entry = journal.entries[0]!._id
    const other = aCase()
    const changes = { cases: [caseId('other')] }
    journal.write(kasi, 'corrected', { entry, changes, reason: 'salah aduan' })
    const known = [...cases, { ...foldCase(other.id, other.entries), id: caseId('other') }]
    expect(meetingAudience(fold(journal), known, village, TODAY)).not.toContain(kaur)
  })

  it('goes to the centre alone while one of its cases is not known', () => {
    const { journal } = aMeeting()
    expect(meetingAudience(fold(journal), [], village, TODAY)).toEqual([CENTRE])
  })
})

describe('who may do what in a meeting', () => {
  function ask<K extends Kind>(
    journal: TestJournal,
    actor: string,
    kind: K,
    data: DataOf<K>,
    cases = aMeeting().cases,
  ) {
    const verdict = decideMeeting({ kind, data }, actor, fold(journal), village, TODAY, cases)
    return verdict.ok ? 'ok' : verdict.why
  }

  it('is called by desk or lead of its cases, about open cases, with people in office', () => {
    const empty = new TestJournal(meetingId('n'))
    const { cases } = aMeeting([staf])
    const id = cases[0]!.id
    expect(ask(empty, kasi, 'meetingCalled', call([id]), cases)).toBe('ok')
    expect(ask(empty, kadusA, 'meetingCalled', call([id]), cases)).toBe('not-your-case')
    expect(ask(empty, staf, 'meetingCalled', call([id]), cases)).toBe('respondent')
    expect(ask(empty, kasi, 'meetingCalled', call([id], [staf]), cases)).toBe('invitee-is-respondent')
    expect(ask(empty, kasi, 'meetingCalled', call([id], [CENTRE]), cases)).toBe('invitee-not-in-office')
    expect(ask(empty, kasi, 'meetingCalled', call([caseId('no')]), cases)).toBe('unknown-case')
    expect(ask(aMeeting().journal, kasi, 'meetingCalled', call([id]), cases)).toBe('exists-already')
    expect(ask(empty, kasi, 'minutesTaken', minutes)).toBe('not-called')
  })

  it('is cancelled by its caller or the desk, while no minutes were taken', () => {
    const { journal } = aMeeting()
    expect(ask(journal, kaur, 'meetingCancelled', { reason: 'x' })).toBe('not-your-role')
    expect(ask(journal, kasi, 'meetingCancelled', { reason: 'x' })).toBe('ok')
    journal.write(kaur, 'minutesTaken', minutes)
    expect(ask(journal, petugas, 'meetingCancelled', { reason: 'x' })).toBe('meeting-held')
    const cancelled = aMeeting().journal
    cancelled.write(kasi, 'meetingCancelled', { reason: 'x' })
    expect(ask(cancelled, kaur, 'minutesTaken', minutes)).toBe('meeting-cancelled')
  })

  it('has its decisions reported done by who was charged, the caller or the desk, once', () => {
    const { journal } = aMeeting()
    journal.write(kaur, 'minutesTaken', minutes)
    expect(ask(journal, kadusB, 'decisionDone', { decision: 'd1' })).toBe('ok')
    expect(ask(journal, kaur, 'decisionDone', { decision: 'd1' })).toBe('not-your-role')
    expect(ask(journal, petugas, 'decisionDone', { decision: 'd9' })).toBe('no-such-decision')
    journal.write(kadusB, 'decisionDone', { decision: 'd1' })
    expect(ask(journal, petugas, 'decisionDone', { decision: 'd1' })).toBe('decision-done')
  })

  it('is mended by authors and the desk; the call is cancelled, not struck out', () => {
    const { journal } = aMeeting()
    const entry = journal.entries[0]!._id
    expect(ask(journal, kasi, 'retracted', { entry, reason: 'x' })).toBe('cannot-be-mended')
    expect(ask(journal, kasi, 'corrected', { entry, changes: { place: 'Dusun A' }, reason: 'x' })).toBe('ok')
    expect(ask(journal, kaur, 'corrected', { entry, changes: {}, reason: 'x' })).toBe('not-yours-to-mend')
  })
})

describe('what an invitation tells of a case', () => {
  it('is its number, subject, category and dusun, and nothing of who complained', () => {
    const journal = aCase({ subject: 'Jalan rusak', description: 'Kata Bu Tarsih.' })
    journal.write(kadusA, 'identityGiven', { name: 'Tarsih', phone: '+6281200000001' })
    const brief = briefOf(foldCase(journal.id, journal.entries))!
    expect(brief).toEqual({
      case: journal.id,
      subject: 'Jalan rusak',
      category: 'Jalan/jembatan/drainase',
      dusun: 'A',
    })
    expect(briefOf(foldCase(journal.id, []))).toBeUndefined()
  })

  it('is the category instead of the subject where that names somebody, or the complainant is hidden', () => {
    const told = (other: object) => {
      const journal = aCase(other)
      journal.write(kadusA, 'identityGiven', { name: 'Tarsih' })
      return briefOf(foldCase(journal.id, journal.entries))!.subject
    }
    expect(told({ subject: 'Pagar rumah Bu Tarsih' })).toBe('Jalan/jembatan/drainase')
    expect(told({ subject: 'Pagar di gang buntu', confidential: true })).toBe('Jalan/jembatan/drainase')
    expect(told({ subject: 'Pagar di gang buntu' })).toBe('Pagar di gang buntu')
  })
})
