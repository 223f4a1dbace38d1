import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/time.ts'
import { groupIntake, intakeGroup, waitsForDesk } from '../../src/ui/office/intake-groups.ts'
import { PEOPLE, TODAY, aCase, atNoon, type TestJournal } from '../support/domain.ts'
import { VILLAGE, summaryOf } from './support.ts'

const groupOf = (journal: TestJournal, day = TODAY) => intakeGroup(summaryOf(journal), VILLAGE, day)
const classified = { type: 'complaint', misconduct: false, urgent: false, category: 'Lainnya' } as const
const toKasi = { lead: PEOPLE.kasi, helpers: [] }

describe('Aduan masuk', () => {
  it('holds what is new until it is verified, and then until it is assigned', () => {
    const journal = aCase()
    expect(groupOf(journal)).toBe('fresh')
    journal.write(PEOPLE.petugas, 'verified', {})
    journal.write(PEOPLE.petugas, 'classified', classified)
    expect(groupOf(journal)).toBe('verified')
    journal.write(PEOPLE.petugas, 'assigned', toKasi)
    expect(groupOf(journal)).toBeUndefined()
  })

  it('shows what is urgent before everything else', () => {
    const urgent = aCase({ urgent: true })
    expect(groupOf(urgent)).toBe('urgent')
    const groups = groupIntake([aCase(), urgent].map(summaryOf), VILLAGE, TODAY)
    expect(groups.map(({ group }) => group)).toEqual(['urgent', 'fresh'])
  })

  it('keeps what is incomplete apart: there the complainant is to move, not the desk', () => {
    const journal = aCase({ identity: { name: 'unknown', address: 'given', phone: 'given' } })
    journal.write(PEOPLE.petugas, 'incomplete', { missing: ['name'], reason: 'Siapa?' })
    expect(groupOf(journal)).toBe('incomplete')
    expect(waitsForDesk(summaryOf(journal), VILLAGE, TODAY)).toBe(false)
    expect(waitsForDesk(summaryOf(aCase()), VILLAGE, TODAY)).toBe(true)
  })

  it('counts what came in without a name as new until the desk has asked for it', () => {
    const journal = aCase({ identity: { name: 'unknown', address: 'given', phone: 'given' } })
    expect(groupOf(journal)).toBe('fresh')
    expect(waitsForDesk(summaryOf(journal), VILLAGE, TODAY)).toBe(true)
  })

  it('says when the days to complete it are over: marked incomplete, or waiting for the complainant', () => {
    const marked = aCase({ identity: { name: 'unknown', address: 'given', phone: 'given' } })
    marked.write(PEOPLE.petugas, 'incomplete', { missing: ['name'], reason: 'Siapa?' })
    const waiting = aCase()
    waiting.write(PEOPLE.petugas, 'assigned', toKasi)
    waiting.write(PEOPLE.kasi, 'accepted', {})
    waiting.write(PEOPLE.kasi, 'held', { waitingFor: 'complainant', reason: 'foto' })
    for (const journal of [marked, waiting]) {
      expect(groupOf(journal, addDays(TODAY, 29))).not.toBe('lapsed')
      expect(groupOf(journal, addDays(TODAY, 30))).toBe('lapsed')
      expect(waitsForDesk(summaryOf(journal), VILLAGE, addDays(TODAY, 30))).toBe(true)
    }
  })

  it('reminds of what officers have taken: near its day, and late', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', { ...toKasi, due: addDays(TODAY, 8) })
    journal.write(PEOPLE.kasi, 'accepted', {})
    expect(groupOf(journal)).toBeUndefined()
    expect(groupOf(journal, addDays(TODAY, 5))).toBe('near')
    expect(groupOf(journal, addDays(TODAY, 9))).toBe('late')
    journal.write(PEOPLE.kasi, 'referred', { agency: 'PLN', asked: 'tiang' })
    expect(groupOf(journal, addDays(TODAY, 9))).toBeUndefined()
  })

  it('puts what presses first within a group', () => {
    const early = aCase({}, PEOPLE.kadusA, { at: atNoon(addDays(TODAY, -4)) })
    const reopened = aCase({ category: 'Lainnya' }, PEOPLE.kadusA, { at: atNoon(addDays(TODAY, -1)) })
    const [group] = groupIntake([reopened, early].map(summaryOf), VILLAGE, TODAY)
    expect(group!.cases.map(({ receivedOn }) => receivedOn)).toEqual([addDays(TODAY, -4), addDays(TODAY, -1)])
  })

  it('waits for an officer as long as the village has set', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', toKasi)
    const patient = { ...VILLAGE, settings: { ...VILLAGE.settings, untakenAfter: 3 } }
    expect(intakeGroup(summaryOf(journal), patient, addDays(TODAY, 3))).toBeUndefined()
    expect(intakeGroup(summaryOf(journal), patient, addDays(TODAY, 6))).toBe('stuck')
  })

  it('takes back what an officer returned, with the reason', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', toKasi)
    journal.write(PEOPLE.kasi, 'returned', { reason: 'bukan bidang saya' })
    expect(groupOf(journal)).toBe('returned')
    expect(summaryOf(journal).returnReason).toBe('bukan bidang saya')
  })

  it('lists what was not accepted after one working day, and not before', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', toKasi, { at: atNoon(TODAY) })
    expect(groupOf(journal, addDays(TODAY, 1))).toBeUndefined()
    expect(groupOf(journal, addDays(TODAY, 2))).toBe('stuck')
    journal.write(PEOPLE.kasi, 'accepted', {})
    expect(groupOf(journal, addDays(TODAY, 2))).toBeUndefined()
  })

  it('does not count a weekend as waiting', () => {
    const friday = '2026-11-13'
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', toKasi, { at: atNoon(friday) })
    expect(groupOf(journal, '2026-11-16')).toBeUndefined()
    expect(groupOf(journal, '2026-11-17')).toBe('stuck')
  })

  it('shows who is to be reached for an officer in the field, until that was done', () => {
    const journal = aCase({ confidential: true })
    journal.write(PEOPLE.petugas, 'assigned', toKasi)
    journal.write(PEOPLE.kasi, 'accepted', {})
    const asked = journal.write(PEOPLE.kasi, 'informationRequested', { what: 'Kapan di rumah?', relay: true })
    expect(groupOf(journal)).toBe('relay')
    expect(summaryOf(journal).relay).toEqual({ by: PEOPLE.kasi, what: 'Kapan di rumah?' })
    expect(waitsForDesk(summaryOf(journal), VILLAGE, TODAY)).toBe(true)
    journal.write(PEOPLE.petugas, 'informationSupplied', { text: 'Sore hari.', of: asked._id })
    expect(groupOf(journal)).toBeUndefined()
  })

  it('shows an order to an officer that is not met on its day, or not in the days a task may lie', () => {
    const order = { what: 'Nomor HP?', from: PEOPLE.kadusB }
    const [dated, open] = [aCase(), aCase()]
    for (const journal of [dated, open]) journal.write(PEOPLE.petugas, 'verified', {})
    dated.write(PEOPLE.petugas, 'informationRequested', { ...order, due: TODAY })
    open.write(PEOPLE.petugas, 'informationRequested', order)
    expect([groupOf(dated), groupOf(open)]).toEqual(['verified', 'verified'])
    expect([groupOf(dated, '2026-11-11'), groupOf(open, '2026-11-11')]).toEqual(['asked', 'verified'])
    expect(groupOf(open, '2026-11-12')).toBe('asked')
    open.write(PEOPLE.kadusB, 'informationSupplied', { text: 'Ini' })
    expect(groupOf(open, '2026-11-12')).toBe('verified')
  })
})
