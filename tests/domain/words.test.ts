import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { foldText } from '../../src/domain/fold-text.ts'
import { holds, passage, wantedIn, wordsOf } from '../../src/domain/words.ts'
import { PEOPLE, aCase } from '../support/domain.ts'

const { petugas, kasi } = PEOPLE

function journal() {
  const one = aCase({ subject: 'Pénerangan jalan', description: 'x '.repeat(400) + 'di ujung gang buntu' })
  one.write(petugas, 'identityGiven', { name: 'Warga Contoh', phone: '+6282133454594' })
  one.write(petugas, 'assigned', { lead: kasi, helpers: [], instruction: 'Mohon bawa tangga.' })
  one.write(kasi, 'followedUp', { how: 'action', text: 'Bohlam diganti.', result: 'Menyala kembali' })
  return wordsOf(foldCase(one.id, one.entries).lines)
}

describe('the words of a journal', () => {
  it.each([
    ['the end of a long description', 'gang buntu'],
    ['a follow-up and its result', 'bohlam kembali'],
    ['an instruction', 'tangga'],
    ['a name', 'warga'],
    ['a code in any spelling', '4f7-k2m-9xc'],
    ['a phone number in any spelling', '0821 3345 4594'],
    ['a phone number with its country', '+62 821-3345-4594'],
    ['some digits of a phone number', '33454594'],
    ['words without their accents', 'penerangan'],
  ])('hold %s', (_what, typed) => {
    expect(holds(foldText(journal()), wantedIn(typed))).toBe(true)
  })

  it('hold no officer’s id and nothing that a machine wrote', () => {
    for (const typed of [kasi, 'action', 'faceToFace', 'given'])
      expect(holds(foldText(journal()), wantedIn(typed))).toBe(false)
    expect(holds(foldText(journal()), wantedIn('bohlam pasar'))).toBe(false)
  })
})

describe('the passage where something was found', () => {
  const marked = (text: string, typed: string) =>
    passage(text, wantedIn(typed))
      ?.map(({ text: piece, found }) => (found ? `[${piece}]` : piece))
      .join('')

  it('shows the line that holds most of it, and marks it in its own letters', () => {
    expect(marked('Jalan berlubang\nLampu Pénerangan jalan padam', 'penerangan jalan')).toBe(
      'Lampu [Pénerangan] [jalan] padam',
    )
  })

  it('is short, also in a long text', () => {
    const long = `${'kata '.repeat(200)}Jembatan ${'lapuk '.repeat(200)}`
    expect(marked(long, 'jembatan')!.length).toBeLessThan(180)
    expect(marked(long, 'jembatan')).toMatch(/^….*\[Jembatan\].*…$/)
  })

  it('is none where nothing is', () => {
    expect(marked('Jalan berlubang', 'pasar')).toBeUndefined()
  })
})
