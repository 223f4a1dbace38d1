import { describe, expect, it } from 'vitest'
import { admit } from '../../src/domain/admit.ts'
import { audience, holdsCase } from '../../src/domain/audience.ts'
import { caseCalls } from '../../src/domain/calls.ts'
import { decide } from '../../src/domain/decide.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import { kindsOf } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { rolesFor } from '../../src/domain/roles.ts'
import { summarise } from '../../src/domain/summary.ts'
import { tickOf } from '../../src/domain/ticks.ts'
import { addDays } from '../../src/domain/time.ts'
import { whereaboutsOf } from '../../src/domain/whereabouts.ts'
import {
  aCase,
  answerOf,
  orderAt,
  PEOPLE,
  TODAY,
  termsWith,
  TestJournal,
  testVillage,
} from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kadusA, kadusB } = PEOPLE
const village = testVillage()
const unknown = { name: 'given', address: 'unknown', phone: 'unknown' } as const
const desk = [petugas, sekdes, kades]

const fold = ({ id, entries }: TestJournal) => foldCase(id, entries)
const holds = (journal: TestJournal, officer: string) => holdsCase(officer, fold(journal), village, TODAY)
const seers = (journal: TestJournal, entry: Entry) => audience(fold(journal), entry, village, TODAY).sort()
const sorted = (...officers: string[]) => officers.sort()

/** Taken down by Kadus A with who complains; Kadus B is told to ask for the rest. */
function ordered(other: Parameters<typeof aCase>[0] = {}) {
  const journal = aCase({ identity: unknown, ...other })
  const secret = journal.write(kadusA, 'identityGiven', { name: 'Ibu Contoh' })
  const before = journal.write(petugas, 'note', { text: 'rahasia kantor' })
  const order = journal.write(petugas, 'informationRequested', { what: 'Nomor HP-nya?', from: kadusB })
  return { journal, secret, before, order }
}

function ask<K extends Kind>(journal: TestJournal, actor: string, kind: K, data: DataOf<K>) {
  const verdict = decide({ kind, data }, actor, fold(journal), village, TODAY)
  return verdict.ok ? 'ok' : verdict.why
}

describe('an order to an officer who does not hold the case', () => {
  it('shows them the status, the main identity, the order and what they wrote; nothing else', () => {
    const { journal, secret, before, order } = ordered()
    expect(holds(journal, kadusB)).toBe('asked')
    expect(seers(journal, journal.entries[0]!)).toEqual(sorted(...desk, kadusA, kadusB))
    expect(seers(journal, secret)).toEqual(sorted(...desk, kadusA, kadusB))
    expect(seers(journal, order)).toEqual(sorted(...desk, kadusB))
    expect(seers(journal, before)).toEqual(sorted(...desk))
    const own = journal.write(kadusB, 'note', { text: 'belum di rumah' })
    expect(seers(journal, own)).toEqual(sorted(...desk, kadusB))
    const joined = journal.write(kadusA, 'complainantJoined', {
      code: '4F7K2M9XC',
      identity: unknown,
      channel: 'phone',
    })
    const other = journal.write(kadusA, 'identityGiven', { of: joined._id, name: 'Bapak Lain' })
    expect(seers(journal, other)).not.toContain(kadusB)
  })

  it('lets them supply it, say who it is, note and open; and nothing else of all kinds', () => {
    const { journal } = ordered()
    expect(ask(journal, kadusB, 'informationSupplied', { text: 'Sudah' })).toBe('ok')
    expect(ask(journal, kadusB, 'identityGiven', { phone: '+6281234567890' })).toBe('ok')
    expect(ask(journal, kadusB, 'identityGiven', { of: journal.entries[0]!._id, name: 'X' })).toBe(
      'not-your-role',
    )
    expect(ask(journal, kadusB, 'note', { text: 'Besok saya ke sana' })).toBe('ok')
    expect(ask(journal, kadusB, 'note', { text: 'x', meeting: 'notNeeded' })).toBe('not-your-role')
    expect(ask(journal, kadusB, 'followedUp', { how: 'action', text: 'x' })).toBe('not-your-role')
    const may = [...kindsOf.case].filter((kind) => rolesFor(kind as Kind).includes('asked' as never))
    expect(may.sort()).toEqual(['identityGiven', 'informationSupplied', 'note', 'opened'])
  })

  it.each([
    ['it is met by them', (j: TestJournal) => j.write(kadusB, 'informationSupplied', { text: 'ini' })],
    [
      'the desk finds the complaint complete',
      (j: TestJournal) => j.write(petugas, 'verified', { withoutIdentity: 'cukup' }),
    ],
    ['it is answered', (j: TestJournal) => j.write(petugas, 'answerDelivered', answerOf())],
    ['the case ends', (j: TestJournal) => j.write(petugas, 'withdrawn', { reason: 'dicabut' })],
    [
      'it is struck out',
      (j: TestJournal) =>
        j.write(petugas, 'retracted', { entry: j.entries.at(-1)!._id, reason: 'salah orang' }),
    ],
    [
      'who complains is hidden',
      (j: TestJournal) =>
        j.write(petugas, 'corrected', {
          entry: j.entries[0]!._id,
          changes: { confidential: true },
          reason: 'diminta',
        }),
    ],
    [
      'they are complained about',
      (j: TestJournal) => j.write(petugas, 'restricted', { respondents: [kadusB] }),
    ],
    [
      'it is corrected to somebody else',
      (j: TestJournal) =>
        j.write(petugas, 'corrected', {
          entry: j.entries.at(-1)!._id,
          changes: { from: kasi },
          reason: 'salah',
        }),
    ],
  ])('leaves their phone when %s', (_when, end) => {
    const { journal } = ordered()
    end(journal)
    expect(holds(journal, kadusB)).toBe('none')
    for (const entry of journal.entries) expect(seers(journal, entry)).not.toContain(kadusB)
  })

  it('is not met by what others supply, and does not come back with a reopening', () => {
    const { journal } = ordered()
    journal.write(petugas, 'informationSupplied', { text: 'lewat telepon' })
    expect(holds(journal, kadusB)).toBe('asked')
    journal.write(petugas, 'withdrawn', { reason: 'dicabut' })
    journal.write(petugas, 'reopened', { reason: 'kembali' })
    expect(holds(journal, kadusB)).toBe('none')
  })

  it('goes to nobody out of office, complained about, or where the complainant is hidden', () => {
    const order = (from: string) => ({ what: 'Nomor HP-nya?', from })
    expect(ask(ordered().journal, petugas, 'informationRequested', order(kasi))).toBe('ok')
    const hidden = ordered({ confidential: true }).journal
    expect(ask(hidden, petugas, 'informationRequested', order(kasi))).toBe('identity-hidden')
    expect(ask(hidden, petugas, 'informationRequested', { what: 'Nomor HP-nya?' })).toBe('ok')
    expect(holds(hidden, kadusB)).toBe('none')
    const against = ordered({ respondents: [kadusB] }).journal
    expect(ask(against, petugas, 'informationRequested', order(kadusB))).toBe('assignee-is-respondent')
    expect(holds(against, kadusB)).toBe('none')
    const ended = testVillage(
      termsWith([{ officer: kadusB, position: 'kepalaDusun', to: addDays(TODAY, -1) }]),
    )
    const act = { kind: 'informationRequested' as const, data: order(kadusB) }
    expect(decide(act, petugas, fold(aCase()), ended, TODAY)).toEqual({
      ok: false,
      why: 'assignee-not-in-office',
    })
  })

  it('takes in what they wrote before they knew that it was taken back, marked late; nothing of who never was asked', () => {
    const { journal, order } = ordered()
    journal.write(petugas, 'retracted', { entry: order._id, reason: 'sudah ada' })
    const judge = (by: string, kind: 'informationSupplied' | 'followedUp') => {
      const data = kind === 'followedUp' ? { how: 'action', text: 'x' } : { text: 'x' }
      const entry = { ...order, _id: order._id.replace(/:\d+:/, ':0009:'), by, kind, data } as Entry
      return admit(entry, { kind: 'case', state: fold(journal) }, village, TODAY)
    }
    expect(judge(kadusB, 'informationSupplied')).toEqual({ ok: true, late: 'reassigned' })
    expect(judge(kadusB, 'followedUp')).toEqual({ ok: false, why: 'not-your-role' })
    expect(judge(kasi, 'informationSupplied')).toEqual({ ok: false, why: 'not-your-case' })
    const hidden = ordered({ confidential: true }).journal
    const entry = {
      ...order,
      _id: order._id.replace(/:\d+:/, ':0009:'),
      by: kadusB,
      kind: 'note',
      data: { text: 'x' },
    } as Entry
    expect(admit(entry, { kind: 'case', state: fold(hidden) }, village, TODAY)).toEqual({
      ok: false,
      why: 'not-your-case',
    })
  })

  it('calls them once, ticks when it is on their phone, and stands in their summary', () => {
    const { journal, order } = ordered()
    expect(caseCalls(order, journal.entries, village, TODAY)).toEqual([{ officer: kadusB, kind: 'asked' }])
    const state = fold(journal)
    const mark = { order: orderAt(`${TODAY}T09:00:00.000Z`), at: `${TODAY}T09:00:00.000Z`, device: 'd1' }
    expect(tickOf(order, state, village, {}, TODAY).state).toBe('sent')
    expect(tickOf(order, state, village, { [petugas]: [mark] }, TODAY).state).toBe('sent')
    expect(tickOf(order, state, village, { [kadusB]: [mark] }, TODAY).state).toBe('reached')
    expect(
      whereaboutsOf(state, village, { [kadusB]: [mark] }, TODAY).map(({ officer }) => officer),
    ).toContain(kadusB)
    const seen = journal.entries.filter((entry) => seers(journal, entry).includes(kadusB))
    expect(summarise(foldCase(journal.id, seen), village)?.orders).toEqual([
      { to: kadusB, what: 'Nomor HP-nya?', on: TODAY },
    ])
  })
})
