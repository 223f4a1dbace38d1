import { describe, expect, it } from 'vitest'
import { faultIn } from '../../src/domain/entries.ts'
import { changesOf, textFields } from '../../src/ui/acts/field/correction.ts'
import { invitationLacks, invitationOf, proposal } from '../../src/ui/pages/meetings/invitation.ts'
import {
  headCountIsWrong,
  minutesOf,
  minutesStart,
  newDecision,
} from '../../src/ui/pages/meetings/minutes.ts'
import { momentOf } from '../../src/ui/pages/meetings/time.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { PEOPLE, TODAY, TestJournal, aCase, atNoon, meetingId } from '../support/domain.ts'
import { summaryOf } from './support.ts'

describe('Calling a meeting', () => {
  it('proposes the subject of the case and whoever works on it, except the caller', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kadusA, helpers: [PEOPLE.staf] })
    const one = summaryOf(journal)
    expect(proposal(one, PEOPLE.kadusA)).toMatchObject({ cases: [one.id], officers: [PEOPLE.staf] })
    expect(proposal(one, PEOPLE.kadusA).title).toContain(one.subject)
  })

  it('takes the typed time as WIB', () => {
    expect(momentOf('2026-11-24', '09:00')).toBe('2026-11-24T02:00:00.000Z')
    expect(momentOf('', '09:00')).toBeUndefined()
  })

  it('fits the schema when nothing is lacking', () => {
    const draft = {
      ...proposal(summaryOf(aCase()), PEOPLE.petugas),
      date: '2026-11-24',
      officers: [PEOPLE.kasi],
      residents: 'Bu Tarsih\n\n Pak Dulah ',
    }
    expect(invitationLacks(draft)).toEqual({})
    const data = invitationOf(draft, momentOf(draft.date, draft.time)!)
    expect(faultIn('meetingCalled', data)).toBeUndefined()
    expect(data.residents).toEqual(['Bu Tarsih', 'Pak Dulah'])
  })
})

describe('Minutes', () => {
  const draft = { officers: [], residents: '', headCount: '', discussion: ' Sepakat ', decisions: [] }

  it('leave out empty decisions and name either an officer or somebody else', () => {
    const both = { ...newDecision(), text: 'Kerja bakti', officer: PEOPLE.kadusA, who: 'RT' }
    const data = minutesOf({ ...draft, headCount: '12', decisions: [newDecision(), both] })
    expect(faultIn('minutesTaken', data)).toBeUndefined()
    expect(data).toMatchObject({ headCount: 12, decisions: [{ officer: PEOPLE.kadusA, who: undefined }] })
  })

  it('take only digits as a head count', () => {
    expect(headCountIsWrong({ ...draft, headCount: 'dua belas' })).toBe(true)
    expect(headCountIsWrong(draft)).toBe(false)
  })
})

describe('A correction', () => {
  const data = { text: 'salah', how: 'action', result: 'ada' }

  it('offers the texts of an entry and nothing else', () => {
    expect(textFields(data).map(({ key }) => key)).toEqual(['text', 'result'])
  })

  it('carries only what changed, and takes an emptied text away', () => {
    expect(changesOf(data, { text: 'benar', result: 'ada' })).toEqual({ text: 'benar' })
    expect(changesOf(data, { text: 'salah', result: ' ' })).toEqual({ result: null })
  })
})

describe('the attendance of a meeting', () => {
  it('starts with who was invited and who called them', () => {
    const journal = new TestJournal(meetingId('hadir'))
    journal.write(PEOPLE.petugas, 'meetingCalled', {
      cases: [aCase().id],
      title: 'Rapat',
      place: 'Balai desa',
      startsAt: atNoon(TODAY),
      officers: [PEOPLE.kadusA],
      residents: [],
    })
    const { officers } = minutesStart(foldMeeting(journal.id, journal.entries))
    expect(officers).toEqual([PEOPLE.petugas, PEOPLE.kadusA])
  })
})
