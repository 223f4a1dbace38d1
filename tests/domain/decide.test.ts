import { describe, expect, it } from 'vitest'
import { actsFor, decide } from '../../src/domain/decide.ts'
import { rolesOf } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import type { DataOf, Kind } from '../../src/domain/entries.ts'
import { addDays } from '../../src/domain/time.ts'
import {
  PEOPLE,
  TODAY,
  TestJournal,
  aCase,
  answerOf,
  atNoon,
  caseId,
  complaint,
  termsWith,
  testVillage,
} from '../support/domain.ts'

const { kades, petugas, kasi, kaur, kadusA, kadusB, staf } = PEOPLE
const village = testVillage()
const unknown = { name: 'unknown', address: 'unknown', phone: 'unknown' } as const

function ask<K extends Kind>(
  journal: TestJournal,
  actor: string,
  kind: K,
  data: DataOf<K>,
  day = TODAY,
  of = village,
) {
  const verdict = decide({ kind, data }, actor, foldCase(journal.id, journal.entries), of, day)
  return verdict.ok ? 'ok' : verdict.why
}

const give = (lead: string, helpers: string[] = [], due?: string) => ({
  lead,
  helpers,
  ...(due ? { due } : {}),
})

function assigned(accepted = false): TestJournal {
  const journal = aCase()
  journal.write(petugas, 'assigned', give(kasi, [kaur]))
  if (accepted) journal.write(kasi, 'accepted', {})
  return journal
}

function answered(on = TODAY): TestJournal {
  const journal = assigned(true)
  journal.write(petugas, 'answerDelivered', answerOf(on))
  return journal
}

describe('who may do what', () => {
  it('anyone in office registers a complaint, once in a journal; nobody else does', () => {
    const empty = new TestJournal(caseId('n'))
    const ended = testVillage(termsWith([{ officer: staf, position: 'stafKasi', to: addDays(TODAY, -1) }]))
    expect(ask(empty, staf, 'registered', complaint())).toBe('ok')
    expect(ask(empty, staf, 'registered', complaint(), TODAY, ended)).toBe('term-ended')
    expect(ask(aCase(), staf, 'registered', complaint())).toBe('exists-already')
    expect(ask(empty, staf, 'note', { text: 'x' })).toBe('unknown-case')
    expect(ask(empty, staf, 'registered', { ...complaint(), code: 'x' })).toBe('invalid')
    for (const later of ['receivedOn', 'boxOpenedOn'] as const)
      expect(ask(empty, staf, 'registered', complaint({ [later]: addDays(TODAY, 1) }))).toBe('date-in-future')
  })

  it('the desk distributes; the capturer and a stranger do not', () => {
    expect(ask(aCase(), petugas, 'assigned', give(kasi))).toBe('ok')
    expect(ask(aCase(), kadusA, 'assigned', give(kasi))).toBe('not-your-role')
    expect(ask(aCase(), kadusB, 'assigned', give(kasi))).toBe('not-your-case')
    expect(ask(aCase({ respondents: [petugas] }), petugas, 'assigned', give(kasi))).toBe('respondent')
    expect(ask(aCase(), petugas, 'numbered', { number: '1', year: 2026, n: 1 })).toBe('server-only')
  })

  it('the next in rank does desk work where the whole desk is complained about', () => {
    const journal = aCase({ respondents: [petugas, PEOPLE.sekdes, kades] })
    expect(ask(journal, kaur, 'assigned', give(kasi))).toBe('ok')
    expect(rolesOf(kaur, foldCase(journal.id, journal.entries), village, TODAY)).toEqual(new Set(['desk']))
  })

  it('only someone in office, and no respondent, is given a case', () => {
    const later = testVillage(termsWith([{ officer: staf, position: 'stafKasi', from: addDays(TODAY, 5) }]))
    expect(ask(aCase(), petugas, 'assigned', give(staf), TODAY, later)).toBe('assignee-not-in-office')
    expect(ask(aCase({ respondents: [kasi] }), petugas, 'assigned', give(kasi))).toBe(
      'assignee-is-respondent',
    )
    expect(ask(aCase({ respondents: [kasi] }), petugas, 'assigned', give(kaur, [kasi]))).toBe(
      'assignee-is-respondent',
    )
    expect(ask(aCase(), petugas, 'assigned', give(kasi, [], addDays(TODAY, -1)))).toBe('due-in-past')
  })

  it('the lead takes it or sends it back, once; a helper takes it; nobody else does', () => {
    expect(ask(assigned(), kasi, 'accepted', {})).toBe('ok')
    expect(ask(assigned(), kaur, 'accepted', {})).toBe('ok')
    expect(ask(assigned(), petugas, 'accepted', {})).toBe('not-assigned-to-you')
    expect(ask(assigned(true), kasi, 'accepted', {})).toBe('already-accepted')
    expect(ask(assigned(), kasi, 'returned', { reason: 'x' })).toBe('ok')
    expect(ask(assigned(true), kasi, 'returned', { reason: 'x' })).toBe('already-accepted')
    expect(ask(assigned(), kaur, 'returned', { reason: 'x' })).toBe('not-assigned-to-you')
  })

  it('lead and helpers follow up; only the lead holds, refers and involves others', () => {
    const work = { how: 'action', text: 'dikerjakan' } as const
    expect(ask(assigned(), kasi, 'followedUp', work)).toBe('ok')
    expect(ask(assigned(true), kaur, 'followedUp', work)).toBe('ok')
    expect(ask(assigned(true), kadusA, 'followedUp', work)).toBe('not-your-role')
    expect(ask(assigned(true), kaur, 'referred', { agency: 'PLN', asked: 'x' })).toBe('not-your-role')
    expect(ask(assigned(true), kasi, 'involved', { helper: staf })).toBe('ok')
    expect(ask(assigned(true), kasi, 'involved', { helper: kaur })).toBe('already-involved')
    expect(ask(aCase(), petugas, 'involved', { helper: kaur })).toBe('not-assigned')
    expect(ask(aCase(), petugas, 'unassigned', { reason: 'x' })).toBe('not-assigned')
  })

  it('the capturer adds notes, information and the identity', () => {
    expect(ask(assigned(), kadusA, 'note', { text: 'x' })).toBe('ok')
    expect(ask(assigned(), kadusA, 'informationSupplied', { text: 'x' })).toBe('ok')
    expect(ask(assigned(), kadusA, 'identityGiven', { name: 'x' })).toBe('ok')
    expect(ask(assigned(), kadusB, 'identityGiven', { name: 'x' })).toBe('not-your-case')
  })
})

describe('what the state of a case allows', () => {
  it('an incomplete complaint is assigned only when urgent, or verified with a reason', () => {
    const journal = aCase({ identity: unknown })
    expect(ask(journal, petugas, 'assigned', give(kasi))).toBe('identity-incomplete')
    expect(ask(aCase({ identity: unknown, urgent: true }), petugas, 'assigned', give(kasi))).toBe('ok')
    expect(ask(journal, petugas, 'verified', {})).toBe('identity-incomplete')
    expect(ask(journal, petugas, 'verified', { withoutIdentity: 'surat tanpa nama' })).toBe('ok')
    journal.write(petugas, 'verified', { withoutIdentity: 'surat tanpa nama' })
    expect(ask(journal, petugas, 'assigned', give(kasi))).toBe('ok')
    expect(ask(journal, petugas, 'verified', {})).toBe('already-verified')
  })

  it('waiting begins once and ends once', () => {
    const journal = assigned(true)
    const wait = { waitingFor: 'complainant', reason: 'foto' } as const
    expect(ask(journal, kasi, 'resumed', {})).toBe('not-waiting')
    expect(ask(journal, kasi, 'held', wait)).toBe('ok')
    expect(ask(journal, kasi, 'held', { ...wait, until: addDays(TODAY, -1) })).toBe('due-in-past')
    journal.write(kasi, 'held', wait)
    expect(ask(journal, kasi, 'held', wait)).toBe('already-waiting')
    expect(ask(journal, kasi, 'resumed', {})).toBe('ok')
    expect(ask(journal, kasi, 'referralReplied', { text: 'x' })).toBe('not-referred')
    journal.write(kasi, 'referred', { agency: 'PLN', asked: 'x' })
    expect(ask(journal, kasi, 'referralReplied', { text: 'x' })).toBe('ok')
  })

  it('closing with an outcome that owes the complainant an answer needs the answer first', () => {
    expect(ask(assigned(true), petugas, 'closed', { outcome: 'followedUp' })).toBe('answer-first')
    expect(ask(answered(), petugas, 'closed', { outcome: 'followedUp' })).toBe('ok')
    expect(ask(assigned(true), petugas, 'closed', { outcome: 'withdrawn' })).toBe('ok')
    expect(ask(answered(), kasi, 'closed', { outcome: 'followedUp' })).toBe('not-your-role')
  })

  it('what nobody completes is closed as such when its days are over', () => {
    const journal = aCase({ identity: unknown }, kadusA, { at: atNoon('2026-10-01') })
    journal.write(petugas, 'incomplete', { missing: ['name'], reason: 'x' }, { at: atNoon('2026-10-05') })
    const close = (day: string) => ask(journal, petugas, 'closed', { outcome: 'notCompleted' }, day)
    expect(close('2026-11-03')).toBe('too-early')
    expect(close('2026-11-04')).toBe('ok')
    expect(ask(aCase(), petugas, 'closed', { outcome: 'notCompleted' })).toBe('not-incomplete')
  })

  it('one answer, told to as many as need it; another one needs a reopening', () => {
    const journal = answered()
    expect(ask(assigned(true), kasi, 'answerDelivered', answerOf())).toBe('ok')
    expect(ask(assigned(true), kasi, 'answerDelivered', answerOf(addDays(TODAY, 1)))).toBe('date-in-future')
    expect(ask(journal, petugas, 'answerDelivered', { ...answerOf(), to: 'Warga lain' })).toBe('ok')
    expect(ask(journal, petugas, 'answerDelivered', answerOf(TODAY, 'lain'))).toBe('already-answered')
    expect(ask(journal, kadusA, 'reaction', { satisfied: true })).toBe('ok')
    expect(ask(aCase(), kadusA, 'reaction', { satisfied: true })).toBe('not-answered')
  })

  it('after the end only notes, reactions and what undoes it', () => {
    const journal = aCase()
    journal.write(petugas, 'outOfJurisdiction', { where: 'Kecamatan' })
    expect(ask(journal, petugas, 'assigned', give(kasi))).toBe('case-closed')
    expect(ask(journal, petugas, 'note', { text: 'x' })).toBe('ok')
    expect(ask(journal, petugas, 'answerDelivered', answerOf())).toBe('ok')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' })).toBe('still-kept')
    expect(ask(aCase(), petugas, 'destructionProposed', { reason: 'x' })).toBe('case-open')
    journal.write(petugas, 'reopened', { reason: 'x' })
    expect(ask(journal, petugas, 'reopened', { reason: 'x' })).toBe('already-reopened')
  })

  it('reopens within ten working days after the answer, never what was voided', () => {
    const day = '2026-11-02'
    expect(ask(answered(day), petugas, 'reopened', { reason: 'x' }, '2026-11-16')).toBe('ok')
    expect(ask(answered(day), petugas, 'reopened', { reason: 'x' }, '2026-11-17')).toBe(
      'reopening-window-over',
    )
    expect(ask(assigned(), petugas, 'reopened', { reason: 'x' })).toBe('not-closed')
    const voided = aCase()
    voided.write(petugas, 'voided', { reason: 'salah' })
    expect(ask(voided, petugas, 'reopened', { reason: 'x' })).toBe('voided')
    expect(ask(voided, petugas, 'assigned', give(kasi))).toBe('voided')
  })

  it('is not merged into itself', () => {
    const journal = assigned(true)
    expect(ask(journal, petugas, 'merged', { into: journal.id })).toBe('merge-into-itself')
  })
})

describe('mending', () => {
  const mend = (entry: string, changes = {}) => ({ entry, changes, reason: 'salah tulis' })

  it('is for the author, and for the desk', () => {
    const journal = assigned(true)
    const note = journal.write(kasi, 'note', { text: 'x' })._id
    expect(ask(journal, kasi, 'corrected', mend(note, { text: 'y' }))).toBe('ok')
    expect(ask(journal, petugas, 'retracted', { entry: note, reason: 'x' })).toBe('ok')
    expect(ask(journal, kaur, 'corrected', mend(note, { text: 'y' }))).toBe('not-yours-to-mend')
    expect(ask(journal, kasi, 'corrected', mend(note, { text: '' }))).toBe('cannot-be-mended')
    expect(ask(journal, kasi, 'corrected', mend('x'))).toBe('no-such-entry')
  })

  it('keeps the registration and its number, and only the desk reveals what was hidden', () => {
    const journal = aCase({ confidential: true })
    const first = journal.entries[0]!._id
    expect(ask(journal, kadusA, 'retracted', { entry: first, reason: 'x' })).toBe('cannot-be-mended')
    expect(ask(journal, kadusA, 'corrected', mend(first, { subject: 'y' }))).toBe('ok')
    expect(ask(journal, kadusA, 'corrected', mend(first, { confidential: false }))).toBe('only-desk-reveals')
    expect(ask(journal, petugas, 'corrected', mend(first, { confidential: false }))).toBe('ok')
  })
})

describe('the menu', () => {
  it('lists every act once with its verdict, the possible ones being what the officer can do now', () => {
    const journal = assigned()
    const state = foldCase(journal.id, journal.entries)
    const acts = actsFor(kasi, state, village, TODAY)
    const possible = acts.filter((a) => a.verdict.ok).map((a) => a.kind)
    expect(new Set(acts.map((a) => a.kind)).size).toBe(acts.length)
    expect(possible).toContain('accepted')
    expect(possible).toContain('returned')
    expect(possible).not.toContain('closed')
    expect(actsFor(kadusB, state, village, TODAY).every((a) => !a.verdict.ok)).toBe(true)
  })
})
