/** From the file of a camera or gallery to what is stored: upright, small, and without anything but its pixels. */
import { base64, encode, hashOf, PICTURE, THUMBNAIL } from './encode.ts'
import { fileKind, HEAD_BYTES, type FileKind } from './file-kind.ts'
import { FILE_BYTES, PIXELS, SIDES } from './limits.ts'
import { HEADER_BYTES, pictureSize } from './picture-size.ts'

/** Why a file did not become a picture; its sentence stands in src/text/media.ts. */
export type Unfit =
  Exclude<FileKind, 'picture' | 'audio'> | 'broken' | 'too-big' | 'sound' | 'sound-empty' | 'sound-too-big'

export type Shrunk = { ok: true; blob: Blob; thumbnail: string; hash: string } | { ok: false; why: Unfit }

/** Drawing anew leaves everything else behind that the file held: place, time, the phone's name. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const kind = fileKind(await bytesOf(file, HEAD_BYTES), file.type)
  if (kind !== 'picture' && kind !== 'heic') return { ok: false, why: kind === 'audio' ? 'other' : kind }
  if (file.size > FILE_BYTES) return { ok: false, why: 'too-big' }
  const size = pictureSize(await bytesOf(file, HEADER_BYTES))
  if (size && size.width * size.height > PIXELS) return { ok: false, why: 'too-big' }
  const bitmap = await decode(file, size && Math.max(size.width, size.height) > SIDES[0] ? size : undefined)
  if (!bitmap) return { ok: false, why: kind === 'heic' ? 'heic' : 'broken' }
  try {
    const blob = await encode(bitmap, PICTURE)
    const thumbnail = await base64(await encode(bitmap, THUMBNAIL))
    return { ok: true, blob, thumbnail, hash: await hashOf(blob) }
  } finally {
    bitmap.close()
  }
}

const bytesOf = async (file: Blob, count: number) => new Uint8Array(await file.slice(0, count).arrayBuffer())

/**
 * A large one is made smaller while it is decoded. Only the width is said: the proportions stay right, whether the
 * browser turns it before or after.
 */
function decode(file: Blob, large?: { width: number; height: number }): Promise<ImageBitmap | undefined> {
  const [side] = SIDES
  const width = large && Math.max(1, Math.round((large.width * side) / Math.max(large.width, large.height)))
  const smaller = width ? { resizeWidth: width, resizeQuality: 'high' as const } : {}
  return createImageBitmap(file, { imageOrientation: 'from-image', ...smaller }).catch(() => undefined)
}
