/** Pictures for docs/panduan, small enough for a village's data bundle. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { smallPng } from './small-png.ts'

const FOLDER = 'docs/panduan/gambar'
/** What the browser shows that installs the app (vite.config.ts names them). */
const SCREENSHOTS = 'static/layar'
const SHOWN = ['tugas', 'catat', 'tersimpan', 'aduan-masuk']
const MOST_BYTES = 60_000

/** Takes a picture of the screen, or of a part of it. */
export async function take(
  page: Page,
  name: string,
  part: Page | Locator = page,
  colours?: number,
): Promise<void> {
  const toast = page.getByRole('button', { name: 'Tutup', exact: true })
  // It may go by itself just then.
  if (part === page && (await toast.isVisible())) await toast.click({ timeout: 2_000 }).catch(() => undefined)
  const shot = await part.screenshot({ animations: 'disabled', caret: 'hide' })
  const picture = smallPng(await pixelsOf(page, shot), colours)
  const path = join(FOLDER, `${name}.png`)
  writeFileSync(path, picture)
  if (SHOWN.includes(name)) writeFileSync(join(SCREENSHOTS, `${name}.png`), picture)
  console.log(`${path} ${Math.round(picture.length / 1000)} KB`)
  if (picture.length > MOST_BYTES) throw new Error(`${path} is too large.`)
}

/** The browser that made the picture unpacks it as well. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, text } = await page.evaluate(async (given) => {
    const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const canvas = new OffscreenCanvas(width, height).getContext('2d')!
    canvas.drawImage(bitmap, 0, 0)
    const { data } = canvas.getImageData(0, 0, width, height)
    const parts: string[] = []
    for (let at = 0; at < data.length; at += 8192)
      parts.push(String.fromCharCode(...data.subarray(at, at + 8192)))
    return { width, height, text: btoa(parts.join('')) }
  }, png.toString('base64'))
  return { width, height, rgba: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) }
}
