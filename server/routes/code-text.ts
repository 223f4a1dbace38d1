/**
 * The text of an enrolment code: ten characters of base 32 (50 random bits) in two groups, `ABCDE-FGHJK`, without
 * letters that look alike. Read tolerantly: case, spaces, dashes, and the look-alikes themselves.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }

/** A new code from ten random bytes. */
export function newCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new RangeError('not enough random bytes')
  return showCode(Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join(''))
}

/** The ten characters of what somebody typed or scanned; undefined where it can't be a code. */
export function parseCode(text: string): string | undefined {
  const typed = text.toUpperCase().replace(/[\s._–—-]/g, '')
  const code = typed.replace(/[OILU]/g, (letter) => LOOK_ALIKES[letter]!)
  return code.length === LENGTH && [...code].every((c) => ALPHABET.includes(c)) ? code : undefined
}

/** How a code is printed. */
export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** The link that carries a code: in the fragment, which no server and no link preview gets to see. */
export const codeLink = (publicUrl: string, code: string): string => `${publicUrl}/daftar#${code}`
