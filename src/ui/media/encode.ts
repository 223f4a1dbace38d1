/** Drawing a picture smaller and writing it anew; works in a worker and, where there is no other way, on the page. */
import { PICTURE_BYTES, QUALITIES, SIDES, THUMB_BYTES, THUMB_QUALITIES, THUMB_SIDES } from './limits.ts'

type Canvas = OffscreenCanvas | HTMLCanvasElement
interface Aim {
  sides: readonly number[]
  qualities: readonly number[]
  bytes: number
}

export const PICTURE: Aim = { sides: SIDES, qualities: QUALITIES, bytes: PICTURE_BYTES }
export const THUMBNAIL: Aim = { sides: THUMB_SIDES, qualities: THUMB_QUALITIES, bytes: THUMB_BYTES }

/** Whether this context can draw without a page. */
export const canDraw = (): boolean =>
  typeof OffscreenCanvas === 'function' && !!new OffscreenCanvas(1, 1).getContext('2d')

/** A JPEG within the aim: first the quality goes down, then the size; at the end the smallest that there is. */
export async function encode(bitmap: ImageBitmap, aim: Aim): Promise<Blob> {
  let blob: Blob | undefined
  for (const side of aim.sides) {
    const canvas = draw(bitmap, side)
    for (const quality of aim.qualities) {
      blob = await toJpeg(canvas, quality)
      if (blob.size <= aim.bytes) return blob
    }
  }
  return blob!
}

/** The bytes in base64, as a thumbnail stands in an entry. */
export async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** SHA-256 of the bytes, in hexadecimal. */
export async function hashOf(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** On white: what is transparent would turn black. */
function draw(bitmap: ImageBitmap, side: number): Canvas {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
  const size = (length: number) => Math.max(1, Math.round(length * scale))
  const canvas = blank(size(bitmap.width), size(bitmap.height))
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}

function blank(width: number, height: number): Canvas {
  if (canDraw()) return new OffscreenCanvas(width, height)
  return Object.assign(document.createElement('canvas'), { width, height })
}

function toJpeg(canvas: Canvas, quality: number): Promise<Blob> {
  const type = 'image/jpeg'
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality })
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no room to draw'))), type, quality)
  })
}
