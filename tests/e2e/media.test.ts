/** Photos, voice notes, signatures and the place, taken without a network; and what files get that do not fit. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { choosePadded, fromPhone, noisyJpeg, padded, plainJpeg } from '../support/jpeg.ts'
import { fillUp, smallStorage } from '../support/full-disk.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { draftHolds } from './drafts.ts'
import { colours, file, heic, hugePng, record, sign, startRecording, taken, tile } from './photos.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)]
const PLACE = { latitude: -7.3584567, longitude: 108.9012345 }
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

async function toMediaStep(): Promise<void> {
  await page.goto(`${server.url}/tugas`)
  await page.getByRole('link', { name: 'Catat', exact: true }).click()
  for (let step = 0; step < 3; step++) await press('Lanjut')
  await gallery().waitFor({ state: 'attached' })
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
    geolocation: { ...PLACE, accuracy: 12 },
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
    // No satellites; then few, and while one waits in the open more of them.
    await phone.context.setGeolocation(null)
    await press('Pakai lokasi saya')
    await page.getByText(/Lokasi belum ditemukan\. .* Aduan tetap bisa disimpan/).waitFor()
    await phone.context.setGeolocation({ ...PLACE, accuracy: 80 })
    await page.getByText(/Memperbaiki … sekarang ± 80 m/).waitFor()
    await phone.context.setGeolocation({ ...PLACE, accuracy: 12 })
    await page.getByText('Lokasi tercatat, ketelitian ± 12 m').waitFor()
    await press('Lanjut')
    await person.fillWhat(page, { subject: 'Jembatan retak', description: 'Retak di tengah.' })
    await press('Lanjut')
    await gallery().setInputFiles([file('satu.jpg', fromPhone(jpeg)), file('dua.jpg', jpeg)])
    await attached().nth(1).waitFor()
    await record(page, 2)
    await attached().nth(2).waitFor()
    await sign(page)
    await attached().nth(3).waitFor()
    await page.getByLabel('Keterangan foto 1').fill('Retak dari utara')
    expect([...(await axeFaults(page)), ...(await sizeFaults(page))]).toEqual([])
    await page.getByText('Yang diketik tersimpan').waitFor()
    await draftHolds(page, 'Retak dari utara')
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
    await page.getByText('Belum terkirim', { exact: false }).first().waitFor()
    // Waited for from before it begins: it is over in two seconds.
    const playing = page.getByRole('button', { name: 'Jeda' }).waitFor()
    await page.getByRole('button', { name: /^Putar rekaman 0\.0[2-9]/ }).click()
    await playing
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

  it('reaches the office: the text with its previews first, and then what was taken, whole', async () => {
    let arrive!: () => void
    const held = new Promise<void>((done) => (arrive = done))
    await page.route('**/api/media/**', (route) => held.then(() => route.continue()))
    await phone.context.setOffline(false)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, 'Jembatan retak')
    await desk.getByRole('link', { name: 'Buka peta' }).first().waitFor()
    await tile(desk, 1).click()
    const shown = desk.getByRole('dialog', { name: 'Foto' })
    await shown.getByText('Foto belum sampai dari HP pengirim.').first().waitFor()
    await page.getByText('Mengirim foto 1 dari 4').waitFor()
    arrive()
    await page.getByText(/^Mengirim foto/).waitFor({ state: 'detached' })
    const files = await taken(server, desk)
    const here = async () =>
      Promise.all(files.map(async ({ hash }) => !!(await server.archive.files.info(hash))))
    await expect.poll(here, person.PATIENCE).toEqual(Array(4).fill(true))
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await shown
      .getByRole('button', { name: /^Ketuk untuk mengambil foto/ })
      .first()
      .click()
    await shown.getByRole('link', { name: 'Simpan ke HP' }).first().waitFor()
    const { width, height } = await colours(shown.getByRole('img').first())
    expect([width, height]).toEqual([800, 1600])
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: /^Ambil rekaman/ }).click()
    await desk.getByRole('button', { name: /^(Jeda|Putar rekaman 0\.0[2-9])/ }).waitFor()
    for (const { bytes, thumbnail = '' } of files) {
      expect(bytes).toBeLessThanOrEqual(300_000)
      expect(Buffer.from(thumbnail, 'base64').length).toBeLessThanOrEqual(6_000)
    }
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
    await record(page, 1, 'Suara')
    await attached().first().waitFor()
    await press('Simpan')
    await person.inThread(page, '1 rekaman suara').waitFor()
    await person.inThread(desk, '1 rekaman suara').waitFor()
  })
})

describe('a recording', () => {
  it('ends by itself after a minute and a half, and is kept', async () => {
    const tab = await phone.tab('/catat/uji-suara')
    for (let step = 0; step < 3; step++) await tab.getByRole('button', { name: 'Lanjut' }).click()
    await tab.clock.install()
    await startRecording(tab, 'Rekam suara', 1)
    await tab.clock.fastForward(95_000)
    await tab.getByRole('button', { name: /^Putar rekaman 1\.30/ }).waitFor()
    await tab.getByRole('button', { name: 'Buang draf' }).click()
    await tab.getByRole('button', { name: 'Ya, buang' }).click()
    await tab.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await tab.close()
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
