import { describe, expect, it } from 'vitest'
import { audience, deskOf, holdsCase, villageAudience } from '../../src/domain/audience.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { addDays } from '../../src/domain/time.ts'
import type { Entry } from '../../src/domain/entries.ts'
import {
  PEOPLE,
  TODAY,
  TestJournal,
  aCase,
  answerOf,
  caseId,
  termsWith,
  testVillage,
} from '../support/domain.ts'

const { kades, sekdes, petugas, kasi, kaur, kadusA, kadusB } = PEOPLE
const village = testVillage()
const desk = [petugas, sekdes, kades]
const fold = (journal: TestJournal) => foldCase(journal.id, journal.entries)
const seers = (journal: TestJournal, entry: Entry, day = TODAY, of = village) =>
  audience(fold(journal), entry, of, day).sort()
const sorted = (...officers: string[]) => officers.sort()

describe('who sees an entry', () => {
  it('is the desk, the lead and helpers; the capturer keeps what makes the status', () => {
    const journal = aCase()
    const given = journal.write(petugas, 'assigned', { lead: kasi, helpers: [kaur] })
    const worked = journal.write(kasi, 'followedUp', { how: 'action', text: 'dikerjakan' })
    const answer = journal.write(kasi, 'answerDelivered', answerOf())
    expect(seers(journal, given)).toEqual(sorted(...desk, kasi, kaur, kadusA))
    expect(seers(journal, answer)).toEqual(sorted(...desk, kasi, kaur, kadusA))
    expect(seers(journal, worked)).toEqual(sorted(...desk, kasi, kaur))
    expect(holdsCase(kadusB, fold(journal), village, TODAY)).toBe('none')
  })

  it('moves with the case: the former lead holds nothing of it', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    journal.write(petugas, 'assigned', { lead: kadusB, helpers: [] })
    for (const entry of journal.entries) expect(seers(journal, entry)).not.toContain(kasi)
    expect(holdsCase(kadusB, fold(journal), village, TODAY)).toBe('full')
  })

  it('keeps a hidden identity with the desk, its corrections too, also when it is hidden later', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const secret = journal.write(kadusA, 'identityGiven', { name: 'Warga' })
    expect(seers(journal, secret)).toEqual(sorted(...desk, kasi, kadusA))
    const mended = journal.write(kadusA, 'corrected', {
      entry: secret._id,
      changes: { name: 'Warga Dua' },
      reason: 'ejaan',
    })
    journal.write(petugas, 'corrected', {
      entry: journal.entries[0]!._id,
      changes: { confidential: true },
      reason: 'atas permintaan',
    })
    expect(seers(journal, secret)).toEqual(sorted(...desk))
    expect(seers(journal, mended)).toEqual(sorted(...desk))
  })

  it('is the centre alone for an identity that has been destroyed', () => {
    const journal = aCase()
    const secret = journal.write(kadusA, 'identityGiven', { name: 'Warga' })
    journal.write(petugas, 'closed', { outcome: 'withdrawn' })
    journal.write(petugas, 'identityDestroyed', { decision: 'Keputusan' })
    expect(seers(journal, secret)).toEqual([CENTRE])
  })

  it('never holds a respondent: desk work falls to the next, at last to the highest who is not named', () => {
    expect(deskOf(fold(aCase({ respondents: [petugas] })), village, TODAY)).toEqual([sekdes, kades])
    expect(deskOf(fold(aCase({ respondents: desk })), village, TODAY)).toEqual([kaur])
    const all = aCase({ respondents: Object.values(PEOPLE) })
    expect(seers(all, all.entries[0]!)).toEqual([CENTRE])
  })

  it('is the desk for kinds of a newer version and for corrections of what is not here', () => {
    const journal = aCase()
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const foreign = {
      ...journal.write(kasi, 'note', { text: 'x' }),
      kind: 'blessed',
      v: 9,
    } as unknown as Entry
    const astray = journal.write(kasi, 'corrected', { entry: 'x', changes: {}, reason: 'x' })
    expect(seers(journal, foreign)).toEqual(sorted(...desk))
    expect(seers(journal, astray)).toEqual(sorted(...desk))
  })

  it('is the centre while the registration has not come', () => {
    const journal = new TestJournal(caseId('x'))
    const entry = journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    expect(seers(journal, entry)).toEqual([CENTRE])
  })

  it('leaves the capturer the case until some days after its end', () => {
    const journal = aCase()
    const end = journal.write(petugas, 'withdrawn', { reason: 'dicabut' })
    expect(seers(journal, end, addDays(TODAY, 30))).toContain(kadusA)
    expect(seers(journal, end, addDays(TODAY, 31))).not.toContain(kadusA)
  })

  it('ends with the term: only the village journal is left', () => {
    const after = testVillage(termsWith([{ officer: kasi, position: 'kasiPelayanan', to: '2026-11-09' }]))
    const journal = aCase({}, kasi)
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    for (const entry of journal.entries) expect(seers(journal, entry, TODAY, after)).toEqual(sorted(...desk))
    expect(villageAudience(after)).toContain(kasi)
  })
})
