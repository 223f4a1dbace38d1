/**
 * Receipt codes: eight random characters in base 32 (40 bits) and a check character, read aloud as `4F7-K2M-9XC`.
 * The alphabet leaves out I, L, O and U. The check is a weighted sum in the field GF(2^5): the weights of the nine
 * places are distinct powers of a generator, so every wrong character and every swap of two is noticed.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LENGTH = 8
/** What people write or hear for a character that the alphabet leaves out. */
const LOOK_ALIKE: Record<string, string> = { I: '1', L: '1', O: '0', U: 'V' }

/** A new code from at least 8 random bytes, without separators. Throws RangeError on fewer. */
export function newReceiptCode(random: Uint8Array): string {
  if (random.length < RANDOM_LENGTH) throw new RangeError('not enough random bytes')
  const values = Array.from(random.subarray(0, RANDOM_LENGTH), (byte) => byte & 31)
  return [...values, checkOf(values)].map((value) => ALPHABET[value]).join('')
}

/** A code in groups of three, as it is printed and read aloud. */
export const showReceiptCode = (code: string): string => code.match(/.{1,3}/g)?.join('-') ?? ''

/** The code that somebody typed, in any case, spaces, dashes and look-alikes allowed; undefined if it is none. */
export function parseReceiptCode(text: string): string | undefined {
  const code = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILOU]/g, (letter) => LOOK_ALIKE[letter] ?? letter)
  if (code.length !== RANDOM_LENGTH + 1) return undefined
  const values = Array.from(code, (letter) => ALPHABET.indexOf(letter))
  return checkOf(values.slice(0, RANDOM_LENGTH)) === values[RANDOM_LENGTH] ? code : undefined
}

/** Horner's scheme: each place weighs the generator times the place to its right. */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum ^ value), 0)

/** Multiplies by the generator x modulo x^5 + x^2 + 1. */
const timesX = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0)
