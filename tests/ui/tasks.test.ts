import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/time.ts'
import { capturedOnly, endedLately, finished, orderFor, taskGroups } from '../../src/ui/pages/tasks/groups.ts'
import { appointments } from '../../src/ui/pages/tasks/appointments.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { summariseMeeting } from '../../src/domain/meeting-summary.ts'
import { isNewTask } from '../../src/domain/summary.ts'
import { PEOPLE, TODAY, TestJournal, aCase, answerOf, atNoon, meetingId } from '../support/domain.ts'
import { CENTRE, counterOf } from '../../src/domain/ids.ts'
import { hasNews } from '../../src/ui/office/news.ts'
import { summaryOf } from './support.ts'

const toKadus = { lead: PEOPLE.kadusA, helpers: [] }

function task(due?: string, overrides: Parameters<typeof aCase>[0] = {}): TestJournal {
  const journal = aCase(overrides)
  journal.write(PEOPLE.petugas, 'assigned', { ...toKadus, due })
  return journal
}

function taken(due?: string): TestJournal {
  const journal = task(due)
  journal.write(PEOPLE.kadusA, 'accepted', {})
  return journal
}

const groupsOf = (journals: TestJournal[], day = TODAY) =>
  taskGroups(journals.map(summaryOf), PEOPLE.kadusA, day).map(({ group }) => group)

describe('Tugas', () => {
  it('marks a task as new until it is taken', () => {
    const journal = task()
    expect(isNewTask(summaryOf(journal), PEOPLE.kadusA)).toBe(true)
    expect(groupsOf([journal])).toEqual(['new'])
    journal.write(PEOPLE.kadusA, 'accepted', {})
    expect(groupsOf([journal])).not.toContain('new')
  })

  it('groups what is taken by how it presses', () => {
    const day = (n: number) => addDays(TODAY, n)
    expect(groupsOf([taken(day(20)), taken(day(5)), taken(TODAY), taken(day(-1))])).toEqual([
      'late',
      'today',
      'week',
      'later',
    ])
  })

  it('puts what is urgent on top, new or not', () => {
    expect(groupsOf([taken(TODAY), task(TODAY, { urgent: true })])).toEqual(['urgent', 'today'])
  })

  it('keeps apart what waits for somebody else, and what only awaits closing', () => {
    const waiting = taken(addDays(TODAY, 5))
    waiting.write(PEOPLE.kadusA, 'held', { waitingFor: 'complainant', reason: 'foto' })
    const answered = taken(addDays(TODAY, 5))
    answered.write(PEOPLE.petugas, 'answerDelivered', { text: 'sudah', by: 'visit', on: TODAY })
    expect(groupsOf([answered, waiting])).toEqual(['waiting', 'answered'])
  })

  it('comes back on the day of its next step, and when a wait is to be looked at', () => {
    const due = addDays(TODAY, 30)
    const stepped = taken(due)
    stepped.write(PEOPLE.kadusA, 'followedUp', { how: 'action', text: 'x', nextOn: addDays(TODAY, 3) })
    expect(groupsOf([stepped])).toEqual(['week'])
    expect(groupsOf([stepped], addDays(TODAY, 3))).toEqual(['today'])
    expect(groupsOf([stepped], addDays(TODAY, 5))).toEqual(['today'])
    stepped.write(PEOPLE.kadusA, 'followedUp', { how: 'action', text: 'y' })
    expect(groupsOf([stepped])).toEqual(['later'])
    const waiting = taken(due)
    const until = addDays(TODAY, 2)
    waiting.write(PEOPLE.kadusA, 'held', { waitingFor: 'complainant', reason: 'foto', until })
    expect(groupsOf([waiting])).toEqual(['waiting'])
    expect(groupsOf([waiting], until)).toEqual(['today'])
  })

  it('leaves out what has ended and what others work on', () => {
    const closed = taken()
    closed.write(PEOPLE.petugas, 'withdrawn', { reason: 'dicabut' })
    expect(groupsOf([closed, aCase()])).toEqual([])
  })

  it('lists apart what the officer only captured', () => {
    const mine = aCase()
    const capturer = summaryOf(mine).capturedBy
    expect(capturedOnly([summaryOf(mine)], capturer)).toHaveLength(1)
    expect(capturedOnly([summaryOf(mine)], PEOPLE.kasi)).toHaveLength(0)
  })

  it('lists what the officer is told to ask a complainant among the tasks, until it is answered', () => {
    const asked = PEOPLE.kadusB
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'informationRequested', { what: 'Nomor HP?', from: asked, due: TODAY })
    const groups = (officer: string) => taskGroups([summaryOf(journal)], officer, TODAY)
    expect(groups(asked).map(({ group }) => group)).toEqual(['asked'])
    expect(groups(PEOPLE.kasi)).toEqual([])
    expect(orderFor(summaryOf(journal), asked)?.what).toBe('Nomor HP?')
    journal.write(asked, 'informationSupplied', { text: 'Ini' })
    expect(groups(asked)).toEqual([])
  })

  it('has what is urgent on top, however old', () => {
    const capturer = PEOPLE.staf
    const late = summaryOf(aCase({}, capturer))
    const urgent = summaryOf(aCase({ urgent: true, receivedOn: '2026-11-01' }, capturer))
    expect(capturedOnly([late, urgent], capturer)).toEqual([urgent, late])
  })
})

describe('What has ended', () => {
  it('is found under Selesai by who worked on it and by who took it down, and nowhere else', () => {
    const capturer = PEOPLE.staf
    const journal = aCase({}, capturer)
    journal.write(PEOPLE.petugas, 'assigned', toKadus)
    journal.write(PEOPLE.kadusA, 'accepted', {})
    expect(finished([summaryOf(journal)], PEOPLE.kadusA)).toEqual([])
    journal.write(PEOPLE.petugas, 'answerDelivered', answerOf())
    journal.write(PEOPLE.petugas, 'closed', { outcome: 'followedUp' })
    const one = summaryOf(journal)
    expect(finished([one], PEOPLE.kadusA)).toEqual([one])
    expect(finished([one], capturer)).toEqual([one])
    expect(finished([one], PEOPLE.kasi)).toEqual([])
    expect(capturedOnly([one], capturer)).toEqual([])
    expect(groupsOf([journal])).toEqual([])
    expect(endedLately(one, addDays(one.endedOn!, 30))).toBe(true)
    expect(endedLately(one, addDays(one.endedOn!, 31))).toBe(false)
  })
})

describe('News of a case', () => {
  it('is what others did, until it was opened; never one’s own acts or what the centre added', () => {
    const journal = aCase()
    const me = PEOPLE.kadusA
    journal.write(CENTRE, 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 })
    expect(hasNews(summaryOf(journal), me)).toBe(false)
    const theirs = journal.write(PEOPLE.petugas, 'assigned', toKadus)
    expect(hasNews(summaryOf(journal), me)).toBe(true)
    journal.write(me, 'opened', { upTo: counterOf(theirs._id) })
    expect(hasNews(summaryOf(journal), me)).toBe(false)
  })
})

describe('Meetings in Tugas', () => {
  const called = (day: string) => {
    const journal = new TestJournal(meetingId(day.replaceAll('-', '')))
    journal.write(PEOPLE.petugas, 'meetingCalled', {
      cases: [aCase().id],
      title: 'Rapat',
      place: 'Balai',
      startsAt: atNoon(day),
      officers: [PEOPLE.kadusA],
      residents: [],
    })
    return journal
  }
  const listed = (journal: TestJournal, officer: string) =>
    appointments([summariseMeeting(foldMeeting(journal.id, journal.entries))!], officer, TODAY)

  it('shows a coming meeting to who is invited, and none that is over', () => {
    expect(listed(called(TODAY), PEOPLE.kadusA)).toHaveLength(1)
    expect(listed(called(TODAY), PEOPLE.kasi)).toHaveLength(0)
    expect(listed(called(addDays(TODAY, -1)), PEOPLE.kadusA)).toHaveLength(0)
  })

  it('turns a decision into a task of the officer it names, until it is done', () => {
    const journal = called(addDays(TODAY, -1))
    const decisions = [{ id: 'a', text: 'Gotong royong', officer: PEOPLE.kadusA, due: TODAY }]
    journal.write(PEOPLE.petugas, 'minutesTaken', { officers: [], residents: [], discussion: 'x', decisions })
    expect(listed(journal, PEOPLE.kadusA)).toMatchObject([{ decision: 'Gotong royong', on: TODAY }])
    journal.write(PEOPLE.kadusA, 'decisionDone', { decision: 'a' })
    expect(listed(journal, PEOPLE.kadusA)).toHaveLength(0)
  })
})
