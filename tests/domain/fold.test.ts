import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../src/domain/case-state.ts'
import { foldCase } from '../../src/domain/fold.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { PEOPLE, TODAY, TestJournal, aCase, answerOf, atNoon, caseId, deviceOf } from '../support/domain.ts'

const { petugas, sekdes, kasi, kaur, kadusA, kadusB } = PEOPLE
/** Absent fields are named, so that a test can ask for their absence. */
const ABSENT = {
  facts: undefined,
  assignment: undefined,
  returned: undefined,
  outcome: undefined,
  endedOn: undefined,
}
const fold = (journal: TestJournal): CaseState => ({ ...ABSENT, ...foldCase(journal.id, journal.entries) })
const whys = (journal: TestJournal) => fold(journal).remarks.map((r) => r.why)
const unknown = { name: 'given', address: 'given', phone: 'unknown' } as const
const give = (lead: string, helpers: string[] = []) => ({ lead, helpers })

describe('status', () => {
  it('is Baru when registered, and Belum lengkap while a field of the identity is unknown', () => {
    expect(fold(aCase()).status).toBe('new')
    const state = fold(aCase({ identity: unknown }))
    expect([state.status, state.missing]).toEqual(['incomplete', ['phone']])
  })

  it('does not depend on the secret identity', () => {
    const journal = aCase({ identity: unknown })
    journal.write(kadusA, 'identityGiven', { phone: '+6282133454594' })
    expect(fold(journal).status).toBe('incomplete')
  })

  it('leaves Belum lengkap when completed, or verified with a reason to go on without', () => {
    const completed = aCase({ identity: unknown })
    completed.write(kadusA, 'informationSupplied', { text: 'nomor HP', identity: { phone: 'given' } })
    expect(fold(completed).status).toBe('new')
    const waived = aCase({ identity: unknown })
    waived.write(petugas, 'verified', { withoutIdentity: 'surat tanpa nama' })
    expect([fold(waived).status, fold(waived).missing]).toEqual(['new', []])
  })

  it('is Belum lengkap when the desk says so, until information comes', () => {
    const journal = aCase()
    journal.write(petugas, 'incomplete', { missing: ['subject'], reason: 'obyek kurang jelas' })
    expect([fold(journal).status, fold(journal).incompleteSince]).toEqual(['incomplete', TODAY])
    journal.write(kadusA, 'informationSupplied', { text: 'jembatan kali' })
    expect([fold(journal).status, fold(journal).incompleteSince]).toEqual(['new', undefined])
  })

  it('goes through assignment, acceptance, waiting, answer and end', () => {
    const journal = aCase()
    const seen = []
    for (const write of [
      () => journal.write(petugas, 'assigned', give(kasi)),
      () => journal.write(kasi, 'accepted', {}),
      () => journal.write(kasi, 'held', { waitingFor: 'complainant', reason: 'foto' }),
      () => journal.write(kasi, 'resumed', {}),
      () => journal.write(kasi, 'referred', { agency: 'PLN', asked: 'tiang' }),
      () => journal.write(kasi, 'referralReplied', { text: 'dijadwalkan' }),
      () => journal.write(kasi, 'answerDelivered', answerOf()),
      () => journal.write(petugas, 'closed', { outcome: 'followedUp' }),
    ]) {
      write()
      seen.push(fold(journal).status)
    }
    expect(seen).toEqual([
      'assigned',
      'inProgress',
      'waitingComplainant',
      'inProgress',
      'waitingAgency',
      'inProgress',
      'answered',
      'closed',
    ])
    expect(fold(journal)).toMatchObject({ outcome: 'followedUp', endedOn: TODAY })
  })

  it('goes back when the lead returns it, saying why, until somebody else is assigned', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi))
    journal.write(kasi, 'returned', { reason: 'bukan bidang saya' })
    expect(fold(journal)).toMatchObject({
      status: 'new',
      assignment: undefined,
      returned: { by: kasi, reason: 'bukan bidang saya' },
    })
    journal.write(petugas, 'assigned', give(kaur))
    expect(fold(journal)).toMatchObject({
      status: 'assigned',
      returned: undefined,
      everAssigned: [kasi, kaur],
    })
  })

  it('stays in progress when the same lead gets a further instruction', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi))
    journal.write(kasi, 'accepted', {})
    journal.write(petugas, 'assigned', { ...give(kasi, [kaur]), due: '2026-11-20' })
    expect(fold(journal)).toMatchObject({ status: 'inProgress', assignment: { helpers: [kaur] } })
  })

  it('is reopened until somebody takes it up again', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi))
    journal.write(kasi, 'accepted', {})
    journal.write(petugas, 'answerDelivered', answerOf())
    journal.write(petugas, 'closed', { outcome: 'followedUp' })
    journal.write(petugas, 'reopened', { reason: 'rusak lagi' })
    expect(fold(journal)).toMatchObject({ status: 'reopened', outcome: undefined, endedOn: undefined })
    journal.write(kasi, 'accepted', {})
    expect(fold(journal).status).toBe('inProgress')
  })

  it.each([
    ['withdrawn', 'withdrawn'],
    ['merged', 'merged'],
    ['outOfJurisdiction', 'outOfJurisdiction'],
    ['notCompleted', 'closed'],
  ] as const)('shows the outcome %s as status %s', (outcome, status) => {
    const journal = aCase()
    journal.write(petugas, 'closed', { outcome })
    expect(fold(journal)).toMatchObject({ status, outcome })
  })

  it('is known even where the first entry has not come', () => {
    const journal = new TestJournal(caseId('x'))
    journal.write(petugas, 'assigned', give(kasi))
    expect(fold(journal)).toMatchObject({ status: 'assigned', facts: undefined })
  })
})

describe('acts that contradict or come late', () => {
  it('keeps both answers and says so; the same text to a further person is no contradiction', () => {
    const journal = aCase()
    journal.write(petugas, 'answerDelivered', answerOf(TODAY, 'satu'))
    journal.write(petugas, 'answerDelivered', { ...answerOf(TODAY, 'satu'), to: 'Warga lain' })
    expect(whys(journal)).toEqual([])
    journal.write(sekdes, 'answerDelivered', answerOf(TODAY, 'dua'))
    expect(whys(journal)).toEqual(['secondAnswer'])
    expect(fold(journal).answers.map((a) => a.text)).toEqual(['satu', 'satu', 'dua'])
  })

  it('lets the first end count, remarks a second end and what came after, and still takes notes and reactions', () => {
    const journal = aCase()
    journal.write(petugas, 'withdrawn', { reason: 'dicabut' })
    journal.write(sekdes, 'voided', { reason: 'salah catat' })
    journal.write(kasi, 'followedUp', { how: 'action', text: 'sudah' })
    journal.write(petugas, 'assigned', give(kasi))
    journal.write(kadusA, 'note', { text: 'catatan' })
    journal.write(petugas, 'restricted', { respondents: [kaur] })
    expect(fold(journal)).toMatchObject({ status: 'withdrawn', assignment: undefined, respondents: [kaur] })
    expect(whys(journal)).toEqual(['secondClosing', 'afterEnd', 'afterEnd'])
  })

  it('takes the later of two assignments in key order and says that they crossed', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi), { counter: 2, device: deviceOf(petugas) })
    journal.write(sekdes, 'assigned', give(kaur), { counter: 2, device: deviceOf(sekdes) })
    const later = [...journal.entries].sort((a, b) => (a._id < b._id ? -1 : 1)).at(-1)!
    expect(fold(journal).assignment!.entry).toBe(later._id)
    expect(fold(journal).remarks).toMatchObject([{ entry: later._id, why: 'concurrentAssignment' }])
  })

  it('does not let someone accept or return what they do not have', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', give(kasi, [kadusB]))
    journal.write(kaur, 'accepted', {})
    journal.write(kadusB, 'returned', { reason: 'sibuk' })
    expect(fold(journal).status).toBe('assigned')
    expect(whys(journal)).toEqual(['notAssignee', 'notAssignee'])
  })

  it('remarks what the desk stamped as late', () => {
    const journal = aCase()
    journal.write(kasi, 'followedUp', { how: 'action', text: 'sudah' }, { late: 'reassigned' })
    expect(whys(journal)).toEqual(['late'])
  })
})

describe('corrections and retractions', () => {
  it('takes the corrected data, and keeps what stood there', () => {
    const journal = aCase()
    const first = journal.entries[0]!
    const changes = { subject: 'Jembatan patah', urgent: true, eventTime: null, code: 'AAAAAAAAA' }
    journal.write(kadusA, 'corrected', { entry: first._id, changes, reason: 'salah tulis' })
    const state = fold(journal)
    expect(state.facts).toMatchObject({ subject: 'Jembatan patah', code: '4F7K2M9XC' })
    expect(state.urgent).toBe(true)
    expect(state.lines[0]!.entry).toEqual(first)
    expect(state.lines[0]!.correctedBy).toHaveLength(1)
  })

  it('leaves the entry as it was where the correction would not fit, or its target is not here', () => {
    const journal = aCase()
    const entry = journal.entries[0]!._id
    journal.write(kadusA, 'corrected', { entry, changes: { channel: 'merpati' }, reason: 'x' })
    journal.write(kadusA, 'corrected', {
      entry: `${journal.id}:00000001:d999999999999`,
      changes: {},
      reason: 'x',
    })
    expect(fold(journal).facts!.channel).toBe('faceToFace')
    expect(whys(journal)).toEqual(['noTarget', 'noTarget'])
  })

  it('undoes an act that is struck out, and does it again when the striking out is struck out', () => {
    const journal = aCase()
    const closed = journal.write(petugas, 'closed', { outcome: 'explained' })
    const undo = journal.write(petugas, 'retracted', { entry: closed._id, reason: 'salah pilih' })
    expect(fold(journal)).toMatchObject({ status: 'new', outcome: undefined })
    journal.write(petugas, 'retracted', { entry: undo._id, reason: 'ternyata benar' })
    expect(fold(journal).status).toBe('closed')
  })

  it('never strikes out the registration: nothing leaves the register', () => {
    const journal = aCase()
    journal.write(kadusA, 'retracted', { entry: journal.entries[0]!._id, reason: 'x' })
    expect([fold(journal).status, fold(journal).facts?.subject]).toEqual(['new', 'Jalan berlubang'])
    expect(whys(journal)).toEqual(['noTarget'])
  })

  it('remembers who held the case under an assignment that was struck out or changed', () => {
    const journal = aCase()
    const given = journal.write(petugas, 'assigned', give(kasi))
    journal.write(petugas, 'corrected', { entry: given._id, changes: { lead: kaur }, reason: 'salah orang' })
    journal.write(petugas, 'retracted', { entry: given._id, reason: 'salah' })
    expect(fold(journal).everAssigned).toEqual([kasi, kaur].sort())
  })
})

describe('respondents', () => {
  it('are those named at capture, or in the latest restriction', () => {
    const journal = aCase({ respondents: [kasi] })
    expect(fold(journal).respondents).toEqual([kasi])
    journal.write(petugas, 'restricted', { respondents: [kaur] })
    expect(fold(journal).respondents).toEqual([kaur])
    journal.write(petugas, 'restricted', { respondents: [] })
    expect(fold(journal).respondents).toEqual([])
  })

  it('add up when two of the desk named them without knowing of each other', () => {
    const journal = aCase()
    journal.write(petugas, 'restricted', { respondents: [kasi] }, { counter: 2 })
    journal.write(sekdes, 'restricted', { respondents: [kaur] }, { counter: 2 })
    expect(fold(journal).respondents.sort()).toEqual([kasi, kaur].sort())
  })

  it('cannot take themselves off: not by a restriction, a correction or a retraction', () => {
    const journal = aCase({ respondents: [sekdes] })
    const entry = journal.entries[0]!._id
    journal.write(sekdes, 'restricted', { respondents: [] })
    journal.write(sekdes, 'corrected', { entry, changes: { respondents: [] }, reason: 'x' })
    expect(fold(journal).respondents).toEqual([sekdes])
    const named = journal.write(petugas, 'restricted', { respondents: [sekdes] })
    journal.write(sekdes, 'retracted', { entry: named._id, reason: 'x' })
    expect(fold(journal).respondents).toEqual([sekdes])
  })

  it('only grow by corrections of the registration', () => {
    const journal = aCase({ respondents: [kasi] })
    const entry = journal.entries[0]!._id
    journal.write(kadusA, 'corrected', { entry, changes: { respondents: [kaur] }, reason: 'lupa' })
    expect(fold(journal).respondents.sort()).toEqual([kasi, kaur].sort())
  })
})

describe('dates, waits and identity', () => {
  it('counts from the day on paper, unless that lies after the arrival', () => {
    expect(fold(aCase({ receivedOn: '2026-11-02' })).receivedOn).toBe('2026-11-02')
    expect(fold(aCase({ receivedOn: '2027-01-01' })).receivedOn).toBe(TODAY)
  })

  it('takes the corrected time of a clock that is years off', () => {
    const offset = 3 * 365 * 86_400_000
    const options = { at: '2023-11-11T05:00:00.000Z', offset, arrivedAt: atNoon(TODAY) }
    const state = fold(aCase({}, kadusA, options))
    expect([state.receivedOn, state.registeredOn]).toEqual([TODAY, TODAY])
  })

  it('notes the time that an agency took as a pause', () => {
    const journal = aCase()
    journal.write(petugas, 'referred', { agency: 'PLN', asked: 'tiang' }, { at: atNoon('2026-11-03') })
    journal.write(petugas, 'held', { waitingFor: 'agency', reason: 'lagi' }, { at: atNoon('2026-11-04') })
    journal.write(petugas, 'referralReplied', { text: 'ya' }, { at: atNoon('2026-11-09') })
    expect(fold(journal).pauses).toEqual([{ from: '2026-11-03', to: '2026-11-09' }])
  })

  it('puts the identity together, that of further complainants apart, and empties all when destroyed', () => {
    const journal = aCase()
    journal.write(kadusA, 'identityGiven', { name: 'Warga Satu' })
    journal.write(kadusA, 'identityGiven', { phone: '+6282133454594' })
    const joined = journal.write(petugas, 'complainantJoined', {
      code: 'AAAAAAAAA',
      identity: unknown,
      channel: 'phone',
    })
    journal.write(petugas, 'identityGiven', { of: joined._id, name: 'Warga Dua' })
    expect(fold(journal)).toMatchObject({
      identity: { name: 'Warga Satu', phone: '+6282133454594' },
      joined: { [joined._id]: { name: 'Warga Dua' } },
    })
    journal.write(petugas, 'identityDestroyed', { decision: 'Keputusan 3/2031' })
    expect(fold(journal)).toMatchObject({ identity: {}, joined: { [joined._id]: {} } })
  })

  it('leaves entries of another journal aside', () => {
    const journal = aCase()
    const stray = { ...journal.entries[0]!, _id: `${caseId('other')}:00000009:${deviceOf(kadusA)}` } as Entry
    expect(foldCase(journal.id, [...journal.entries, stray]).lines).toHaveLength(1)
  })
})
