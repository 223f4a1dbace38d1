import { describe, expect, it } from 'vitest'
import { audience } from '../../src/domain/audience.ts'
import { entitling } from '../../src/domain/booking.ts'
import { actsFor, decide } from '../../src/domain/decide.ts'
import type { DataOf, Kind } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { noticeOf } from '../../src/domain/hamlet.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { summarise } from '../../src/domain/summary.ts'
import { aCase, PEOPLE, TODAY, testVillage, type TestJournal } from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kadusA } = PEOPLE
const village = testVillage()
const byForm = (other: Partial<DataOf<'registered'>> = {}) => aCase({ channel: 'website', ...other }, CENTRE)
const fold = ({ id, entries }: TestJournal) => foldCase(id, entries)
const ask = <K extends Kind>(journal: TestJournal, actor: string, kind: K, data: DataOf<K>) => {
  const verdict = decide({ kind, data }, actor, fold(journal), village, TODAY)
  return verdict.ok ? 'ok' : verdict.why
}

describe('what comes by the public form', () => {
  it('waits to be booked, and only the desk sees it', () => {
    const journal = byForm()
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const state = fold(journal)
    expect(state).toMatchObject({ toBook: true, status: 'assigned' })
    expect(state.registeredOn).toBeUndefined()
    expect(summarise(state, village)).toMatchObject({ toBook: true })
    for (const entry of journal.entries)
      expect(audience(state, entry, village, TODAY).sort()).toEqual([petugas, sekdes, kades].sort())
    expect(noticeOf(state)).toBeUndefined()
  })

  it('never reaches a respondent, not even before it is booked', () => {
    const journal = byForm({ respondents: [petugas] })
    for (const entry of journal.entries)
      expect(audience(fold(journal), entry, village, TODAY)).not.toContain(petugas)
    expect(ask(journal, petugas, 'booked', {})).toBe('respondent')
    expect(ask(journal, sekdes, 'booked', {})).toBe('ok')
  })

  it('takes nothing but reading, booking and dismissing until it is in the book', () => {
    const journal = byForm()
    expect(ask(journal, petugas, 'verified', {})).toBe('book-first')
    expect(ask(journal, petugas, 'assigned', { lead: kasi, helpers: [] })).toBe('book-first')
    expect(ask(journal, petugas, 'note', { text: 'sudah ditelepon' })).toBe('ok')
    expect(ask(journal, kasi, 'booked', {})).toBe('not-your-case')
    journal.write(petugas, 'booked', {})
    expect(fold(journal)).toMatchObject({ toBook: false, status: 'new', registeredOn: TODAY })
    expect(ask(journal, petugas, 'verified', {})).toBe('ok')
    expect(ask(journal, petugas, 'booked', {})).toBe('already-booked')
    expect(ask(journal, petugas, 'dismissed', { reason: 'iklan' })).toBe('already-booked')
  })

  it('is kept as no complaint with a reason, and can be booked after all', () => {
    const journal = byForm()
    journal.write(petugas, 'dismissed', { reason: 'iklan' })
    expect(fold(journal)).toMatchObject({ status: 'notComplaint', toBook: true, endedOn: TODAY })
    expect(ask(journal, petugas, 'reopened', { reason: 'keliru' })).toBe('book-first')
    expect(entitling(journal.entries)).toBeUndefined()
    expect(ask(journal, petugas, 'booked', {})).toBe('ok')
    const booking = journal.write(petugas, 'booked', {})
    expect(fold(journal)).toMatchObject({ status: 'new', toBook: false, remarks: [], turns: [] })
    expect(fold(journal).endedOn).toBeUndefined()
    expect(entitling(journal.entries)).toBe(booking)
  })

  it('stays in the book when two decide differently without knowing of each other', () => {
    const later = byForm()
    later.write(petugas, 'booked', {}, { counter: 3 })
    later.write(sekdes, 'dismissed', { reason: 'iklan' }, { counter: 3 })
    const [first, second] = [later, byForm()]
    second.write(sekdes, 'dismissed', { reason: 'iklan' }, { counter: 3, device: 'd0000000000aa' })
    second.write(petugas, 'booked', {}, { counter: 3, device: 'd0000000000bb' })
    for (const journal of [first, second]) {
      expect(fold(journal)).toMatchObject({ status: 'new', toBook: false })
      expect(entitling(journal.entries)?.kind).toBe('booked')
    }
    expect([...fold(first).remarks, ...fold(second).remarks].map(({ why }) => why)).toContain('afterBooking')
  })

  it('is told from what an officer took down as from the website', () => {
    const journal = aCase({ channel: 'website' }, kadusA)
    expect(fold(journal).toBook).toBe(false)
    expect(entitling(journal.entries)?.kind).toBe('registered')
    const offered = actsFor(petugas, fold(journal), village, TODAY).map(({ kind }) => kind)
    expect(offered).not.toContain('booked')
    expect(offered).not.toContain('dismissed')
  })

  it('does not slip into the book by a correction of its channel', () => {
    const journal = byForm()
    const [registered] = journal.entries
    journal.write(petugas, 'corrected', {
      entry: registered!._id,
      changes: { channel: 'phone' },
      reason: 'x',
    })
    expect(fold(journal)).toMatchObject({ toBook: true, facts: { channel: 'phone' } })
    expect(entitling(journal.entries)).toBeUndefined()
  })
})
