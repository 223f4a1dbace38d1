/** PNG with a palette: a picture of a screen has few colours (a sheet of paper some greys), and so takes few bytes. */
import { crc32, deflateSync } from 'node:zlib'

export interface Pixels {
  width: number
  height: number
  /** Red, green, blue, alpha (ignored), row by row. */
  rgba: Uint8Array
}

/** Writes pixels as a PNG with its most frequent colours (at most 256); the others become the nearest of them. */
export function smallPng({ width, height, rgba }: Pixels, colours = 96): Uint8Array {
  const colourAt = (pixel: number) =>
    (rgba[pixel * 4]! << 16) | (rgba[pixel * 4 + 1]! << 8) | rgba[pixel * 4 + 2]!
  const counts = new Map<number, number>()
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = colourAt(pixel)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  const palette = byCount.slice(0, colours)
  const indexOf = new Map(byCount.map((colour, i) => [colour, i < colours ? i : nearest(colour, palette)]))
  const rows = new Uint8Array((width + 1) * height) // each row begins with its filter: 0, none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colourAt(y * width + x))!
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Uint8Array.from(palette.flatMap(parts))),
    chunk('IDAT', Uint8Array.from(deflateSync(rows, { level: 9 }))),
    chunk('IEND', new Uint8Array()),
  ])
}

const parts = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(colour: number, palette: readonly number[]): number {
  const own = parts(colour)
  let best = 0
  let least = Infinity
  palette.forEach((each, i) => {
    const distance = parts(each).reduce((sum, part, n) => sum + (part - own[n]!) ** 2, 0)
    if (distance < least) [best, least] = [i, distance]
  })
  return best
}

/** 8 bits a pixel, by palette, not interlaced. */
const header = (width: number, height: number): Uint8Array =>
  joined([bigEndian(width), bigEndian(height), Uint8Array.of(8, 3, 0, 0, 0)])

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data])
  return joined([bigEndian(data.length), body, bigEndian(crc32(body))])
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
