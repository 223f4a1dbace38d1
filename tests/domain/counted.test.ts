import { describe, expect, it } from 'vitest'
import { counted } from '../../src/domain/counted.ts'

const waiting = (...kinds: string[]) => kinds.map((kind) => ({ journal: 'c1', kind }))
const kinds = (list: readonly { kind: string }[]) => list.map(({ kind }) => kind)

describe('what is said to be unsent', () => {
  it('counts a complaint with its identity once', () => {
    expect(kinds(counted(waiting('registered', 'identityGiven')))).toEqual(['registered'])
  })

  it('counts an identity that is all there is to send', () => {
    expect(kinds(counted(waiting('identityGiven')))).toEqual(['identityGiven'])
    const elsewhere = [{ journal: 'c1', kind: 'registered' }, ...[{ journal: 'c2', kind: 'identityGiven' }]]
    expect(counted(elsewhere)).toHaveLength(2)
  })

  it('counts a follow-up that took the task along, and a verification, once', () => {
    expect(kinds(counted(waiting('accepted', 'followedUp', 'verified', 'classified')))).toEqual([
      'followedUp',
      'verified',
    ])
  })

  it('does not count that something was opened', () => {
    expect(counted(waiting('opened', 'accessed'))).toEqual([])
  })
})
