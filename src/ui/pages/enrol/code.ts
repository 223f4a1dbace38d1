/** Enrolment codes as people type them: the letters that look alike, spaces, dashes, even the whole link. */
const ALPHABET = /^[0-9A-HJKMNP-TV-Z]{10}$/
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }

/** The code as it is printed, `ABCDE-FGHJK`; undefined where the text can't be one. */
export function readCode(text: string): string | undefined {
  const own = text.includes('#') ? text.slice(text.lastIndexOf('#') + 1) : text
  const code = own
    .toUpperCase()
    .replace(/[\s._\-\u2010-\u2015]/g, '')
    .replace(/[OILU]/g, (letter) => LOOK_ALIKES[letter]!)
  return ALPHABET.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : undefined
}
