/** What a case asks somebody to do next, beside its deadline. */
import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { PEOPLE, aCase } from '../support/domain.ts'

describe('requests to reach a hidden complainant', () => {
  it('stay open until the desk tells what came of each, and say nothing of what is missing', () => {
    const one = aCase({ confidential: true, identity: { name: 'unknown', address: 'given', phone: 'given' } })
    one.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kasi, helpers: [PEOPLE.staf] })
    const first = one.write(PEOPLE.kasi, 'informationRequested', { what: 'Kapan?', relay: true })
    one.write(PEOPLE.staf, 'informationRequested', { what: 'Di mana?', relay: true })
    one.write(PEOPLE.petugas, 'informationRequested', { what: 'KTP' })
    const before = foldCase(one.id, one.entries)
    expect(before.relays.map(({ what }) => what)).toEqual(['Kapan?', 'Di mana?'])
    one.write(PEOPLE.petugas, 'informationSupplied', { text: 'Besok.', of: first._id })
    const after = foldCase(one.id, one.entries)
    expect(after.relays).toMatchObject([{ by: PEOPLE.staf, what: 'Di mana?' }])
    expect(after.missing).toEqual(before.missing)
  })
})

it('the last follow-up says what comes next, or that nothing does', () => {
  const one = aCase()
  const next = { next: 'Pasang lampu', nextOn: '2026-11-20' }
  one.write(PEOPLE.petugas, 'followedUp', { how: 'action', text: 'Dicek', ...next })
  expect(foldCase(one.id, one.entries).next).toEqual({ on: '2026-11-20', text: 'Pasang lampu' })
  one.write(PEOPLE.petugas, 'followedUp', { how: 'action', text: 'Selesai' })
  expect(foldCase(one.id, one.entries).next).toBeUndefined()
})
