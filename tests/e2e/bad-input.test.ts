/** What bad input gets: a clear sentence that says what to do next, and nothing lost. */
import { cpSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chromium, type Browser, type Page } from 'playwright-core'
import { foldCase } from '../../src/domain/fold.ts'
import { newOfficerId } from '../../src/domain/ids.ts'
import { openingFor } from '../../src/domain/ticks.ts'
import { dayOf } from '../../src/domain/time.ts'
import { date } from '../../src/text/format.ts'
import { DESKTOP, launching, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus, kasi, staf] = [officer(1), officer(2), officer(3), officer(4)] as [
  string,
  string,
  string,
  string,
]
const YEAR_MS = 365 * 86_400_000

let server: TestServer
let office: TestDevice
let desk: Page
const devices: Record<string, TestDevice> = {}

const codeFor = async (id: string, validFor = 600_000) =>
  (await server.office.desk.codes.make({ officer: id, validFor })).code

/** A further phone, disposed of with the others; one with its own disk where it is to be switched off. */
const phone = (name: string, sort: object = { within: sharedBrowser }) =>
  (devices[name] = new TestDevice(server.url, PHONE, sort))

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    { id: kasi, name: 'Kasi Contoh', position: 'kasiPelayanan' },
    { id: staf, name: 'Staf Contoh', position: 'stafKasi' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  office = devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
  desk = await office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  await desk.getByRole('heading', { name: 'Aduan masuk', exact: true }).waitFor()
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

describe('an enrolment code', () => {
  let page: Page
  let device: TestDevice
  const field = () => page.getByLabel('Kode pendaftaran')
  const press = () => page.getByRole('button', { name: 'Daftarkan HP ini' }).click()

  beforeAll(async () => {
    device = phone('codes')
    page = await device.start()
    await device.ready(page)
    await page.getByLabel('Nama HP ini').fill('HP Bu Misal')
  })

  it.each([
    ['that is missing', async () => '', /Ketik dulu kode pendaftarannya/],
    ['that is unreadable', async () => '7KQ2M-X9', /sepuluh huruf dan angka\. Periksa lagi/],
    ['that nobody knows', async () => '7KQ2M-X9F4T', /tidak dikenal\. .*mintalah kode baru/],
    ['that has expired', () => codeFor(staf, -1_000), /kedaluwarsa\. Mintalah kode baru/],
    ['that was used', () => usedCode(), /sudah dipakai\. .* Mintalah kode baru/],
  ])('%s is answered with what to do, and what was typed stays', async (_what, make, sentence) => {
    const code = await make()
    await field().fill(code)
    await press()
    await page.getByText(sentence).waitFor()
    expect(await field().inputValue()).toBe(code)
    expect(await page.getByLabel('Nama HP ini').inputValue()).toBe('HP Bu Misal')
  })

  async function usedCode(): Promise<string> {
    const code = await codeFor(staf)
    await server.office.desk.codes.spend(code)
    return code
  }

  it('is not spent without a network, and works afterwards', async () => {
    await field().fill(await codeFor(staf))
    await device.context.setOffline(true)
    await press()
    await page.getByText(/Belum ada internet\. .* Kode Anda belum terpakai/).waitFor()
    await device.context.setOffline(false)
    await press()
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  })
})

describe('an unsuitable browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(launching(['--host-resolver-rules=MAP desa.test localhost']))
  })
  afterAll(() => browser?.close())

  const without: Record<string, () => void> = {
    storage: () => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined }),
    worker: () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
    age: () => void Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
    nothing: () => undefined,
  }

  it.each([
    ['that stores nothing', 'storage', /menyimpan data/, /Pasang atau perbarui Chrome/],
    [
      'that opens nothing offline',
      'worker',
      /membuka aplikasi tanpa internet/,
      /Pasang atau perbarui Chrome/,
    ],
    ['that is too old', 'age', /versinya terlalu lama/, /Pasang atau perbarui Chrome/],
    ['at an address without https', 'nothing', /diawali http\./, /Mintalah tautan yang diawali https/],
  ] as const)(
    '%s is told so and what to do, and the code stays good',
    async (_what, lack, sentence, advice) => {
      const code = await codeFor(staf)
      const context = await browser.newContext({ viewport: PHONE })
      await context.addInitScript(without[lack]!)
      const page = await context.newPage()
      const origin = lack === 'nothing' ? server.url.replace('localhost', 'desa.test') : server.url
      await page.goto(`${origin}/daftar#${code}`)
      await page.getByText(sentence).first().waitFor()
      await page.getByText(advice).waitFor()
      expect(await page.getByRole('button', { name: 'Daftarkan HP ini' }).count()).toBe(0)
      await context.close()
      expect(await server.office.desk.codes.spend(code)).toMatchObject({ ok: true })
    },
  )

  it('without JavaScript is told to switch it on', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.url)
    await page.getByText(/memerlukan JavaScript\. Nyalakan JavaScript/).waitFor()
    await context.close()
  })
})

describe('on a phone', () => {
  let device: TestDevice
  let page: Page

  beforeAll(async () => {
    device = phone('field')
    page = await device.start()
    await person.enrol(page, server.url, await codeFor(kadus))
    await device.ready(page)
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  })

  it('an incomplete identity is saved all the same, and marked at both ends', async () => {
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Mbah Contoh')
    await page.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill('0812-34')
    await page.getByRole('textbox', { name: 'Alamat pengadu' }).click()
    await page.getByText(/Nomor ini kurang lengkap, baru 6 angka/).waitFor()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await person.fillWhat(page, { subject: 'Sumur keruh', description: 'Keruh sejak Senin.' })
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByText(/Belum lengkap: alamat dan nomor HP\. Aduan tetap disimpan/i).waitFor()
    await page.getByText('Nomor HP yang belum benar tidak ikut disimpan.').waitFor()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await person.receiptCode(page)
    await page
      .getByText(/Belum lengkap/)
      .first()
      .waitFor()
    await person.openCase(desk, 'Sumur keruh')
    await desk.getByText('Belum lengkap').first().waitFor()
    await desk.getByText('Mbah Contoh').first().waitFor()
  })

  it('a text that is too long is not cut off: the sentence says by how much, and the draft keeps it', async () => {
    const text = 'Panjang sekali. '.repeat(1_280).slice(0, 20_431)
    await page.goto(`${server.url}/tugas`)
    await person.openCaptured(page, 'Sumur keruh')
    const field = page.getByLabel(/Untuk petugas desa|Catatan untuk petugas desa/)
    await field.focus()
    await page.keyboard.insertText(text)
    await page.getByText(/Terlalu panjang\. Kurangi 431 huruf/).waitFor()
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.reload()
    await page.getByText(/Terlalu panjang\. Kurangi 431 huruf/).waitFor()
    expect(await field.inputValue()).toBe(text)
    await field.fill(text.slice(0, 20_000))
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await person.inThread(desk, 'Panjang sekali.').waitFor()
  })

  it('a complaint with a text that is too long says which, and is saved once it is shorter', async () => {
    await page.goto(`${server.url}/tugas`)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await person.fillWhat(page, { subject: 'S'.repeat(175), description: 'Uraian.' })
    await page.getByText(/Terlalu panjang\. Kurangi 15 huruf/).waitFor()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await page.getByText(/Ada bagian yang belum bisa disimpan\. Periksa isinya/).waitFor()
    await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill('Pagar roboh')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await person.receiptCode(page)
  })
})

describe('a phone whose clock is years off', () => {
  it.each([
    ['ahead', 'fast', 5 * YEAR_MS, kasi],
    ['behind', 'slow', -7 * YEAR_MS, staf],
  ])('(%s) gets the right date of receipt at the office', async (_way, name, skew, who) => {
    const device = phone(name)
    await device.start()
    await device.context.addInitScript(setClock, skew)
    const page = device.page!
    await person.enrol(page, server.url, await codeFor(who))
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await device.ready(page)
    const shown = await page.evaluate(() => new Date().getFullYear())
    expect(shown).not.toBe(new Date().getFullYear())
    await device.context.setOffline(true)
    const subject = `Jam ${name}`
    await person.capture(page, { name: 'Warga Contoh', subject, description: 'Jam HP salah.' })
    await device.context.setOffline(false)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, subject)
    await desk
      .getByText(date(dayOf(new Date().toISOString())))
      .first()
      .waitFor()
    await desk
      .getByText(new RegExp(`/ADU/[IVX]+/${new Date().getFullYear()}`))
      .first()
      .waitFor()
    expect(await desk.getByText(String(shown)).count()).toBe(0)
  })

  function setClock(skew: number): void {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given: []) {
        if (given.length) super(...given)
        else super(Real.now() + skew)
      }
      static override now() {
        return Real.now() + skew
      }
    } as DateConstructor
  }
})

describe('an entry that the centre refuses', () => {
  const SUBJECT = 'Gorong-gorong ambles'

  it('is kept on the phone with the reason, can be sent anew, and then arrives', async () => {
    const original = phone('original', {})
    let page = await original.start()
    await person.enrol(page, server.url, await codeFor(kadus))
    await original.ready(page)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.captureAtDesk(desk, {
      name: 'Warga Contoh',
      address: 'RT 001 RW 001',
      phone: '0812 0000 0003',
      subject: SUBJECT,
      description: 'Ambles.',
    })
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, SUBJECT)
    await person.assign(desk, 'Kadus Anggrek')
    await person.take(page)
    await person.openCase(page, SUBJECT)
    await person.allSent(page)
    await everythingOpened(page.url())
    await original.quit()

    // A tool that moves one phone to another makes two with one identity: both write the same next entry.
    const copy = phone('copy', {})
    cpSync(original.profile, copy.profile, { recursive: true })
    // Offline as well: what else arrived meanwhile would give its entry another place.
    page = await original.start('/tugas', { offline: true })
    await person.openCase(page, SUBJECT)
    await person.followUp(page, 'Ditulis di HP lama')
    await original.context.setOffline(false)
    await person.inThread(desk, 'Ditulis di HP lama').waitFor()
    const twin = await copy.start('/tugas', { offline: true })
    await person.openCase(twin, SUBJECT)
    await person.followUp(twin, 'Ditulis di HP baru')
    await copy.context.setOffline(false)

    await twin.getByRole('link', { name: /1 catatan ditolak pusat\. Ketuk untuk melihat sebabnya/ }).click()
    await twin.getByText('Ditulis di HP baru').waitFor()
    await twin.getByText(/Pusat sudah punya catatan lain dengan tanda yang sama/).waitFor()
    await twin.getByRole('button', { name: 'Kirim lagi' }).click()
    await person.inThread(desk, 'Ditulis di HP baru').waitFor()
    await person.inThread(desk, 'Ditulis di HP lama').waitFor()
    await twin
      .getByText(/ditolak pusat/)
      .first()
      .waitFor({ state: 'detached' })
  })

  /** Nothing is left for the phone to note by itself: what its two copies write next is what a person writes. */
  const everythingOpened = (url: string) =>
    expect
      .poll(
        async () => {
          const id = new URL(url).pathname.split('/').pop()!
          return openingFor(kadus, foldCase(id, await server.office.archive.entriesOf(id)).lines)
        },
        { timeout: 30_000 },
      )
      .toBeUndefined()
})
