/** *Saya* tells all of what has not reached the centre, what it refused, and how a phone out of use stands; the office sees the same. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { idOf } from '../../server/routes/desk/devices.ts'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { plainJpeg } from '../support/jpeg.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]

let server: TestServer
const devices: Record<string, TestDevice> = {}
let desk: Page
let page: Page

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor()
const saya = () => page.goto(`${server.url}/saya`)

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
  desk = await devices.office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  devices.phone = new TestDevice(server.url, PHONE, { within: sharedBrowser, permissions: ['geolocation'] })
  page = await devices.phone.start()
  await devices.phone.ready(page)
  await person.enrol(page, server.url, await codeFor(kadus))
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

describe('what has not reached the centre', () => {
  it('counts a complaint once and its photo beside it, with their age', async () => {
    await page.route('**/api/media/**', (route) => route.abort('connectionreset'))
    await devices.phone!.context.setOffline(true)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    for (let step = 0; step < 2; step++) await press('Lanjut')
    await person.fillWhat(page, { subject: 'Jembatan retak', description: 'Retak di tengah.' })
    await press('Lanjut')
    const buffer = await plainJpeg(page, 400, 300)
    await page.getByLabel('Galeri').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByRole('list', { name: 'Yang dilampirkan' }).getByRole('listitem').waitFor()
    await press('Simpan aduan')
    await person.receiptCode(page)
    await says('Tanpa internet: 1 catatan dan 1 foto atau rekaman belum terkirim')
    await saya()
    await says('1 catatan dan 1 foto atau rekaman belum terkirim')
    await says(/^sejak .* lalu$/)
    await press('Kirim sekarang')
    await says('Belum ada internet. Catatan tetap aman dan dikirim sendiri nanti.')
  })

  it('says that the text has gone and the photo not, here and at the office', async () => {
    await devices.phone!.context.setOffline(false)
    await press('Kirim sekarang')
    await says(/^(Semua catatan sudah terkirim\. Foto|Sebagian sudah terkirim)/)
    await says('1 foto atau rekaman belum terkirim')
    await press('Kirim sekarang')
    await says(/^Semua catatan sudah terkirim\. Foto dan rekaman belum semua/)
    await desk.goto(`${server.url}/hp`)
    await desk.getByText(/^1 foto atau rekaman, tertua /).waitFor()
    await press('Keluar dari HP ini')
    await says(/^Belum bisa keluar: 1 foto atau rekaman belum terkirim/)
  })
})

describe('a photo that the centre refuses', () => {
  it('is shown with its complaint and the reason, and signing out names it', async () => {
    // In place of the line that breaks, without a moment in which the photo could go.
    const refusal = { status: 400, json: { error: 'invalid', reason: 'type' } }
    await page.route('**/api/media/**', (route) => route.fulfill(refusal))
    await press('Kirim sekarang')
    await says('Ada yang ditolak pusat. Sebabnya dan yang perlu dilakukan tertulis di halaman ini.')
    await page.getByRole('heading', { name: '1 foto atau rekaman ditolak pusat' }).waitFor()
    await says('1 foto atau rekaman ditolak pusat. Ketuk untuk melihat sebabnya.')
    await says(/^Pusat tidak mengenali berkas ini/)
    await says(/Jembatan retak$/)
    const shown = page.getByRole('img', { name: 'Foto yang ditolak 1' })
    expect(await shown.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(
      400,
    )
    expect(await axeFaults(page)).toEqual([])
    expect(await sizeFaults(page)).toEqual([])
    await press('Keluar dari HP ini')
    await says(/^Belum bisa keluar: 1 foto atau rekaman ditolak pusat/)
  })

  it('can be saved, and is let go only after asking; then nothing stands in the way', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Simpan ke HP' }).click()
    expect((await download).suggestedFilename()).toBe('lampiran-aduan-1.jpg')
    await press('Lepaskan')
    await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click()
    await person.closed(page.getByRole('dialog'))
    await press('Lepaskan')
    await page.getByRole('dialog').getByRole('button', { name: 'Lepaskan' }).click()
    await page.getByRole('heading', { name: /ditolak pusat/ }).waitFor({ state: 'detached' })
    await press('Keluar dari HP ini')
    await page.getByRole('dialog').getByRole('button', { name: 'Batal' }).click()
  })
})

describe('the app and its permissions', () => {
  it('says whether there is a newer version, and that it could not ask', async () => {
    await press('Cari versi baru')
    await says('Tidak ada versi yang lebih baru.')
    await devices.phone!.context.setOffline(true)
    await press('Cari versi baru')
    await says('Belum bisa bertanya ke pusat. Coba lagi saat ada internet.')
    await devices.phone!.context.setOffline(false)
  })

  it('tells what the browser allows, and how to allow it again', async () => {
    await page.getByRole('link', { name: 'Izin kamera, mikrofon, lokasi' }).click()
    const card = (name: string) => page.getByRole('region', { name })
    await card('Lokasi').getByText('Diizinkan').waitFor()
    await card('Mikrofon').getByText('Ditolak').waitFor()
    await card('Mikrofon').getByRole('button', { name: 'Izinkan sekarang' }).click()
    await says('Belum diizinkan. Caranya tertulis di bawah.')
    await page.getByRole('heading', { name: 'Kalau terlanjur ditolak' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Kiriman ke pusat' }).waitFor()
  })
})

describe('a phone out of use', () => {
  it('is told so by Kirim sekarang, and not that nobody knows it', async () => {
    const { devices: all } = server.office.desk
    const device = (await all.list()).find((one) => one.officer === kadus)!
    await all.change(idOf(device), () => ({ state: 'retired' }))
    await press('Kirim sekarang')
    await says(/^Kantor mencatat HP ini tidak dipakai lagi\. Yang ditulis di sini tetap diterima kantor/)
    expect(devices.phone!.errors.filter((error) => !/status of 4/.test(error))).toEqual([])
  })
})
