import { describe, expect, it } from 'vitest'
import { admit, type Journal } from '../../src/domain/admit.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { CENTRE, VILLAGE } from '../../src/domain/ids.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import {
  PEOPLE,
  TODAY,
  TestJournal,
  aCase,
  caseId,
  complaint,
  meetingId,
  officerId,
  termsWith,
  testVillage,
  type TestTerm,
} from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kaur, kadusA, kadusB, staf } = PEOPLE
const village = testVillage()

/** What the door says to an act on what the archive holds: ok, late, unknown, or the refusal. */
function knock<K extends Kind>(
  journal: TestJournal,
  by: string,
  kind: K,
  data: DataOf<K>,
  of = village,
): string {
  const before = foldCase(journal.id, journal.entries)
  const copy = Object.assign(new TestJournal(journal.id), { entries: [...journal.entries] })
  return said(copy.write(by, kind, data, { unsent: true }), { kind: 'case', state: before }, of)
}

function said(entry: Entry, journal: Journal, of = village): string {
  const verdict = admit(entry, journal, of, TODAY)
  if (verdict.ok === 'unknown') return 'unknown'
  return verdict.ok ? (verdict.late ?? 'ok') : verdict.why
}

const work = { how: 'action', text: 'dikerjakan' } as const
const give = (lead: string) => ({ lead, helpers: [] })

function reassigned(): TestJournal {
  const journal = aCase()
  journal.write(petugas, 'assigned', give(kasi))
  journal.write(petugas, 'assigned', give(kadusB))
  return journal
}

describe('the door of a case', () => {
  it('takes in a complaint of anyone ever in office, once', () => {
    expect(knock(new TestJournal(caseId('n')), staf, 'registered', complaint())).toBe('ok')
    expect(knock(aCase(), staf, 'registered', complaint())).toBe('exists-already')
    expect(knock(new TestJournal(caseId('n')), officerId('fremd'), 'registered', complaint())).toBe(
      'term-ended',
    )
  })

  it('takes in what was done before a reassignment, marked late', () => {
    expect(knock(reassigned(), kadusB, 'followedUp', work)).toBe('ok')
    expect(knock(reassigned(), kasi, 'followedUp', work)).toBe('reassigned')
  })

  it('marks late what the one who captured it did as a former lead, but not what a capturer may still do', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kadusA))
    journal.write(petugas, 'assigned', give(kadusB))
    expect(knock(journal, kadusA, 'followedUp', work)).toBe('reassigned')
    expect(knock(journal, kadusA, 'note', { text: 'kabar dari pengadu' })).toBe('ok')
  })

  it('takes in what the stand-in of a desk did that was named altogether, by lists that knew not of each other', () => {
    const journal = aCase({}, kadusB)
    journal.write(petugas, 'restricted', { respondents: [sekdes] }, { counter: 2 })
    journal.write(sekdes, 'restricted', { respondents: [kades] }, { counter: 2 })
    journal.write(kades, 'restricted', { respondents: [petugas] }, { counter: 2 })
    expect(foldCase(journal.id, journal.entries).respondents).toHaveLength(3)
    expect(knock(journal, kaur, 'verified', {})).toBe('ok')
    journal.write(kaur, 'restricted', { respondents: [] })
    expect(knock(journal, kaur, 'verified', {})).toBe('reassigned')
    expect(knock(journal, staf, 'verified', {})).toBe('not-your-case')
  })

  it('takes in what somebody of the desk did after giving it to themselves, before that has come', () => {
    const remarks = (journal: TestJournal) =>
      foldCase(journal.id, journal.entries).remarks.map(({ why }) => why)
    const journal = aCase()
    expect(knock(journal, sekdes, 'accepted', {})).toBe('reassigned')
    expect(knock(journal, sekdes, 'returned', { reason: 'bukan bidang saya' })).toBe('reassigned')
    const accepted = journal.write(sekdes, 'accepted', {}, { counter: 3 })
    expect(remarks(journal)).toEqual(['notAssignee'])
    journal.write(sekdes, 'assigned', give(sekdes), { counter: 2 })
    expect(foldCase(journal.id, journal.entries).assignment?.acceptedBy).toBe(accepted.by)
    expect(remarks(journal)).toEqual([])
    expect(knock(journal, kasi, 'accepted', {})).toBe('not-your-case')
    expect(knock(journal, kadusA, 'accepted', {})).toBe('not-your-role')
  })

  it('takes in what was done before the end of a term, marked late', () => {
    const ended = testVillage(termsWith([{ officer: kasi, position: 'kasiPelayanan', to: '2026-11-01' }]))
    expect(knock(reassigned(), kasi, 'followedUp', work, ended)).toBe('termEnded')
    expect(knock(new TestJournal(caseId('n')), kasi, 'registered', complaint(), ended)).toBe('termEnded')
    const formerDesk = testVillage(
      termsWith([{ officer: petugas, position: 'petugasPengelola', to: '2026-11-01' }]),
    )
    expect(knock(aCase(), petugas, 'assigned', give(kasi), formerDesk)).toBe('termEnded')
  })

  it('refuses who never held the case, and a role that the author never had', () => {
    expect(knock(reassigned(), staf, 'followedUp', work)).toBe('not-your-case')
    expect(knock(reassigned(), kasi, 'closed', { outcome: 'withdrawn' })).toBe('not-your-role')
    expect(knock(reassigned(), kadusA, 'followedUp', work)).toBe('not-your-role')
    expect(knock(aCase({ respondents: [sekdes] }), sekdes, 'note', { text: 'x' })).toBe('not-your-case')
  })

  it('takes in what a desk officer did before being named, and what a stand-in for the whole desk does', () => {
    const journal = aCase()
    journal.write(petugas, 'restricted', { respondents: [sekdes] })
    expect(knock(journal, sekdes, 'assigned', give(kasi))).toBe('reassigned')
    expect(knock(aCase({ respondents: [petugas, sekdes, kades] }), kaur, 'assigned', give(kasi))).toBe('ok')
    expect(knock(aCase(), kaur, 'assigned', give(kasi))).toBe('not-your-case')
  })

  it('refuses what only the centre writes, and an officer in its name', () => {
    expect(knock(aCase(), petugas, 'numbered', { number: '1', year: 2026, n: 1 })).toBe('server-only')
    expect(knock(aCase(), CENTRE, 'note', { text: 'x' })).toBe('server-only')
  })

  it('cannot tell while the registration has not come', () => {
    expect(knock(new TestJournal(caseId('n')), kasi, 'followedUp', work)).toBe('unknown')
  })

  it('lets authors and the desk mend; what is not here may come, unless the same phone should have brought it', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi))
    const note = journal.write(kasi, 'note', { text: 'x' })
    const strike = (entry: string) => ({ entry, reason: 'salah' })
    expect(knock(journal, kasi, 'retracted', strike(note._id))).toBe('ok')
    expect(knock(journal, petugas, 'retracted', strike(note._id))).toBe('ok')
    expect(knock(journal, kadusA, 'retracted', strike(note._id))).toBe('not-yours-to-mend')
    expect(knock(journal, kadusA, 'retracted', strike(journal.entries[0]!._id))).toBe('cannot-be-mended')
    const other = note._id.replace(':00000003:', ':00000002:')
    expect(knock(journal, kasi, 'retracted', strike(other))).toBe('no-such-entry')
    expect(knock(journal, petugas, 'retracted', strike(other))).toBe('unknown')
    const reveal = { entry: journal.entries[0]!._id, changes: { confidential: false }, reason: 'x' }
    expect(knock(journal, kadusA, 'corrected', reveal)).toBe('only-desk-reveals')
    const hiding = { entry: journal.entries[0]!._id, changes: { confidential: true }, reason: 'x' }
    const hidden = journal.write(kadusA, 'corrected', hiding)
    expect(knock(journal, kadusA, 'retracted', strike(hidden._id))).toBe('only-desk-reveals')
    expect(knock(journal, petugas, 'retracted', strike(hidden._id))).toBe('ok')
  })
})

describe('the door of the village and of meetings', () => {
  const villageEntry = (by: string) =>
    new TestJournal(VILLAGE).write(by, 'officerRecorded', { officer: kasi, name: 'Kasi' })

  it('takes in what the desk writes in the village journal, and nothing of a former desk: it would have its effect', () => {
    expect(said(villageEntry(petugas), { kind: 'village' })).toBe('ok')
    expect(said(villageEntry(kasi), { kind: 'village' })).toBe('not-your-role')
    const former = (terms: TestTerm[]) =>
      said(villageEntry(sekdes), { kind: 'village' }, testVillage(termsWith(terms)))
    const ended = { officer: sekdes, position: 'sekretarisDesa' as const, to: '2026-11-01' }
    expect(former([ended])).toBe('term-ended')
    expect(former([ended, { officer: sekdes, position: 'stafKasi' }])).toBe('not-your-role')
  })

  it('takes a call from who works on all of its cases, and minutes from who was invited', () => {
    const linked = aCase()
    linked.write(petugas, 'assigned', give(kasi))
    const cases = [foldCase(linked.id, linked.entries)]
    const meeting = new TestJournal(meetingId('r'))
    const empty = foldMeeting(meeting.id, [])
    const call = (by: string, ids = [linked.id]) =>
      new TestJournal(meeting.id).write(by, 'meetingCalled', {
        cases: ids,
        title: 'Rapat',
        place: 'Balai',
        startsAt: '2026-11-11T02:00:00.000Z',
        officers: [kaur],
        residents: [],
      })
    const knockMeeting = (entry: Entry, state = empty) => said(entry, { kind: 'meeting', state, cases })
    expect(knockMeeting(call(kasi))).toBe('ok')
    expect(knockMeeting(call(kadusA))).toBe('not-your-case')
    expect(knockMeeting(call(kasi, [linked.id, caseId('other')]))).toBe('unknown')
    const called = foldMeeting(meeting.id, [call(kasi)])
    const minutes = (by: string) =>
      Object.assign(new TestJournal(meeting.id), { entries: [call(kasi)] }).write(by, 'minutesTaken', {
        officers: [kaur],
        residents: [],
        discussion: 'x',
        decisions: [],
      })
    expect(knockMeeting(minutes(kaur), called)).toBe('ok')
    expect(knockMeeting(minutes(staf), called)).toBe('not-your-case')
    expect(knockMeeting(minutes(kaur))).toBe('unknown')
    expect(knockMeeting(call(petugas), called)).toBe('exists-already')
  })
})
