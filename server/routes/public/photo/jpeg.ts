/** JPEG without what tells where, when and with what it was taken: only what is needed to draw it stays. */
import { joined, letters, viewOf } from './bytes.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const EXIF_SEGMENT = 0xe1
const COMMENT = 0xfe
/** Application segments that belong to the picture: JFIF, the colour profile, Adobe's colour transform. */
const KEPT = [
  { marker: 0xe0, begins: 'JFIF\0' },
  { marker: 0xe2, begins: 'ICC_PROFILE\0' },
  { marker: 0xee, begins: 'Adobe' },
]

/** The cleaned picture; undefined where the bytes are no whole JPEG. */
export function cleanJpeg(file: Uint8Array): Uint8Array | undefined {
  if (file[0] !== 0xff || file[1] !== SOI) return undefined
  const kept: Uint8Array[] = [file.subarray(0, 2)]
  let turned: Uint8Array | undefined
  for (let at = 2; file[at] === 0xff;) {
    const marker = file[at + 1]!
    // What stands behind the picture, as phones put a film there, goes too.
    if (marker === EOI) return joined([...kept, file.subarray(at, at + 2)])
    const end = marker === 0xff ? at + 1 : segmentEnd(file, at)
    if (end === undefined) return undefined
    const body = file.subarray(at + 4, end)
    if (marker === EXIF_SEGMENT && !turned && (turned = orientation(body))) kept.push(turned)
    if (isKept(marker, body)) kept.push(file.subarray(at, end))
    at = end
  }
  return undefined
}

/** Where a segment ends; of a scan, with the coded picture behind its head. */
function segmentEnd(file: Uint8Array, at: number): number | undefined {
  if (at + 4 > file.length) return undefined
  const length = viewOf(file).getUint16(at + 2)
  const end = at + 2 + length
  if (length < 2 || end > file.length) return undefined
  return file[at + 1] === SOS ? scanEnd(file, end) : end
}

/** At the next marker that is no restart. */
function scanEnd(file: Uint8Array, from: number): number {
  for (let at = from; at < file.length - 1; at++) {
    const next = file[at + 1]!
    if (file[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return file.length
}

function isKept(marker: number, body: Uint8Array): boolean {
  if (marker === 0xff || marker === COMMENT) return false
  if (marker < 0xe0 || marker > 0xef) return true
  return KEPT.some((one) => one.marker === marker && letters(body, 0, one.begins.length) === one.begins)
}

const EXIF = 'Exif\0\0'
const ORIENTATION = 0x0112

/** An Exif segment that says nothing but which side is up; undefined where the original says nothing of it. */
function orientation(exif: Uint8Array): Uint8Array | undefined {
  if (letters(exif, 0, 6) !== EXIF || exif.length < 14) return undefined
  const tiff = viewOf(exif.subarray(6))
  const little = letters(exif, 6, 8) === 'II'
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return undefined
  const entries = tiff.getUint16(first, little)
  for (let n = 0, at = first + 2; n < entries && at + 12 <= tiff.byteLength; n++, at += 12) {
    if (tiff.getUint16(at, little) !== ORIENTATION) continue
    const value = tiff.getUint16(at + 8, little)
    return value > 1 && value <= 8 ? turnedSegment(value) : undefined
  }
  return undefined
}

/** Head and length, `Exif`, a big-endian TIFF with one field, and the field's value. */
const turnedSegment = (value: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, EXIF_SEGMENT, 0, 34, ...[...EXIF].map((letter) => letter.charCodeAt(0))],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0],
    ...[0, 0, 0, 0],
  ])
