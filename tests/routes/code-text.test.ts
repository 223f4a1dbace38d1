import { randomFillSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeLink, newCode, parseCode, showCode } from '../../server/routes/code-text.ts'

describe('the text of an enrolment code', () => {
  it('is ten characters in two groups, without letters that look alike', () => {
    for (let round = 0; round < 200; round++) {
      const code = newCode(randomFillSync(new Uint8Array(10)))
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(showCode(parseCode(code)!)).toBe(code)
    }
  })

  it.each([
    'ab1de-fghj0',
    'AB1DE FGHJ0',
    ' ab1defghj0 ',
    'ABIDE-FGHJO',
    'abLde–fghjo',
    'A.B.1.D.E.F.G.H.J.0',
  ])('is read from %s', (typed) => {
    expect(parseCode(typed)).toBe('AB1DEFGHJ0')
  })

  it.each(['', 'ABCDE', 'ABCDE-FGHJK-M', 'ABCDE-FGHJ!', 'código'])('is not read from "%s"', (typed) => {
    expect(parseCode(typed)).toBeUndefined()
  })

  it('travels in the fragment of the link, which no server sees', () => {
    expect(codeLink('https://aduan.desa.example', 'ABCDE-FGHJK')).toBe(
      'https://aduan.desa.example/daftar#ABCDE-FGHJK',
    )
  })
})
