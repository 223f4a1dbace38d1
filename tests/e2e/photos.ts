/** Photos, recordings and signatures as tests take them, and what became of them. */
import type { Locator, Page } from 'playwright-core'
import { attachmentsOf } from '../../src/domain/attachments.ts'
import type { Attachment } from '../../src/domain/kinds/fields.ts'
import { padded } from '../support/jpeg.ts'
import type { TestServer } from '../support/server.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** A file as an input takes it. */
export const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer })

/**
 * Starts a recording and waits until so many seconds of it have gone, and there is sound of it: a microphone may be slow to
 * give the first, and a recording of nothing is rightly not kept.
 */
export async function startRecording(page: Page, button: string, seconds: number): Promise<void> {
  await page.evaluate(() => {
    const start = MediaRecorder.prototype.start
    document.documentElement.dataset.sound = '0'
    MediaRecorder.prototype.start = function (...given) {
      MediaRecorder.prototype.start = start
      this.addEventListener('dataavailable', ({ data }) => {
        document.documentElement.dataset.sound = String(data.size)
      })
      return start.apply(this, given)
    }
  })
  await press(page, button)
  await page.getByText(new RegExp(`Merekam 0\\.0[${seconds}-9]`)).waitFor()
  await page.waitForFunction(() => Number(document.documentElement.dataset.sound) > 0)
}

/** Records so many seconds. */
export async function record(page: Page, seconds: number, button = 'Rekam suara'): Promise<void> {
  await startRecording(page, button, seconds)
  await press(page, 'Berhenti')
}

/** Signs with a finger. */
export async function sign(page: Page): Promise<void> {
  await press(page, 'Tanda tangan')
  const area = page.getByLabel('Tempat tanda tangan')
  const box = (await area.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 60)
  await page.mouse.down()
  for (let x = 20; x < 200; x += 10) await page.mouse.move(box.x + x, box.y + 60 + (x % 40))
  await page.mouse.up()
  await press(page, 'Simpan tanda tangan')
  await area.waitFor({ state: 'detached' })
}

/** How many files of others the phone holds. */
export const borrowed = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find((one) => /^kentongan-.*-o[^-]+$/.test(one.name!))!
    const open = indexedDB.open(name!)
    const db = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)))
    const count = db.transaction('files').objectStore('files').index('state').count('cached')
    await new Promise((done) => (count.onsuccess = done))
    db.close()
    return count.result
  })

/** A photo of the open case. */
export const tile = (on: Page, n: number): Locator =>
  on.getByRole('button', { name: new RegExp(`^Foto ${n} dari`) }).first()

/** What the complaint that is open names of photos, recordings and signatures, as it stands at the centre. */
export async function taken({ archive }: TestServer, on: Page): Promise<Attachment[]> {
  const [registered] = await archive.entriesOf(new URL(on.url()).pathname.split('/').pop()!)
  return attachmentsOf(registered!)
}

/** As iPhones take them. */
export const heic = () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')

/** Only the header: nothing is decoded of a picture that large. */
export function hugePng(): Buffer {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0', 'latin1')
  return padded(head, 200)
}

/** How large a picture is, and what stands above and below in it. */
export const colours = (image: Locator) =>
  image.evaluate(async (element: HTMLImageElement) => {
    await element.decode()
    const { naturalWidth: width, naturalHeight: height } = element
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')!
    context.drawImage(element, 0, 0)
    const at = (y: number) => {
      const [red, , blue] = context.getImageData(width / 2, y, 1, 1).data
      return red! > blue! ? 'red' : 'blue'
    }
    return { width, height, top: at(height * 0.1), bottom: at(height * 0.9) }
  })
