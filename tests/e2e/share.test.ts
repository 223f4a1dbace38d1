/** Shared into the app: a WhatsApp message with its files becomes a draft, offline too, and nothing of it is lost. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { fillUp, makeRoom, smallStorage } from '../support/full-disk.ts'
import { fromPhone, padded, plainJpeg } from '../support/jpeg.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { fieldHolds } from './drafts.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus, kasi] = [officer(1), officer(2), officer(3)]

let server: TestServer
let desk: Page
let phone: TestDevice
let page: Page
let jpeg: Buffer
const devices: Record<string, TestDevice> = {}

interface Handed {
  title?: string
  text?: string
  files?: { name: string; type: string; bytes: Buffer; times?: number }[]
}

interface Sheet {
  action: string
  title: string
  text: string
  files: { name: string; type: string; bytes: string; times?: number }[]
}

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const bare = (words: string) => words.replace(/\s+/g, '')
const box = (name: string) => page.getByRole('textbox', { name })
const attached = () => page.getByRole('list', { name: 'Yang dilampirkan' }).getByRole('listitem')
const file = (name: string, bytes: Buffer, type = 'image/jpeg') => ({ name, type, bytes })

/** What the share sheet does: a POST with files into the app's scope, from outside of it. */
async function share({ title = '', text = '', files = [] }: Handed, on = phone): Promise<void> {
  page = await on.context.newPage()
  await page.goto('about:blank')
  const given = files.map(({ bytes, ...rest }) => ({ ...rest, bytes: bytes.toString('base64') }))
  const opened = page.waitForURL((url) => url.href.startsWith(`${server.url}/catat`))
  await page.evaluate(hand, { action: `${server.url}/bagikan`, title, text, files: given })
  await opened
}

function hand({ action, title, text, files }: Sheet): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'POST', enctype: 'multipart/form-data', action })
  for (const [name, value] of Object.entries({ title, text })) {
    const field = form.appendChild(document.createElement('textarea'))
    Object.assign(field, { name, value })
  }
  const chosen = new DataTransfer()
  for (const { name, type, bytes, times = 0 } of files) {
    const start = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
    const tail = new Uint8Array(times)
    chosen.items.add(new File([start, tail], name, { type }))
  }
  const input = form.appendChild(document.createElement('input'))
  Object.assign(input, { type: 'file', name: 'files', multiple: true, files: chosen.files })
  document.body.append(form)
  form.submit()
}

/** In the page: everything that was shared stands in a draft. */
async function nothingWaits(): Promise<boolean> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('kentongan-shares')
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error as Error)
  })
  const count = await new Promise<number>((resolve) => {
    const asked = db.transaction('waiting').objectStore('waiting').count()
    asked.onsuccess = () => resolve(asked.result)
  })
  db.close()
  return count === 0
}

/** From the first step to the saved complaint. */
async function save(subject: string): Promise<void> {
  await press('Lanjut')
  await press('Lanjut')
  await box('Obyek pengaduan').fill(subject)
  await page.getByRole('radio', { name: /Jalan/ }).first().check()
  await page.getByRole('radio', { name: 'Bukan perangkat / tidak tahu' }).check()
  await press('Lanjut')
  await press('Simpan aduan')
  await person.receiptCode(page)
}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    { id: kasi, name: 'Kasi Contoh', position: 'kasiKesejahteraan' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  const office = (devices.office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser }))
  desk = await office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  phone = devices.phone = new TestDevice(server.url, PHONE, { within: sharedBrowser })
  page = await phone.start('/daftar')
  await phone.ready(page)
  jpeg = await plainJpeg(page, 1200, 800)
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

describe('shared before anybody is enrolled', () => {
  it('waits in sight, and becomes a draft of whoever enrols', async () => {
    await share({ text: '[12/11 09.30] Bu Contoh: Got mampet sejak hujan.' })
    await page.getByText(/1 kiriman dari aplikasi lain tersimpan di HP ini/).waitFor()
    await box('Kode pendaftaran').fill(await codeFor(kadus))
    await press('Daftarkan HP ini')
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    await fieldHolds(box('Nama pengadu'), 'Bu Contoh')
    await press('Buang draf')
    await press('Ya, buang')
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  })
})

describe('shared without a network', () => {
  it('fills in sender, time, channel and words; pictures and voice are made ready as the camera’s', async () => {
    await phone.context.setOffline(true)
    await share({
      text: '[12/11 09.30] +62 821-3345-4594: Jembatan retak di tengah.\nTolong dicek.',
      files: [
        file('IMG-20261112-WA0001.jpg', fromPhone(jpeg)),
        file('PTT-20261112-WA0002.opus', Buffer.from('OggS'.padEnd(900, '.')), 'audio/ogg; codecs=opus'),
        file('surat.pdf', Buffer.from('%PDF-1.7 surat'), 'application/pdf'),
        file('rusak.jpg', jpeg.subarray(0, 300)),
        file('IMG_1.HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'image/heic'),
        file('rekaman.amr', Buffer.from('#!AMR\n....'), 'audio/amr'),
        { ...file('besar.jpg', padded(jpeg, jpeg.length + 8)), times: 40_000_000 },
      ],
    })
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    for (const sentence of [
      /surat\.pdf: Ini berkas PDF/,
      /rusak\.jpg: Foto ini rusak/,
      /IMG_1\.HEIC: .*format HEIC/,
      /rekaman\.amr: Rekaman ini berformat yang tidak bisa disimpan/,
    ])
      await page.getByText(sentence).waitFor()
    await page.getByRole('checkbox', { name: 'Nomor HP: 0821-3345-4594', checked: true }).waitFor()
    await page
      .getByRole('checkbox', { name: /Dikirim 12 November 20\d\d, 09\.30 WIB/, checked: true })
      .waitFor()
    await page.getByRole('radio', { name: 'WhatsApp / SMS', checked: true }).waitFor()
    await fieldHolds(box('Nomor HP pengadu'), '0821-3345-4594')
    expect([...(await axeFaults(page)), ...(await sizeFaults(page))]).toEqual([])
  })

  it('can be taken back part by part', async () => {
    await page.getByRole('checkbox', { name: /Nomor HP/ }).uncheck()
    await fieldHolds(box('Nomor HP pengadu'), '')
    await page.getByRole('checkbox', { name: /Nomor HP/ }).check()
    await fieldHolds(box('Nomor HP pengadu'), '0821-3345-4594')
  })

  it('is there after a reload, is saved, and goes to the office once there is a network', async () => {
    await page.reload()
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    for (let n = 0; n < 3; n++) await press('Lanjut')
    await attached().nth(2).waitFor()
    expect(await attached().count()).toBe(3)
    for (let n = 0; n < 3; n++) await page.goBack()
    await save('Jembatan retak')
    await phone.context.setOffline(false)
    await page.getByText(/Sudah sampai di pusat/).waitFor()
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, 'Jembatan retak')
    await desk.getByText('Pesan dikirim').first().waitFor()
    await desk
      .getByText(/Tolong dicek/)
      .first()
      .waitFor()
    await desk
      .getByRole('button', { name: /^Foto 1 dari 2/ })
      .first()
      .waitFor()
  })

  it('twice is told, and leads to what became of it', async () => {
    const message = { text: '[13/11 10.00] Bu Contoh: Lampu mati.' }
    await share(message)
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    const first = page.url()
    await page.waitForFunction(nothingWaits)
    await share(message)
    await page.getByText(/Kiriman yang sama sudah pernah dicatat baru saja/).waitFor()
    await page.getByRole('link', { name: 'Buka yang sudah ada' }).click()
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    expect(page.url()).toBe(first)
    await save('Lampu mati')
    await share(message)
    const again = page.getByText(/1 kiriman|Kiriman yang sama/)
    await again.first().waitFor()
    await page.getByRole('link', { name: 'Buka yang sudah ada' }).click()
    await page.getByRole('heading', { name: 'Lampu mati' }).first().waitFor()
    await page.getByRole('link', { name: /1 kiriman dari aplikasi lain menunggu/ }).click()
    await press('Buang kiriman')
    await press('Ya, buang')
    await page.getByText('Tidak ada kiriman yang menunggu').waitFor()
  })
})

describe('a text of 50,000 characters', () => {
  const text = 'Jalan rusak sejak lama, tolong. '.repeat(1_563).slice(0, 49_990) + ' Selesai.'

  it('is kept whole: the description, and notes on the same case', async () => {
    await share({ text })
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    await press('Lanjut')
    await press('Lanjut')
    const [words, rest] = [await box('Uraian').inputValue(), await box('Lanjutan pesan').inputValue()]
    expect(words.length).toBeLessThanOrEqual(20_000)
    // Compared as one word: a difference would print all of it.
    expect(bare(words + rest) === bare(text)).toBe(true)
    await page.goBack()
    await page.goBack()
    await save('Pesan panjang')
    await page.getByText(/Sudah sampai di pusat/).waitFor()
    await page.getByRole('link', { name: 'Buka aduan ini' }).click()
    await person.inThread(page, 'Selesai.').waitFor()
  })
})

describe('Tempel dari WhatsApp', () => {
  it('reads the same message where nothing can be shared', async () => {
    await page.goto(`${server.url}/catat/tempel-1`)
    await press('Tempel dari WhatsApp')
    await press('Pakai pesan ini')
    await page.getByText('Tempel dulu pesannya di kotak ini.').waitFor()
    await box('Isi pesan').fill('12/11/25 09.30 - Pak Contoh: Pohon roboh\nmenutup jalan')
    await press('Pakai pesan ini')
    await fieldHolds(box('Nama pengadu'), 'Pak Contoh')
    await page.getByText(/Dikirim 12 November 2025, 09\.30 WIB/).waitFor()
    await press('Lanjut')
    await press('Lanjut')
    await fieldHolds(box('Uraian'), 'Pohon roboh\nmenutup jalan')
  })

  it('is at the desk too', async () => {
    await desk.goto(`${server.url}/catat/tempel-2`)
    await desk.getByRole('button', { name: 'Tempel dari WhatsApp' }).click()
    await desk
      .getByRole('textbox', { name: 'Isi pesan' })
      .fill('Subjek: Bantuan\nDari: Bu Contoh <bu@contoh.id>\n\nBelum dapat.')
    await desk.getByRole('button', { name: 'Pakai pesan ini' }).click()
    await fieldHolds(desk.getByRole('textbox', { name: 'Obyek pengaduan' }), 'Bantuan')
    await desk.getByRole('radio', { name: 'Email', exact: true, checked: true }).first().waitFor()
  })
})

describe('on a full disk', () => {
  it('is told with what to do, what was typed before stays, and it is taken once there is room', async () => {
    const full = (devices.full = new TestDevice(server.url, PHONE, { within: sharedBrowser }))
    page = await full.start('/daftar')
    await smallStorage(full)
    await person.enrol(page, server.url, await codeFor(kasi))
    await full.ready(page)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await box('Nama pengadu').fill('Warga Setengah')
    await page.goto(`${server.url}/tugas`)
    await page.getByText('Draf belum disimpan').waitFor()
    await fillUp(page, [60_000, 10_000, 1_000])
    const text = `[12/11 09.30] Bu Contoh: ${'Pohon roboh menutup jalan. '.repeat(400)}`
    await share({ text }, full)
    await page
      .getByText(/Kiriman ini belum tersimpan: penyimpanan HP penuh\. Hapus foto .* bagikan sekali lagi/)
      .waitFor()
    await page.goto(`${server.url}/tugas`)
    await page.getByRole('link', { name: /Warga Setengah/ }).click()
    await fieldHolds(box('Nama pengadu'), 'Warga Setengah')
    const code = await codeFor(kadus)
    await page.goto(`${server.url}/daftar#${code}`)
    await press('Daftarkan HP ini')
    await page.getByText(/Penyimpanan penuh, .* Kode Anda belum terpakai/).waitFor()
    expect(await server.office.desk.codes.spend(code)).toMatchObject({ ok: true })
    await makeRoom(full)
    await share({ text }, full)
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
  })
})

describe('on a phone that several officers share', () => {
  it('asks who takes it down, and it becomes a draft of that one alone', async () => {
    await person.enrol(phone.page!, server.url, await codeFor(kasi))
    await share({ title: 'Bantuan belum datang', text: 'Sudah tiga bulan.' })
    await page.getByRole('heading', { name: 'Siapa yang mencatat kiriman ini?' }).waitFor()
    await press('Kadus Anggrek')
    await page.getByRole('heading', { name: 'Terisi dari kiriman' }).waitFor()
    await page.getByRole('radio', { name: 'Email', checked: true }).first().waitFor()
    await page.goto(`${server.url}/saya`)
    await page.getByText('Belum selesai ditulis').waitFor()
    await press('Ganti pengguna')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Kasi Contoh/ })
      .click()
    await page.getByText('Sekarang dipakai oleh Kasi Contoh.').waitFor()
    await page.getByText('Belum selesai ditulis').waitFor({ state: 'detached' })
  })

  it('wrote nothing to the console that a developer would have to look at', () => {
    expect(Object.values(devices).flatMap(({ errors }) => errors)).toEqual([])
  })
})
