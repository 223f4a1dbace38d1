/** Messages from templates: what is filled in, what is left out, and what nobody knows. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate, lacks, PLACEHOLDERS, TEMPLATES, unknownIn } from '../../src/domain/templates.ts'
import { templates } from '../../src/text/templates.ts'

describe('a template', () => {
  it('is filled in with names as they are: with & and emoji, braces and dollars', () => {
    const values = { nama: 'Bu Tarsih & Pak Darto 👩‍🦰', obyek: '{kode} $& $1', kode: '4F7-K2M-9XC' }
    expect(fillTemplate('Yth. {nama}: {obyek}', values)).toBe('Yth. Bu Tarsih & Pak Darto 👩‍🦰: {kode} $& $1')
  })

  it('leaves out a line that names something which is not known', () => {
    expect(fillTemplate('Kode: {kode}\nNomor: {nomor}\nLihat {situs}', { kode: 'A', nomor: ' ' })).toBe(
      'Kode: A',
    )
  })

  it('shows a placeholder that no version knows, for a person to see before it goes', () => {
    expect(fillTemplate('Halo {nama}, {entah}', { nama: 'Bu' })).toBe('Halo Bu, {entah}')
    expect(unknownIn('Halo {nama}, {entah} {entah} {lagi}', 'answer')).toEqual(['entah', 'lagi'])
  })

  it.each(TEMPLATES)('of the app (%s) names only what can be filled in', (name) => {
    expect(unknownIn(templates[name], name)).toEqual([])
    expect(lacks(templates[name], name)).toBeUndefined()
  })

  it.each(['board', 'task', 'reminder', 'invitation'] as const)(
    '(%s) that others than the complainant read has no place for who complained',
    (name) => {
      expect(unknownIn('{nama}', name)).toEqual(['nama'])
      expect(fillTemplate('Dari {nama}\nIsi', {})).toBe('Isi')
    },
  )

  it('is told that it lacks what its message is for', () => {
    expect(lacks('Yth. {nama}', 'answer')).toBe('isi')
    expect(lacks('Yth. {nama}', 'progress')).toBeUndefined()
  })

  it('never throws, and never leaves a known placeholder in a message', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...PLACEHOLDERS.map((name) => `{${name}}`), '\n', '{', '}', '{{', '{x}'),
    )
    const values = fc.record(
      Object.fromEntries(PLACEHOLDERS.map((name) => [name, fc.string({ maxLength: 9 })])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), values, (parts, given) => {
        const plain = Object.fromEntries(
          Object.entries(given).map(([name, value]) => [name, value!.replace(/[{}]/g, '')]),
        )
        const message = fillTemplate(parts.join(''), plain)
        for (const name of PLACEHOLDERS) expect(message).not.toContain(`{${name}}`)
      }),
    )
  })
})
