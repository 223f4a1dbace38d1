/** Phone numbers: typed in any local way, kept in E.164, shown the way they are read aloud here. */

const E164 = /^\+[1-9]\d{6,14}$/
const INDONESIA = '+62'
/** Without the leading 0: a mobile number (10 to 13 digits with it), or area code and subscriber. */
const NATIONAL = /^(8\d{8,11}|[1-79]\d{6,10})$/

/** A number as `+6282133454594`; undefined where the text is none. Accepts `08…`, `+62…`, `62…`, spaces, dashes. */
export function parsePhone(text: string): string | undefined {
  const bare = text.trim().replace(/[\s().\-\u2010-\u2015]/g, '')
  const digits = bare.replace(/^00/, '+').replace(/^62/, '+62').replace(/^0/, INDONESIA)
  const plain = /^8\d{8,11}$/.test(digits) ? INDONESIA + digits : digits
  const phone = plain.replace(/^\+620/, INDONESIA) // "+62 0821…", a common slip
  if (phone.startsWith(INDONESIA)) return NATIONAL.test(phone.slice(3)) ? phone : undefined
  return E164.test(phone) ? phone : undefined
}

/** `0821-3345-4594`; a foreign number as it is. */
export function showPhone(e164: string): string {
  if (!e164.startsWith(INDONESIA)) return e164
  const national = `0${e164.slice(3)}`
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)].filter(Boolean).join('-')
}

/** A link that opens WhatsApp with a prefilled message. */
export const whatsAppLink = (e164: string, text: string): string =>
  `https://wa.me/${e164.slice(1)}?text=${encodeURIComponent(text)}`
