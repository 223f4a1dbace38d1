/** Photos, voice notes, signatures and the place, taken without a network; and what files get that do not fit. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { choosePadded, fromPhone, noisyJpeg, padded, plainJpeg } from '../support/jpeg.ts'
import { fillUp, smallStorage } from '../support/full-disk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)]
const FAKE_DEVICES = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

let server: TestServer
let office: TestDevice
let desk: Page
let phone: TestDevice
let page: Page
let jpeg: Buffer
const devices: Record<string, TestDevice> = {}

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const attached = () => page.getByRole('list', { name: 'Yang dilampirkan' }).getByRole('listitem')
const gallery = () => page.getByLabel('Galeri')
const file = (name: string, buffer: Buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer })

async function toMediaStep(): Promise<void> {
  await page.goto(`${server.url}/tugas`)
  await page.getByRole('link', { name: 'Catat', exact: true }).click()
  for (let step = 0; step < 3; step++) await press('Lanjut')
  await gallery().waitFor({ state: 'attached' })
}

async function record(seconds: number): Promise<void> {
  await press('Rekam suara')
  await page.getByText(new RegExp(`Merekam 0\\.0[${seconds}-9]`)).waitFor()
  await press('Berhenti')
}

async function sign(): Promise<void> {
  await press('Tanda tangan')
  const area = page.getByLabel('Tempat tanda tangan')
  const box = (await area.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 60)
  await page.mouse.down()
  for (let x = 20; x < 200; x += 10) await page.mouse.move(box.x + x, box.y + 60 + (x % 40))
  await page.mouse.up()
  await press('Simpan tanda tangan')
  await area.waitFor({ state: 'detached' })
}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  office = devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
  desk = await office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  phone = devices.phone = new TestDevice(server.url, PHONE, {
    whole: true,
    args: FAKE_DEVICES,
    permissions: ['microphone', 'geolocation'],
    geolocation: { latitude: -7.3584567, longitude: 108.9012345, accuracy: 12 },
  })
  page = await phone.start()
  await person.enrol(page, server.url, await codeFor(kadus))
  await phone.ready(page)
  // Chromium writes cookies down when it is closed, or half a minute later.
  await phone.quit()
  page = await phone.start()
  jpeg = await plainJpeg(page, 2400, 1200)
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

describe('a complaint with photo, voice, signature and place', () => {
  it('is drafted without a network, and survives a kill', async () => {
    await phone.context.setOffline(true)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    await press('Lanjut')
    await page.getByLabel('Anggrek', { exact: true }).check()
    await press('Pakai lokasi saya')
    await page.getByText('Lokasi tercatat, ketelitian ± 12 m').waitFor()
    await press('Lanjut')
    await person.fillWhat(page, { subject: 'Jembatan retak', description: 'Retak di tengah.' })
    await press('Lanjut')
    await gallery().setInputFiles([file('satu.jpg', fromPhone(jpeg)), file('dua.jpg', jpeg)])
    await attached().nth(1).waitFor()
    await record(2)
    await attached().nth(2).waitFor()
    await sign()
    await attached().nth(3).waitFor()
    await page.getByLabel('Keterangan foto 1').fill('Retak dari utara')
    expect([...(await axeFaults(page)), ...(await sizeFaults(page))]).toEqual([])
    await page.getByText('Yang diketik tersimpan').waitFor()
    await draftHolds('Retak dari utara')
    await phone.kill()
    page = await phone.start('/tugas', { offline: true })
    await page.getByRole('link', { name: /Jembatan retak/ }).click()
    await attached().nth(3).waitFor()
    expect(await page.getByLabel('Keterangan foto 1').inputValue()).toBe('Retak dari utara')
    expect(await page.getByLabel('Keterangan foto 4').inputValue()).toBe('Tanda tangan pengadu')
  })

  it('is saved, and shows its photos with their clock', async () => {
    await press('Simpan aduan')
    await person.receiptCode(page)
    await page.getByRole('link', { name: 'Buka aduan ini' }).click()
    await tile(page, 1).waitFor()
    expect(await page.getByText('Belum terkirim', { exact: false }).count()).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Putar rekaman 0\.0[2-9]/ }).click()
    await page.getByRole('button', { name: 'Jeda' }).waitFor()
  })

  it('keeps photos upright, small, and without anything of the camera', async () => {
    await tile(page, 1).click()
    const shown = page.getByRole('dialog', { name: 'Foto' }).getByRole('img').first()
    const saving = page.getByRole('link', { name: 'Simpan ke HP' }).first()
    await saving.waitFor()
    const look = await colours(shown)
    expect([look.width, look.height]).toEqual([800, 1600])
    expect(look.top).toBe('red')
    expect(look.bottom).toBe('blue')
    const download = page.waitForEvent('download')
    await saving.click()
    const bytes = readFileSync(await (await download).path())
    expect(bytes.length).toBeLessThanOrEqual(300_000)
    expect(bytes.includes('Exif')).toBe(false)
    expect(await axeFaults(page)).toEqual([])
    await press('Foto berikutnya')
    await page.getByText('Foto 2 dari 3').first().waitFor()
    await press('Tutup')
  })

  it('reaches the office: the text with its previews', async () => {
    await phone.context.setOffline(false)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, 'Jembatan retak')
    await tile(desk, 1).waitFor()
    await desk.getByRole('link', { name: 'Buka peta' }).first().waitFor()
  })

  it('stands among the places of the statistics, with a link to the map', async () => {
    await desk.goto(`${server.url}/statistik`)
    const map = desk.getByRole('link', { name: /^Buka peta: / }).first()
    expect(await map.getAttribute('href')).toMatch(/mlat=-7\.358\d*&mlon=108\.901/)
    await desk.goBack()
  })
})

describe('a follow-up from the compose bar', () => {
  it('may be a photo or a recording alone', async () => {
    await page.getByLabel('Kamera').setInputFiles(file('tiga.jpg', padded(jpeg, jpeg.length + 1)))
    await attached().first().waitFor()
    await press('Simpan')
    await person.inThread(page, '1 foto').waitFor()
    await press('Suara')
    await page.getByText(/Merekam 0\.0[1-9]/).waitFor()
    await press('Berhenti')
    await attached().first().waitFor()
    await press('Simpan')
    await person.inThread(page, '1 rekaman suara').waitFor()
    await person.inThread(desk, '1 rekaman suara').waitFor()
  })
})

describe('a file that is no photo', () => {
  beforeAll(toMediaStep)

  it.each([
    [
      'a PDF',
      () => file('surat.pdf', Buffer.from('%PDF-1.7 surat'), 'application/pdf'),
      /surat\.pdf: Ini berkas PDF/,
    ],
    ['a HEIC that this browser cannot read', () => file('IMG_1.HEIC', heic(), 'image/heic'), /format HEIC/],
    ['a broken photo', () => file('rusak.jpg', jpeg.subarray(0, 300)), /rusak\.jpg: Foto ini rusak/],
    ['a film', () => file('film.mp4', Buffer.from('\0\0\0\x18ftypisom'), 'video/mp4'), /Ini video/],
    ['a text', () => file('catatan.jpg', Buffer.from('bukan foto')), /bukan foto\. Pilih foto/],
    ['an empty file', () => file('kosong.jpg', Buffer.alloc(0)), /kosong\.jpg: Berkas ini kosong/],
    [
      'a picture of 400 million pixels',
      () => file('besar.png', hugePng(), 'image/png'),
      /terlalu besar untuk HP ini/,
    ],
  ])('(%s) gets a sentence, and the photo beside it is taken', async (_what, make, sentence) => {
    const before = await attached().count()
    await gallery().setInputFiles([make(), file('baik.jpg', await plainJpeg(page, 300 + 8 * before, 200))])
    await page.getByText(sentence).waitFor()
    await attached().nth(before).waitFor()
  })

  it('a photo of 40 MB is taken', async () => {
    const before = await attached().count()
    const small = fromPhone(await plainJpeg(page, 6000, 4500)).toString('base64')
    await gallery().evaluate(choosePadded, small)
    await attached().nth(before).waitFor()
  })
})

describe('without leave', () => {
  it('to hear or to locate, a sentence says what to do, and the complaint is saved all the same', async () => {
    const strict = (devices.strict = new TestDevice(server.url, PHONE, { args: [FAKE_DEVICES[0]!] }))
    page = await strict.start()
    await person.enrol(page, server.url, await codeFor(kadus))
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    await press('Lanjut')
    await press('Pakai lokasi saya')
    await page.getByText(/Lokasi belum diizinkan/).waitFor()
    await press('Lanjut')
    await person.fillWhat(page, { subject: 'Got mampet', description: 'Mampet.' })
    await press('Lanjut')
    await press('Rekam suara')
    await page.getByText(/Mikrofon belum diizinkan|Mikrofon tidak ditemukan/).waitFor()
    await press('Simpan aduan')
    await person.receiptCode(page)
  })
})

describe('on a full disk', () => {
  it('nothing is lost but the photo, and the sentence says what to do', async () => {
    const full = (devices.full = new TestDevice(server.url))
    page = await full.start()
    await smallStorage(full)
    await person.enrol(page, server.url, await codeFor(kadus))
    await full.ready(page)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    for (let step = 0; step < 3; step++) await press('Lanjut')
    await gallery().setInputFiles(file('satu.jpg', await plainJpeg(page, 500, 400)))
    await attached().first().waitFor()
    await fillUp(page, [60_000, 20_000])
    await gallery().setInputFiles(file('penuh.jpg', await noisyJpeg(page, 1500, 1000)))
    await page.getByText(/Penyimpanan HP penuh, jadi ini belum tersimpan/).waitFor()
    expect(await attached().count()).toBe(1)
  })
})

const tile = (on: Page, n: number): Locator =>
  on.getByRole('button', { name: new RegExp(`^Foto ${n} dari`) }).first()

/** A draft is on the disk once another reader sees it. */
async function draftHolds(words: string): Promise<void> {
  await page.waitForFunction(async (text) => {
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name!)
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error as Error)
      })
      if (!db.objectStoreNames.contains('drafts')) continue
      const all = await new Promise<unknown[]>((resolve) => {
        const get = db.transaction('drafts').objectStore('drafts').getAll()
        get.onsuccess = () => resolve(get.result as unknown[])
      })
      db.close()
      if (JSON.stringify(all).includes(text)) return true
    }
    return false
  }, words)
}

const heic = () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')

/** Only the header: nothing is decoded of a picture that large. */
function hugePng(): Buffer {
  const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20\x08\x02\0\0\0', 'latin1')
  return padded(head, 200)
}

const colours = (image: Locator) =>
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
