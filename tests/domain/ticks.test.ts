import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { openingFor, tickOf, veil, type Watermark } from '../../src/domain/ticks.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import type { Entry } from '../../src/domain/entries.ts'
import {
  PEOPLE,
  TODAY,
  TestJournal,
  aCase,
  atNoon,
  orderAt,
  testVillage,
  villageJournal,
} from '../support/domain.ts'

const { petugas, sekdes, kasi, kaur, kadusA, kadusB } = PEOPLE
const village = testVillage()
const fold = (journal: TestJournal) => foldCase(journal.id, journal.entries)
const holding = (...entries: Entry[]): Watermark[] => [
  { order: Math.max(...entries.map((e) => e.arrived!.order)), at: atNoon(TODAY) },
]
const tick = (journal: TestJournal, entry: Entry, marks: Record<string, Watermark[]> = {}, of = village) =>
  tickOf(entry, fold(journal), of, marks, TODAY).state

describe('the tick of an entry', () => {
  it('waits on the phone until the centre has stamped it', () => {
    const journal = aCase()
    expect(tick(journal, journal.write(kadusA, 'note', { text: 'x' }, { unsent: true }))).toBe('pending')
    expect(tick(journal, journal.write(kadusA, 'note', { text: 'x' }))).toBe('sent')
  })

  it('from the field has reached when any of the desk holds it, by that phone’s own word', () => {
    const journal = aCase()
    const note = journal.write(kadusA, 'note', { text: 'x' })
    expect(tick(journal, note, { [petugas]: holding(journal.entries[0]!) })).toBe('sent')
    expect(tick(journal, note, { [kasi]: holding(note) })).toBe('sent')
    expect(tick(journal, note, { [sekdes]: holding(note) })).toBe('reached')
    expect(tick(journal, note, { [sekdes]: [{ order: 1, at: '' }, ...holding(note)] })).toBe('reached')
  })

  it('from the office has reached when the lead holds it, on the ground of the assignment', () => {
    const journal = aCase()
    const early = journal.write(petugas, 'verified', {})
    const given = journal.write(petugas, 'assigned', { lead: kasi, helpers: [kaur] })
    expect(tick(journal, early, { [kasi]: holding(early) })).toBe('sent')
    expect(tick(journal, early, { [kasi]: holding(given) })).toBe('reached')
    expect(tick(journal, given, { [kaur]: holding(given) })).toBe('sent')
    const shown = tickOf(given, fold(journal), village, { [kaur]: holding(given) }, TODAY)
    expect(shown.who.map(({ officer, state }) => [officer, state])).toEqual([
      [kasi, 'sent'],
      [kaur, 'reached'],
    ])
  })

  it('has not reached a phone that says it lacks this very case', () => {
    const journal = aCase()
    const note = journal.write(kadusA, 'note', { text: 'x' })
    const lacking = (id: string) => [{ ...holding(note)[0]!, without: [veil(id)] }]
    expect(tick(journal, note, { [sekdes]: lacking(journal.id) })).toBe('sent')
    expect(tick(journal, note, { [sekdes]: lacking('c0000000000000001') })).toBe('reached')
  })

  it('counts for a helper from when they were involved', () => {
    const journal = aCase()
    const given = journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const involved = journal.write(kasi, 'involved', { helper: kadusB })
    const state = (mark: Entry) =>
      tickOf(given, fold(journal), village, { [kadusB]: holding(mark) }, TODAY).who.find(
        ({ officer }) => officer === kadusB,
      )?.state
    expect(state(given)).toBe('sent')
    expect(state(involved)).toBe('reached')
  })

  it('does not take an older watermark of someone who came to the desk later for word of this entry', () => {
    const journal = aCase()
    const note = journal.write(kadusA, 'note', { text: 'x' })
    const change = villageJournal()
    const arrivedAt = `${TODAY}T09:00:00.000Z`
    const term = { term: 'new', officer: kaur, position: 'petugasPengelola', from: TODAY } as const
    change.write(CENTRE, 'positionHeld', term, { at: arrivedAt })
    const later = foldVillage(change.entries)
    expect(tick(journal, note, { [kaur]: holding(note) }, later)).toBe('sent')
    const after = [{ order: orderAt(arrivedAt, 900), at: arrivedAt }]
    expect(tick(journal, note, { [kaur]: after }, later)).toBe('reached')
  })

  it('never claims that a hidden identity reached a lead who may not have it', () => {
    const journal = aCase({ confidential: true })
    journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const secret = journal.write(petugas, 'identityGiven', { name: 'x' })
    expect(tickOf(secret, fold(journal), village, { [kasi]: holding(secret) }, TODAY)).toMatchObject({
      state: 'sent',
      who: [],
    })
  })

  it('is opened when the lead had it on the screen', () => {
    const journal = aCase()
    const given = journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
    const opening = openingFor(kasi, fold(journal).lines)!
    journal.write(kasi, 'opened', opening)
    expect(tick(journal, given)).toBe('opened')
  })

  it('is not opened by a look from before it came in, even under a higher counter', () => {
    const journal = aCase()
    journal.write(petugas, 'verified', {}, { counter: 8 })
    journal.write(petugas, 'opened', openingFor(petugas, fold(journal).lines)!)
    journal.write(sekdes, 'opened', openingFor(sekdes, fold(journal).lines)!)
    const late = journal.write(kadusA, 'note', { text: 'dari lapangan' }, { counter: 5 })
    expect(tick(journal, late)).toBe('sent')
    const again = openingFor(petugas, fold(journal).lines)
    expect(again).toEqual({ upTo: 5, order: late.arrived!.order })
    journal.write(petugas, 'opened', again!)
    expect(tick(journal, late)).toBe('opened')
    expect(openingFor(petugas, fold(journal).lines)).toBeUndefined()
  })
})
