import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { openingFor, veil } from '../../src/domain/ticks.ts'
import { whereaboutsOf } from '../../src/domain/whereabouts.ts'
import { PEOPLE, TODAY, TestJournal, aCase, deviceOf, orderAt, testVillage } from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kadusA } = PEOPLE
const village = testVillage()
const fold = (journal: TestJournal) => foldCase(journal.id, journal.entries)

describe('how far a case has come', () => {
  const journal = aCase()
  journal.write(petugas, 'verified', {})
  const given = journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
  journal.write(petugas, 'note', { text: 'Mohon dilihat.' })
  const mark = (order: number, without?: string[]) => ({
    device: deviceOf(kasi),
    order,
    at: `${TODAY}T06:00:00.000Z`,
    ...(without ? { without } : {}),
  })
  const of = (officer: string, marks = {}) =>
    whereaboutsOf(fold(journal), village, marks, TODAY).find((one) => one.officer === officer)

  it('is told for everyone who holds it, the lead first, and for nobody else', () => {
    const officers = whereaboutsOf(fold(journal), village, {}, TODAY).map(({ officer }) => officer)
    expect(officers[0]).toBe(kasi)
    expect([...officers].sort()).toEqual([kasi, petugas, sekdes, kades, kadusA].sort())
  })

  it('counts what a phone has said it holds, and only since the case was theirs', () => {
    expect(of(kasi)).toEqual({ officer: kasi, of: 4, opened: 0, phones: [] })
    const before = { [kasi]: [mark(given.arrived!.order - 1)] }
    expect(of(kasi, before)!.phones).toMatchObject([{ holds: 0 }])
    const at = { [kasi]: [mark(given.arrived!.order)] }
    expect(of(kasi, at)!.phones).toMatchObject([{ holds: 3, at: `${TODAY}T06:00:00.000Z` }])
    const all = orderAt(`${TODAY}T23:00:00.000Z`)
    expect(of(kasi, { [kasi]: [mark(all)] })!.phones).toMatchObject([{ holds: 4 }])
    expect(of(kasi, { [kasi]: [mark(all, [veil(journal.id)])] })!.phones).toMatchObject([{ holds: 0 }])
  })

  it('counts what was opened, and what the capturer may see only', () => {
    journal.write(kasi, 'opened', openingFor(kasi, fold(journal).lines)!)
    expect(of(kasi)).toMatchObject({ of: 4, opened: 4 })
    expect(of(kadusA)).toMatchObject({ of: 2, opened: 0 })
  })
})
