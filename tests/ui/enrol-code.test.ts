import { describe, expect, it } from 'vitest'
import { newCode, parseCode, showCode } from '../../server/routes/code-text.ts'
import { readCode } from '../../src/ui/pages/enrol/code.ts'

describe('an enrolment code that somebody types', () => {
  it('is read in small letters, with spaces, other dashes, and letters that look alike', () => {
    for (const typed of ['7kq2m-x9f4t', ' 7KQ2M X9F4T ', '7KQ2M–X9F4T', '7.kq.2m.x9.f4.t'])
      expect(readCode(typed)).toBe('7KQ2M-X9F4T')
    expect(readCode('o1l2u-abcde')).toBe('0112V-ABCDE')
  })

  it('is found in a whole link that was pasted', () => {
    expect(readCode('https://desa.example/daftar#7KQ2M-X9F4T')).toBe('7KQ2M-X9F4T')
  })

  it('is not guessed where characters are missing, too many or strange', () => {
    for (const typed of ['', '7KQ2M', '7KQ2M-X9F4T9', '7KQ2M-X9F4!']) expect(readCode(typed)).toBeUndefined()
  })

  it('is read by the app exactly as the server reads it', () => {
    for (let i = 0; i < 200; i++) {
      const code = newCode(crypto.getRandomValues(new Uint8Array(10)))
      expect(readCode(code.toLowerCase())).toBe(showCode(parseCode(code)!))
    }
  })
})
