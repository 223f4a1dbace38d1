/** The text of a file that is said to be CSV: UTF-8 or Windows-1252, with or without a byte order mark. */
export type Unreadable = 'empty' | 'xlsx' | 'binary' | 'too-big'

export type Decoded =
  { ok: true; text: string; charset: 'utf-8' | 'utf-16' | 'windows-1252' } | { ok: false; why: Unreadable }

/** So large no register of a village is. */
const MOST_BYTES = 10_000_000
/** A zip (xlsx, ods), and the container of old Office files (xls). */
const OFFICE = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Reads the bytes; what Excel makes of "CSV" and of "Unicode text" is both read. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return { ok: false, why: 'too-big' }
  if (OFFICE.some((sign) => sign.every((byte, at) => bytes[at] === byte))) return { ok: false, why: 'xlsx' }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16', 'utf-16le')
  if (bytes.includes(0)) return { ok: false, why: 'binary' }
  const utf8 = read(bytes, 'utf-8')
  return utf8 === undefined ? decoded(bytes, 'windows-1252', 'windows-1252') : asText(utf8, 'utf-8')
}

/** Undefined where the bytes are no text of that encoding. The mark at the start is left out. */
function read(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array, charset: 'utf-16' | 'windows-1252', label: string): Decoded {
  const text = read(bytes, label)
  return text === undefined ? { ok: false, why: 'binary' } : asText(text, charset)
}

const MARKUP = /^\s*(<(!doctype|html|\?xml)|%PDF|\{\\rtf)/i

function asText(text: string, charset: 'utf-8' | 'utf-16' | 'windows-1252'): Decoded {
  if (!text.trim()) return { ok: false, why: 'empty' }
  // eslint-disable-next-line no-control-regex -- what no table holds
  const strange = MARKUP.test(text) || /[\u0001-\u0008\u000e-\u001a]/.test(text)
  return strange ? { ok: false, why: 'binary' } : { ok: true, text, charset }
}
