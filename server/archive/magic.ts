/** Whether bytes are what their type says: a program that is called a picture is refused. */

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))

/** What a file of each type has to begin with, and where. */
const SIGNS: Record<string, readonly { at: number; bytes: readonly number[] }[]> = {
  'image/jpeg': [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  'image/png': [{ at: 0, bytes: [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a] }],
  'image/webp': [
    { at: 0, bytes: ascii('RIFF') },
    { at: 8, bytes: ascii('WEBP') },
  ],
  'audio/webm': [{ at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3] }],
  'audio/ogg': [{ at: 0, bytes: ascii('OggS') }],
  'audio/mp4': [{ at: 4, bytes: ascii('ftyp') }],
}

/** Whether a file begins as one of that type does. */
export function fitsType(type: string, file: Uint8Array): boolean {
  const signs = Object.hasOwn(SIGNS, type) ? SIGNS[type]! : undefined
  return !!signs && signs.every(({ at, bytes }) => bytes.every((byte, n) => file[at + n] === byte))
}
