/** PNG with only the chunks that draw it: no text, no time, no Exif. */
import { joined, letters, viewOf } from './bytes.ts'

const HEAD = 8
const DRAWN: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs'.split(' '),
)

/** The cleaned picture; undefined where the bytes are no whole PNG. */
export function cleanPng(file: Uint8Array): Uint8Array | undefined {
  const view = viewOf(file)
  const kept = [file.subarray(0, HEAD)]
  for (let at = HEAD; at + 12 <= file.length;) {
    const end = at + 12 + view.getUint32(at)
    const name = letters(file, at + 4, at + 8)
    if (end > file.length) return undefined
    if (DRAWN.has(name)) kept.push(file.subarray(at, end))
    if (name === 'IEND') return joined(kept)
    at = end
  }
  return undefined
}
