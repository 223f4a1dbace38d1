/** WebP with only the chunks that draw it: no Exif, no XMP. */
import { joined, letters, viewOf } from './bytes.ts'

const HEAD = 12
const DRAWN: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])
/** In `VP8X`: the file has Exif (8), XMP (4), or moves (2). */
const FLAGS_OFF = ~(8 | 4 | 2)

/** The cleaned picture, standing still; undefined where the bytes are no whole WebP. */
export function cleanWebp(file: Uint8Array): Uint8Array | undefined {
  const view = viewOf(file)
  const chunks: Uint8Array[] = []
  let drawn = false
  for (let at = HEAD; at + 8 <= file.length;) {
    const name = letters(file, at, at + 4)
    const size = view.getUint32(at + 4, true)
    if (at + 8 + size > file.length) return undefined
    const end = at + 8 + size + (size % 2)
    if (DRAWN.has(name)) chunks.push(cleanChunk(name, file.slice(at, end)))
    drawn ||= name === 'VP8 ' || name === 'VP8L'
    at = end
  }
  if (!drawn) return undefined
  const body = joined(chunks)
  const head = file.slice(0, HEAD)
  viewOf(head).setUint32(4, body.length + 4, true)
  return joined([head, body])
}

function cleanChunk(name: string, chunk: Uint8Array): Uint8Array {
  if (name === 'VP8X' && chunk.length > 8) chunk[8] = chunk[8]! & FLAGS_OFF
  return chunk
}
