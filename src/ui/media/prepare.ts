/** Whatever is taken or recorded, as it is stored: its bytes, and what the entry says of them. */
import type { Prepared } from '../../state/media.svelte.ts'
import type { Attachment } from '../../domain/kinds/fields.ts'
import { hashOf } from './encode.ts'
import { fileKind, HEAD_BYTES, soundType } from './file-kind.ts'
import { lengthOf } from './length.ts'
import { VOICE_BYTES } from './limits.ts'
import { shrinkAside } from './off-main.ts'
import type { Unfit } from './shrink.ts'

export type Made = { ok: true; prepared: Prepared } | { ok: false; why: Unfit }
type Sound = Extract<Attachment['type'], `audio/${string}`>

/** A file of a camera, a gallery or another app: a picture, or a voice note as it is. */
export async function prepareFile(file: Blob): Promise<Made> {
  const kind = fileKind(await headOf(file), file.type)
  if (kind === 'audio') return prepareSound(file, await lengthOf(file))
  return kind === 'other' && file.type.startsWith('audio/')
    ? { ok: false, why: 'sound' }
    : preparePicture(file)
}

const headOf = async (file: Blob) => new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())

async function preparePicture(file: Blob): Promise<Made> {
  const made = await shrinkAside(file)
  if (!made.ok) return made
  const { blob, hash, thumbnail } = made
  const attachment: Attachment = { hash, type: 'image/jpeg', bytes: blob.size, thumbnail }
  return { ok: true, prepared: { attachment, blob } }
}

/** A recording, or a voice note from elsewhere; `seconds` where it is known how long it is. */
export async function prepareSound(sound: Blob, seconds?: number): Promise<Made> {
  const type: Sound | undefined = soundType(await headOf(sound))
  if (!sound.size) return { ok: false, why: 'sound-empty' }
  if (!type) return { ok: false, why: 'sound' }
  if (sound.size > VOICE_BYTES) return { ok: false, why: 'sound-too-big' }
  const length = seconds === undefined ? {} : { seconds: Math.round(seconds) }
  const hash = await hashOf(sound)
  const attachment: Attachment = { hash, type, bytes: sound.size, ...length }
  return { ok: true, prepared: { attachment, blob: new Blob([sound], { type }) } }
}

/** A drawn signature. */
export async function prepareSignature(png: Blob, thumbnail: string, caption: string): Promise<Prepared> {
  const hash = await hashOf(png)
  return { attachment: { hash, type: 'image/png', bytes: png.size, caption, thumbnail }, blob: png }
}
