import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/domain/numbers.ts'
import { parsePhone, showPhone, whatsAppLink } from '../../src/domain/phone.ts'
import { newReceiptCode, parseReceiptCode, showReceiptCode } from '../../src/domain/receipt.ts'

const codes = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(newReceiptCode)
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a receipt code', () => {
  it('is read back from how it is shown, in small letters, with spaces and look-alikes', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-Z]{9}$/)
        expect(code).not.toMatch(/[ILOU]/)
        expect(parseReceiptCode(showReceiptCode(code))).toBe(code)
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('v', 'u')
        expect(parseReceiptCode(` ${typed.slice(0, 4)} ${typed.slice(4)} `)).toBe(code)
      }),
    )
  })

  it('is shown in groups of three', () => expect(showReceiptCode('4F7K2M9XC')).toBe('4F7-K2M-9XC'))

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(codes, fc.nat(8), fc.constantFrom(...LETTERS), (code, at, letter) => {
        fc.pre(code[at] !== letter)
        expect(parseReceiptCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined()
      }),
    )
  })

  it('notices every two characters that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(8), fc.nat(8), (code, a, b) => {
        fc.pre(code[a] !== code[b])
        const swapped = [...code]
        ;[swapped[a], swapped[b]] = [code[b]!, code[a]!]
        expect(parseReceiptCode(swapped.join(''))).toBeUndefined()
      }),
    )
  })

  it('needs eight random bytes', () => expect(() => newReceiptCode(new Uint8Array(7))).toThrow(RangeError))
})

describe('a phone number', () => {
  it.each([
    ['0821 3345 4594', '+6282133454594'],
    ['0821-3345-4594', '+6282133454594'],
    ['+62 821 3345 4594', '+6282133454594'],
    ['6282133454594', '+6282133454594'],
    ['+62 0821 3345 4594', '+6282133454594'],
    ['821 3345 4594', '+6282133454594'],
    ['(0280) 523123', '+62280523123'],
    ['+60 12 345 6789', '+60123456789'],
  ])('%s is kept as %s', (typed, kept) => expect(parsePhone(typed)).toBe(kept))

  it.each([
    '',
    '123',
    'tidak ada',
    '08',
    '0821-3345-4594-1234-5678',
    '+62 8',
    '0812345678 9012 34',
    '081234567',
    '+62 812 3456',
    '62812345',
  ])('"%s" is none', (typed) => expect(parsePhone(typed)).toBeUndefined())

  it('is shown the way it is read aloud', () => {
    expect(showPhone('+6282133454594')).toBe('0821-3345-4594')
    expect(showPhone('+60123456789')).toBe('+60123456789')
  })

  it('stays the same when it is read again, as kept or as shown', () => {
    const typed = fc.stringMatching(/^(\+62|62|0|0062|\+)?[1-9][-. \d]{5,13}$/)
    fc.assert(
      fc.property(typed, (text) => {
        const phone = parsePhone(text)
        if (phone === undefined) return
        expect(parsePhone(phone)).toBe(phone)
        expect(parsePhone(showPhone(phone))).toBe(phone)
      }),
      { numRuns: 1000 },
    )
  })

  it('opens WhatsApp with a prefilled message', () =>
    expect(whatsAppLink('+6282133454594', 'Aduan & jawaban')).toBe(
      'https://wa.me/6282133454594?text=Aduan%20%26%20jawaban',
    ))
})

describe('a register number', () => {
  it.each([
    ['{n}/ADU/{rm}/{yyyy}', 1, 2026, 11, '001/ADU/XI/2026'],
    ['{n}/ADU/{rm}/{yyyy}', 1234, 2027, 4, '1234/ADU/IV/2027'],
    ['{yyyy}-{n}', 42, 2026, 1, '2026-042'],
  ])('%s gives %i of %i/%i as %s', (format, n, year, month, shown) =>
    expect(formatNumber(format, n, year, month)).toBe(shown),
  )
})
