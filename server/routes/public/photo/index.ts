/** A photo of the public form: known by its bytes, whatever it is called, and without what it says of who took it. */
import { createHash } from 'node:crypto'
import { MAX_FILE_BYTES } from '../../../../src/domain/attachments.ts'
import type { Attachment } from '../../../../src/domain/kinds/fields.ts'
import { fitsType } from '../../../archive/index.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

const CLEAN = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp } as const

export interface Photo {
  attachment: Attachment
  bytes: Uint8Array
}

/** The photo as it is kept, or what is wrong with it. */
export function readPhoto(file: Uint8Array): Photo | 'photoType' | 'photoBig' {
  const type = (Object.keys(CLEAN) as (keyof typeof CLEAN)[]).find((one) => fitsType(one, file))
  const bytes = type && CLEAN[type](file)
  if (!type || !bytes) return 'photoType'
  if (bytes.length > MAX_FILE_BYTES) return 'photoBig'
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { attachment: { hash, type, bytes: bytes.length }, bytes }
}
