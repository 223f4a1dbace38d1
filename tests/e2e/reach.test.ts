/** Out of the app: a message from a template, the receipt as a picture, and a hidden complainant reached by the desk. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)]

let server: TestServer
let desk: Page
let phone: TestDevice
let page: Page
const devices: Record<string, TestDevice> = {}

const press = (name: string | RegExp, on: Page = page) =>
  on.getByRole('button', { name, exact: true }).first().click()
const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
const message = () => page.getByRole('textbox', { name: 'Pesan (boleh diubah)' })
const whatsApp = () => page.getByRole('link', { name: 'Buka WhatsApp' })
const sound = async () => [...(await axeFaults(page)), ...(await sizeFaults(page))]

/** What WhatsApp is opened with. */
async function prefilled(): Promise<{ to: string; text: string }> {
  const url = new URL((await whatsApp().getAttribute('href'))!)
  expect(url.host).toBe('wa.me')
  return { to: url.pathname.slice(1), text: url.searchParams.get('text')! }
}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  const office = (devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser }))
  desk = await office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  phone = devices.phone = new TestDevice(server.url, PHONE, { within: sharedBrowser })
  page = await phone.start()
  await phone.context.route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  await person.enrol(page, server.url, await codeFor(kadus))
  await phone.ready(page)
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

describe('a receipt', () => {
  let code: string

  it('goes by WhatsApp with a text that may be changed first', async () => {
    await phone.context.setOffline(true)
    code = await person.capture(page, {
      name: 'Warga & Sons 🙂',
      phone: '0821 3345 4594',
      subject: 'Lampu mati',
      description: 'Sejak kemarin.',
    })
    await press('Kirim lewat WhatsApp')
    await expect.poll(() => message().inputValue(), person.PATIENCE).toContain(code)
    const shown = await message().inputValue()
    for (const part of ['Warga & Sons 🙂', 'Lampu mati', code, 'Contohrejo']) expect(shown).toContain(part)
    expect(await prefilled()).toEqual({ to: '6282133454594', text: shown })
    await message().fill(`${shown}\nTerima kasih & salam.`)
    expect((await prefilled()).text).toBe(`${shown}\nTerima kasih & salam.`)
    expect(await sound()).toEqual([])
  })

  it('is not marked by itself: the app asks, also after it was ended meanwhile', async () => {
    const opened = phone.context.waitForEvent('page')
    await whatsApp().click()
    await (await opened).close()
    await page.getByText('Sudah terkirim ke pengadu?').waitFor({ state: 'attached' })
    await page.reload()
    await page.getByText('Sudah terkirim ke pengadu?').waitFor()
    await page.getByRole('link', { name: 'Buka aduan ini' }).click()
    await page.getByText('Sudah terkirim ke pengadu?').waitFor()
    expect(await sound()).toEqual([])
    await person.inThread(page, 'Sejak kemarin.').waitFor()
    expect(await person.inThread(page, 'Terima kasih & salam.').count()).toBe(0)
    await press('Tandai sudah disampaikan')
    const letter = page.getByRole('article').filter({ hasText: 'Disampaikan ke pengadu' })
    await letter.getByText('Terima kasih & salam.').waitFor()
    await letter.getByText('Tanda terima', { exact: true }).waitFor()
    await page.getByText('Sudah terkirim ke pengadu?').waitFor({ state: 'detached' })
  })

  it('is a picture to save, drawn without a network', async () => {
    await press(/Lihat keterangan/)
    await press('Gambar tanda terima')
    const drawn = page.getByRole('img', { name: `Tanda terima dengan kode ${code}` })
    await drawn.waitFor()
    const size = await drawn.evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      const dark = data.filter((value, at) => at % 4 === 0 && value < 128).length
      return { width: canvas.width, share: dark / (data.length / 4), corner: data[0] }
    })
    expect(size.width).toBe(1080)
    expect(size.corner).toBe(255)
    expect(size.share).toBeGreaterThan(0.03)
    const download = page.waitForEvent('download')
    await press('Simpan gambar')
    const file = await download
    expect(file.suggestedFilename()).toBe(`tanda-terima-${code}.png`)
    expect(
      readFileSync(await file.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(await sound()).toEqual([])
    await press('Tutup')
  })

  it('that was marked reaches the office', async () => {
    await phone.context.setOffline(false)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, 'Lampu mati')
    await desk.getByText('Terima kasih & salam.').waitFor()
  })
})

describe('news of the progress', () => {
  it('goes from the case, and can be left', async () => {
    await press(/^WhatsApp/)
    await page.getByRole('radio', { name: 'Perkembangan' }).check()
    await expect
      .poll(() => message().inputValue(), person.PATIENCE)
      .toMatch(/Kabar aduan .* tentang "Lampu mati": menunggu kelengkapan data/)
    await message().fill(' ')
    await press('Buka WhatsApp')
    await page.getByText('Tulis dulu pesannya.').waitFor()
    await press('Tutup')
  })
})

describe('a complainant whose identity is hidden', () => {
  it('is reached by the desk when the one in the field asks', async () => {
    await person.captureAtDesk(desk, {
      name: 'Rahasia Sekali',
      address: 'Gang Tersembunyi 7',
      phone: '0812-1111-2222',
      subject: 'Pungutan liar',
      description: 'Diminta uang.',
      dusun: 'Anggrek',
      confidential: true,
    })
    await desk.getByRole('link', { name: 'Buka aduan ini' }).click()
    await person.verify(desk)
    await person.assign(desk, 'Kadus Anggrek')
    await page.goto(`${server.url}/tugas`)
    await person.openCase(page, 'Pungutan liar')
    await person.take(page)
    await press(/Lihat keterangan/)
    await press('Minta petugas menghubungi pengadu')
    await press('Kirim permintaan')
    await page.getByText('Tulis dulu apa yang perlu ditanyakan atau disampaikan.').waitFor()
    await page.getByRole('textbox', { name: /Apa yang perlu ditanyakan/ }).fill('Kapan kejadiannya?')
    await press('Kirim permintaan')
    await page.getByText('Menunggu petugas menghubungi pengadu').waitFor()
    expect(await sound()).toEqual([])
  })

  it('stands at the desk as something to do, until it was done', async () => {
    await desk.goto(`${server.url}/aduan-masuk`)
    await desk.getByRole('heading', { name: /Minta pengadu dihubungi/ }).waitFor()
    await desk.getByText('Kadus Anggrek: Kapan kejadiannya?').waitFor()
    await person.openCase(desk, 'Pungutan liar')
    await desk.getByText('Kadus Anggrek minta pengadu dihubungi').waitFor()
    await desk.getByText('0812-1111-2222').first().waitFor()
    await press('Tandai sudah dihubungi', desk)
    await desk.getByText('Tulis dulu hasilnya, satu kalimat pun cukup.').waitFor()
    await desk.getByRole('textbox', { name: 'Apa kata pengadu?' }).fill('Senin pagi di pasar.')
    expect(await axeFaults(desk)).toEqual([])
    await press('Tandai sudah dihubungi', desk)
    await desk.getByText('Kadus Anggrek minta pengadu dihubungi').waitFor({ state: 'detached' })
  })

  it('tells the one who asked what came of it, and never who it is', async () => {
    const done = page.getByRole('article').filter({ hasText: 'Pengadu sudah dihubungi' })
    await done.getByText('Senin pagi di pasar.').waitFor()
    await page.getByText('Menunggu petugas menghubungi pengadu').waitFor({ state: 'detached' })
    expect(await page.content()).not.toMatch(/Rahasia Sekali|Tersembunyi|1111-2222|81211112222/)
  })
})

describe('a follow-up', () => {
  it('may be of an officer without a phone, and brings the task back on the day of its next step', async () => {
    await person.chooseAct(page, 'Tindak lanjut')
    const form = page.getByRole('dialog')
    await form.getByRole('radio', { name: 'Koordinasi dengan…' }).check()
    await form.getByRole('combobox', { name: 'Dengan siapa?' }).fill('Polsek')
    await form.getByRole('textbox', { name: 'Apa yang sudah dikerjakan?' }).fill('Melapor ke Polsek.')
    await form.getByRole('textbox', { name: /Langkah berikutnya/ }).fill('Ambil surat tanda lapor')
    const day = form.getByLabel(/Tanggal langkah berikutnya/)
    await day.fill('2020-01-01')
    await form.getByText('Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.').waitFor()
    await day.fill((await day.getAttribute('min'))!)
    await form.getByRole('checkbox', { name: /Dilaporkan petugas lain/ }).check()
    await form.getByRole('button', { name: 'Simpan', exact: true }).click()
    await form.getByText('Pilih dulu petugas yang melaporkan.').waitFor()
    await form.getByLabel('Siapa yang melaporkan?').selectOption({ index: 1 })
    await form.getByRole('button', { name: 'Simpan', exact: true }).click()
    await person.inThread(page, 'Dilaporkan Petugas Contoh secara lisan').waitFor()
    await page.goto(`${server.url}/tugas`)
    await page.getByText('Langkah berikutnya hari ini: Ambil surat tanda lapor').waitFor()
    expect(await sound()).toEqual([])
  })

  it('wrote nothing to the console that a developer would have to look at', () => {
    expect(Object.values(devices).flatMap(({ errors }) => errors)).toEqual([])
  })
})
