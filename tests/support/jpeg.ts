/** JPEGs as phones make them: lying on their side, with the place in their header. */
import type { Page } from 'playwright-core'

const join = (...parts: Iterable<number>[]): Buffer => Buffer.from(parts.flatMap((part) => [...part]))

/** A JPEG whose left half is red and whose right half is blue, drawn by the browser. */
export async function plainJpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
      const context = canvas.getContext('2d')!
      context.fillStyle = '#f00'
      context.fillRect(0, 0, w!, h!)
      context.fillStyle = '#00f'
      context.fillRect(w! / 2, 0, w! / 2, h!)
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
    },
    [width, height],
  )
  return Buffer.from(base64, 'base64')
}

/** A JPEG of nothing but noise: it stays large, however it is written. */
export async function noisyJpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
      const context = canvas.getContext('2d')!
      const pixels = context.createImageData(w!, h!)
      for (let at = 0; at < pixels.data.length; at++)
        pixels.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
      context.putImageData(pixels, 0, 0)
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!
    },
    [width, height],
  )
  return Buffer.from(base64, 'base64')
}

/** A JPEG with an EXIF header: to be turned by 90° clockwise, taken at 7° S. */
export function fromPhone(jpeg: Buffer): Buffer {
  const tiff = join(
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory([tag(0x0112, 3, 1, 6), tag(0x8825, 4, 1, 38)]),
    directory([tag(1, 2, 2, 0x53), tag(2, 5, 3, 68)]),
    rationals(7, 21, 30),
  )
  const body = join(Buffer.from('Exif\0\0', 'latin1'), tiff)
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return join(jpeg.subarray(0, 2), head, body, jpeg.subarray(2))
}

/** The same, as many bytes long: a camera's own notes fill the rest. */
export function padded(jpeg: Buffer, bytes: number): Buffer {
  return join(jpeg, Buffer.alloc(Math.max(0, bytes - jpeg.length)))
}

function tag(id: number, type: number, count: number, value: number): Buffer {
  const entry = Buffer.alloc(12)
  entry.writeUInt16LE(id, 0)
  entry.writeUInt16LE(type, 2)
  entry.writeUInt32LE(count, 4)
  entry.writeUInt32LE(value, 8)
  return entry
}

function directory(entries: Buffer[]): Buffer {
  const count = Buffer.alloc(2)
  count.writeUInt16LE(entries.length)
  return join(count, ...entries, Buffer.alloc(4))
}

function rationals(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value, index * 8)
    bytes.writeUInt32LE(1, index * 8 + 4)
  })
  return bytes
}

/** In the page: chooses this file (base64) with a camera's own notes behind it, 40 MB altogether. */
export function choosePadded(input: Element, base64: string): void {
  const bytes = new Uint8Array(40_000_000)
  bytes.set(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  const chosen = new DataTransfer()
  chosen.items.add(new File([bytes], 'besar.jpg', { type: 'image/jpeg' }))
  ;(input as HTMLInputElement).files = chosen.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
