/** A drawn signature as a small PNG on white, and its preview. */
import { base64, encode, THUMBNAIL } from './encode.ts'
import { SIGNATURE_BYTES } from './limits.ts'

/** Widths that are tried, the largest first, until the file is small enough (pixels). */
const WIDTHS = [600, 450, 300, 200]

/** The canvas as a PNG of at most 30 KB. */
export async function signaturePng(drawn: HTMLCanvasElement): Promise<Blob> {
  let png: Blob | undefined
  for (const width of WIDTHS) {
    png = await toPng(onWhite(drawn, Math.min(width, drawn.width)))
    if (png.size <= SIGNATURE_BYTES) break
  }
  return png!
}

export async function signatureThumbnail(png: Blob): Promise<string> {
  const bitmap = await createImageBitmap(png)
  return base64(await encode(bitmap, THUMBNAIL))
}

function onWhite(drawn: HTMLCanvasElement, width: number): HTMLCanvasElement {
  const height = Math.max(1, Math.round((drawn.height * width) / drawn.width))
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, width, height)
  return canvas
}

const toPng = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no room to draw'))), 'image/png'),
  )
