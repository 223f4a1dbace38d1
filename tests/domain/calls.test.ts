/** Whom the server calls while their app is closed. */
import { describe, expect, it } from 'vitest'
import { caseCalls, deadlineCalls, meetingCalls, messageOf } from '../../src/domain/calls.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { addDays } from '../../src/domain/time.ts'
import {
  aCase,
  answerOf,
  atNoon,
  meetingId,
  PEOPLE,
  TestJournal,
  testVillage,
  TODAY,
} from '../support/domain.ts'

const { petugas, sekdes, kades, kadusB, kasi, kaur } = PEOPLE
const village = testVillage()
const called = (entry: Entry, { entries }: TestJournal, day = TODAY) =>
  caseCalls(entry, entries, village, day).map(({ officer, kind }) => `${kind} ${officer}`)

describe('a task', () => {
  it('calls lead and helpers, and not who gave it', () => {
    const one = aCase()
    const given = one.write(petugas, 'assigned', { lead: kadusB, helpers: [kasi, petugas] })
    expect(called(given, one)).toEqual([`task ${kadusB}`, `task ${kasi}`])
  })

  it('calls louder where it is urgent', () => {
    const one = aCase({ urgent: true })
    const given = one.write(petugas, 'assigned', { lead: kadusB, helpers: [] })
    expect(called(given, one)).toEqual([`urgent ${kadusB}`])
  })

  it('calls whom a lead involves, alone', () => {
    const one = aCase()
    one.write(petugas, 'assigned', { lead: kadusB, helpers: [kasi] })
    const involved = one.write(kadusB, 'involved', { helper: kaur })
    expect(called(involved, one)).toEqual([`task ${kaur}`])
  })

  it('calls nobody any more once it was taken, looked at, given to another, answered or ended', () => {
    const later: ((one: TestJournal) => unknown)[] = [
      (one) => one.write(kadusB, 'accepted', {}),
      (one) => one.write(kadusB, 'opened', { upTo: 2 }),
      (one) => one.write(petugas, 'unassigned', { reason: 'keliru' }),
      (one) => one.write(kadusB, 'returned', { reason: 'bukan wilayah saya' }),
      (one) => one.write(petugas, 'answerDelivered', answerOf()),
      (one) => one.write(petugas, 'voided', { reason: 'salah catat' }),
    ]
    for (const act of later) {
      const one = aCase()
      const given = one.write(petugas, 'assigned', { lead: kadusB, helpers: [] })
      act(one)
      expect(called(given, one)).toEqual([])
    }
  })

  it('calls who gets it by a correction, and not who had it before', () => {
    const one = aCase()
    const given = one.write(petugas, 'assigned', { lead: kadusB, helpers: [kaur] })
    const changes = { lead: kasi }
    const mended = one.write(petugas, 'corrected', { entry: given._id, changes, reason: 'salah pilih' })
    expect(called(mended, one)).toEqual([`task ${kasi}`])
    // What the assignment itself called for still stands for who is left of it.
    expect(called(given, one)).toEqual([`task ${kasi}`, `task ${kaur}`])
  })

  it('never calls a respondent, nor who holds no position any more', () => {
    const one = aCase({ respondents: [kadusB] })
    const given = one.write(petugas, 'assigned', { lead: kadusB, helpers: [kasi] })
    expect(called(given, one)).toEqual([`task ${kasi}`])
    const gone = testVillage([
      { officer: petugas, position: 'petugasPengelola' },
      { officer: kasi, position: 'kasiPelayanan', to: addDays(TODAY, -1) },
    ])
    expect(caseCalls(given, one.entries, gone, TODAY)).toEqual([])
  })

  it('does not call for what others only write', () => {
    const one = aCase()
    one.write(petugas, 'assigned', { lead: kadusB, helpers: [kasi] })
    const note = one.write(kadusB, 'note', { text: 'catatan' })
    expect(called(note, one)).toEqual([])
  })
})

describe('a meeting', () => {
  const [now, soon, past] = [atNoon(TODAY), atNoon(addDays(TODAY, 2)), atNoon(addDays(TODAY, -2))]
  const about = aCase()
  const call = (startsAt = soon, officers = [kasi, petugas, sekdes]) => {
    const meeting = new TestJournal(meetingId('x'))
    const data = { cases: [about.id], title: 'Rapat', place: 'Balai desa', startsAt, officers, residents: [] }
    return { meeting, first: meeting.write(petugas, 'meetingCalled', data) }
  }
  const cases = [foldCase(about.id, about.entries)]
  const calls = (entry: Entry, { entries }: TestJournal, linked = cases) =>
    meetingCalls(entry, entries, linked, village, now)
      .map(({ officer, kind }) => `${kind} ${officer}`)
      .sort()

  it('calls who is invited, and not who invites', () => {
    const { meeting, first } = call()
    expect(calls(first, meeting)).toEqual([`invited ${kasi}`, `invited ${sekdes}`].sort())
  })

  it('calls nobody to one that is over, or whose invitation was opened', () => {
    const old = call(past)
    expect(calls(old.first, old.meeting)).toEqual([])
    const { meeting, first } = call(soon, [kasi])
    meeting.write(kasi, 'opened', { upTo: 1 })
    expect(calls(first, meeting)).toEqual([])
  })

  it('calls again when it is cancelled, and no more for the invitation then', () => {
    const { meeting, first } = call()
    const cancelled = meeting.write(sekdes, 'meetingCancelled', { reason: 'hujan' })
    expect(calls(cancelled, meeting)).toEqual([`cancelled ${kasi}`, `cancelled ${petugas}`].sort())
    meeting.write(petugas, 'meetingCancelled', { reason: 'hujan juga' })
    expect(calls(meeting.entries.at(-1)!, meeting)).toEqual([])
    expect(calls(first, meeting).filter((text) => text.startsWith('invited'))).toEqual([])
  })

  it('calls when time or place change, and who is invited only then', () => {
    const { meeting, first } = call(soon, [kasi])
    const changes = { place: 'Sekolah', officers: [kasi, kaur] }
    const moved = meeting.write(petugas, 'corrected', { entry: first._id, changes, reason: 'pindah' })
    expect(calls(moved, meeting)).toEqual([`invited ${kaur}`, `moved ${kasi}`].sort())
    const wording = { title: 'Rapat besar' }
    const titled = meeting.write(petugas, 'corrected', { entry: first._id, changes: wording, reason: 'x' })
    expect(calls(titled, meeting)).toEqual([])
  })

  it('calls who has to carry out a decision, also when it is over', () => {
    const { meeting } = call(past)
    const decisions = [{ id: 'a', text: 'Ganti pipa', officer: kaur }]
    const data = { officers: [kasi], residents: [], discussion: 'Dibahas', decisions }
    const minutes = meeting.write(petugas, 'minutesTaken', data)
    expect(calls(minutes, meeting)).toEqual([`decision ${kaur}`])
  })

  it('never calls a respondent of its cases, and nobody while a case of it is not known', () => {
    const restricted = aCase({ respondents: [kasi] })
    const { meeting, first } = call()
    expect(calls(first, meeting, [foldCase(restricted.id, restricted.entries)])).not.toContain(
      `invited ${kasi}`,
    )
    expect(calls(first, meeting, [])).toEqual([])
  })
})

describe('a deadline', () => {
  // TODAY is a Tuesday.
  const dueOn = (due: string) => {
    const one = aCase()
    one.write(petugas, 'assigned', { lead: kadusB, helpers: [kasi], due })
    return foldCase(one.id, one.entries)
  }
  const kinds = (due: string, day: string, since: string) =>
    deadlineCalls(dueOn(due), village, day, since).map(({ officer, kind }) => `${kind} ${officer}`)

  it('calls lead and helpers on the working day before, and once', () => {
    const monday = addDays(TODAY, 6)
    const [thursday, friday] = [addDays(TODAY, 2), addDays(TODAY, 3)]
    expect(kinds(monday, thursday, addDays(TODAY, 1))).toEqual([])
    expect(kinds(monday, friday, thursday)).toEqual([`near ${kadusB}`, `near ${kasi}`])
    expect(kinds(monday, monday, friday)).toEqual([])
  })

  it('calls once when it has passed, also after days in which nobody looked', () => {
    const after = addDays(TODAY, 1)
    expect(kinds(TODAY, after, TODAY)).toEqual([`late ${kadusB}`, `late ${kasi}`])
    expect(kinds(TODAY, addDays(TODAY, 9), addDays(TODAY, -5))).toEqual([`late ${kadusB}`, `late ${kasi}`])
    expect(kinds(TODAY, addDays(after, 1), after)).toEqual([])
  })

  it('calls nobody while an agency is waited for, and nobody for an answered case', () => {
    const one = aCase()
    one.write(petugas, 'assigned', { lead: kadusB, helpers: [], due: addDays(TODAY, 1) })
    one.write(kadusB, 'held', { waitingFor: 'agency', reason: 'menunggu PLN' })
    const held = foldCase(one.id, one.entries)
    expect(deadlineCalls(held, village, addDays(TODAY, 5), TODAY)).toEqual([])
    one.write(petugas, 'answerDelivered', answerOf())
    const answered = foldCase(one.id, one.entries)
    expect(deadlineCalls(answered, village, addDays(TODAY, 5), TODAY)).toEqual([])
  })

  it('calls the first of the desk where nobody has the case, and never a respondent', () => {
    const fresh = aCase()
    const late = addDays(TODAY, 30)
    const state = foldCase(fresh.id, fresh.entries)
    expect(deadlineCalls(state, village, late, TODAY)).toEqual([{ officer: petugas, kind: 'late' }])
    const about = aCase({ respondents: [petugas, sekdes] })
    const restricted = foldCase(about.id, about.entries)
    expect(deadlineCalls(restricted, village, late, TODAY)).toEqual([{ officer: kades, kind: 'late' }])
  })

  it('is none of those by which a case may be closed as not completed', () => {
    const one = aCase({ identity: { name: 'unknown', address: 'unknown', phone: 'unknown' } })
    one.write(petugas, 'incomplete', { missing: ['name'], reason: 'nama' })
    expect(deadlineCalls(foldCase(one.id, one.entries), village, addDays(TODAY, 60), TODAY)).toEqual([])
  })
})

describe('the message', () => {
  it('says how many of what, and names the one case or meeting that it is about', () => {
    expect(messageOf('d1', [{ kind: 'task', journal: 'c1' }])).toEqual({
      to: 'd1',
      n: { task: 1 },
      open: 'c1',
    })
    const many = [1, 2, 3].map((n) => ({ kind: 'task' as const, journal: `c${n}` }))
    expect(messageOf('d1', [...many, { kind: 'late', journal: 'c1' }])).toEqual({
      to: 'd1',
      n: { task: 3, late: 1 },
    })
  })
})
