/** A case from the office in the field: taken along with the photos of others, answered at the door, and gone with all of it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { plainJpeg } from '../support/jpeg.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { borrowed, colours, file, sign, tile } from './photos.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus, kasi] = [officer(1), officer(2), officer(3)]

let server: TestServer
let desk: Page
let phone: TestDevice
let page: Page
const devices: Record<string, TestDevice> = {}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const attached = () => page.getByRole('list', { name: 'Yang dilampirkan' }).getByRole('listitem')

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    { id: kasi, name: 'Kasi Contoh', position: 'kasiPelayanan' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
  desk = await person.start(devices.office, server, petugas)
  phone = devices.phone = new TestDevice(server.url, PHONE, { within: sharedBrowser })
  page = await person.start(phone, server, kadus)
  await phone.ready(page)
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

const SUBJECT = 'Talud longsor'
const ANSWER = 'Talud sudah ditutup terpal.'

it('is taken along with its photos, which are seen without a network', async () => {
  await desk.goto(`${server.url}/aduan-masuk`)
  await person.captureAtDesk(desk, {
    name: 'Warga Contoh',
    address: 'RT 001',
    phone: '0812 0000 0005',
    subject: SUBJECT,
    description: 'Longsor semalam.',
  })
  await desk.getByRole('link', { name: 'Buka aduan ini' }).click()
  await person.verify(desk)
  await person.act(desk, 'Catatan untuk petugas', 'Simpan', async (form) => {
    await form.getByRole('textbox').first().fill('Foto dari warga')
    await form.getByLabel('Pilih foto').setInputFiles(file('kantor.jpg', await plainJpeg(desk, 900, 600)))
    await form.getByRole('list', { name: 'Yang dilampirkan' }).getByRole('listitem').waitFor()
  })
  await person.assign(desk, 'Kadus Anggrek')
  await page.goto(`${server.url}/tugas`)
  await person.take(page)
  await person.allSent(page)
  expect(await borrowed(page)).toBe(0)
  await press('Bawa ke lapangan')
  await press('Ambil semua')
  await page.getByText('Semua 1 foto dan rekaman ada di HP ini.').waitFor()
  await page.keyboard.press('Escape')
  await phone.context.setOffline(true)
  await person.openCase(page, SUBJECT)
  await tile(page, 1).click()
  const shown = page.getByRole('dialog', { name: 'Foto' })
  await shown.getByRole('link', { name: 'Simpan ke HP' }).waitFor()
  expect(await colours(shown.getByRole('img').first())).toMatchObject({ width: 900, height: 600 })
  await press('Tutup')
})

it('is answered at the door, signed for as proof, with somebody else brought in', async () => {
  await person.act(page, 'Libatkan petugas lain', 'Simpan', (form) =>
    form.getByRole('radio', { name: /^Petugas Contoh/ }).check(),
  )
  await person.chooseAct(page, 'Sampaikan ke pengadu')
  const form = page.getByRole('dialog').first()
  await form.getByRole('textbox', { name: 'Isi jawaban' }).fill(ANSWER)
  await form.getByRole('radio', { name: 'Bertemu langsung' }).check()
  await sign(page)
  await attached().first().waitFor()
  await press('Tandai sudah disampaikan')
  await person.inThread(page, ANSWER).waitFor()
  await phone.context.setOffline(false)
  await person.inThread(desk, ANSWER).waitFor()
  await desk.getByRole('button', { name: /^Foto 1 dari 1: Tanda tangan/ }).waitFor()
})

it('leaves with its photos when it is somebody else’s', async () => {
  await person.allSent(page)
  await expect.poll(() => borrowed(page), person.PATIENCE).toBe(1)
  await person.assign(desk, 'Kasi Contoh')
  await page.getByText('Aduan ini tidak ada di HP ini').first().waitFor()
  await expect.poll(() => borrowed(page), person.PATIENCE).toBe(0)
  expect(Object.values(devices).flatMap(({ errors }) => errors)).toEqual([])
})
