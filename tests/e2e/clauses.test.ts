/** Each clause of the village's procedure (SOP, 4 November 2024) as one test, acted by those whom it names. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kades, kadus, kasi, kaur, sekdes, staf] = Array.from({ length: 7 }, (_, n) =>
  officer(n + 1),
) as [string, string, string, string, string, string, string]
const TODAY = dayOf(new Date().toISOString())
const AT_THE_DOOR = 'Jembatan bambu lapuk'
const ANSWER = 'Jembatan sudah diganti bersama warga.'
/** What came by each channel of clause C2: the channel on the screen → what the complaint is about. */
const CHANNELS: Record<string, string> = {
  'Tatap muka': 'Antrean surat lama',
  'Kotak pengaduan': 'Sampah di sungai',
  'HP/WA': 'Air keruh',
  Email: 'Data bantuan keliru',
}
/** A red dot as PNG. */
const CREST = {
  name: 'lambang.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
    'base64',
  ),
}
const FROM_THE_SITE = 'Lampu jalan mati'

describe('the procedure of the village', () => {
  let server: TestServer
  let office: TestDevice, head: TestDevice, field: TestDevice, section: TestDevice
  let desk: Page, chief: Page, phone: Page, other: Page
  let path = ''
  const all = () => ({ office, head, field, section })

  const enrolled = (device: TestDevice, who: string) => person.start(device, server, who)
  const row = (subject: string) => desk.getByRole('row', { name: new RegExp(subject) })
  const intake = async (subject: string) => {
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, subject)
  }

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
      { id: kades, name: 'Kades Contoh', position: 'kepalaDesa' },
      { id: sekdes, name: 'Sekdes Contoh', position: 'sekretarisDesa' },
      { id: kasi, name: 'Kasi Contoh', position: 'kasiPelayanan' },
      { id: kaur, name: 'Kaur Contoh', position: 'kaurKeuangan' },
      { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
      { id: staf, name: 'Staf Contoh', position: 'stafKasi' },
    )
    await server.set('profile', { name: 'Contohrejo', phone: '+6281200000001' })
    await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
    office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
    head = new TestDevice(server.url, undefined, { within: sharedBrowser })
    field = new TestDevice(server.url, undefined, { within: sharedBrowser })
    section = new TestDevice(server.url, undefined, { within: sharedBrowser })
    ;[desk, chief, phone, other] = await Promise.all([
      enrolled(office, petugas),
      enrolled(head, kades),
      enrolled(field, kadus),
      enrolled(section, kasi),
    ])
    await field.ready(phone)
  }, 120_000)
  afterAll(async () => {
    await Promise.all(Object.values(all()).map((device) => device?.dispose()))
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(all())
  })

  it('B. the complaint has a complainant with name, address and phone, and a clear object; what is missing comes later', async () => {
    await field.context.setOffline(true)
    await phone.goto(`${server.url}/tugas`)
    await person.capture(phone, {
      name: 'Warga Contoh',
      subject: AT_THE_DOOR,
      description: 'Anak-anak lewat setiap hari.',
      dusun: 'Anggrek',
    })
    await phone
      .getByText(/Belum lengkap/)
      .first()
      .waitFor()
    await field.context.setOffline(false)
    await person.allSent(phone)
    await intake(AT_THE_DOOR)
    path = new URL(desk.url()).pathname
    await desk
      .getByText(/alamat dan nomor HP/i)
      .first()
      .waitFor()
    await person.act(desk, 'Minta kelengkapan', 'Simpan permintaan', async (form) => {
      await form.getByRole('textbox', { name: 'Apa yang diminta?' }).fill('Alamat dan nomor HP-nya?')
      await form.getByRole('radio', { name: /^Petugas di lapangan/ }).check()
      await form.getByRole('combobox').selectOption({ label: 'Kasi Contoh, Kasi Pelayanan' })
    })
    await desk.getByText('Menunggu Kasi Contoh menanyakan ke pengadu').first().waitFor()
    // Whoever is asked holds the case for that alone.
    await other.goto(`${server.url}/tugas`)
    await other.getByRole('heading', { name: /^Tanyakan ke pengadu/ }).waitFor()
    await other.getByText('Alamat dan nomor HP-nya?').first().waitFor()
    await person.openCase(other, AT_THE_DOOR)
    await other.getByText('Warga Contoh').first().waitFor()
    await other.getByRole('button', { name: 'Isi jawabannya' }).click()
    const form = other.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Alamat pengadu' }).fill('RT 001 RW 001')
    await form.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill('0812 0000 0002')
    await form.getByRole('button', { name: 'Simpan', exact: true }).click()
    await other.getByText('Aduan ini tidak ada di HP ini').first().waitFor()
    await desk.getByText('0812-0000-0002').first().waitFor()
    // The phone sends two entries: who it is, and that it is known now. They may come one by one.
    await person.inThread(desk, 'Identitas dilengkapi.').waitFor()
    await person.verify(desk)
  })

  it('C. it may come directly or through others, by each of the five channels', async () => {
    for (const [channel, subject] of Object.entries(CHANNELS)) {
      await desk.goto(`${server.url}/catat`)
      await desk.getByRole('radio', { name: channel, exact: true }).check()
      if (channel === 'Kotak pengaduan') await desk.getByLabel('Tanggal kotak dibuka').fill(TODAY)
      if (channel === 'HP/WA') await desk.getByRole('radio', { name: 'Ketua RT/RW' }).check()
      await desk.getByRole('textbox', { name: 'Nama pengadu' }).fill('Ibu Misal')
      await desk.getByRole('textbox', { name: 'Alamat pengadu' }).fill('RT 002 RW 001')
      await desk.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill('0812 0000 0003')
      await person.fillWhat(desk, { subject, description: 'Sudah lama begini.' })
      await desk.getByRole('button', { name: 'Simpan aduan' }).click()
      await person.receiptCode(desk)
    }
    const site = await office.tab('/lapor')
    await person.reportOnSite(site, {
      name: 'Bapak Umpama',
      phone: '0812 0000 0004',
      subject: FROM_THE_SITE,
      description: 'Gelap.',
    })
    await site.close()
  })

  it('D1. the petugas pengelola receives all of them', async () => {
    await desk.goto(`${server.url}/aduan-masuk`)
    for (const subject of [AT_THE_DOOR, FROM_THE_SITE, ...Object.values(CHANNELS)])
      await desk
        .getByRole('link', { name: new RegExp(subject) })
        .first()
        .waitFor()
  })

  it('D2. they are written into the book with a number, and distributed to those who answer', async () => {
    await intake(FROM_THE_SITE)
    await person.inThread(desk, 'Gelap.').waitFor()
    const intoTheBook = desk.getByRole('button', { name: 'Catat ke buku' })
    await intoTheBook.click()
    // The numbers of others stand beside it: that it is written shows by what is not to be done any more.
    await intoTheBook.waitFor({ state: 'detached' })
    await desk
      .getByText(/\d{3}\/ADU\//)
      .first()
      .waitFor()
    await intake(AT_THE_DOOR)
    await person.assign(desk, 'Kadus Anggrek', 'Periksa dan pasang tanda bahaya')
    await desk.goto(`${server.url}/buku`)
    for (const subject of [AT_THE_DOOR, FROM_THE_SITE, ...Object.values(CHANNELS)])
      await row(subject)
        .filter({ hasText: /\d{3}\/ADU\// })
        .waitFor()
    await desk.goto(`${server.url}/cetak/disposisi/${path.split('/').at(-1)}`)
    await desk.getByText('Periksa dan pasang tanda bahaya').first().waitFor()
    await phone.goto(`${server.url}/tugas`)
    await person.take(phone)
  })

  it('D3. it is coordinated with the liaison officer, and a meeting is called and minuted', async () => {
    await desk.goto(server.url + path)
    await person.callMeeting(desk, TODAY, 'Kadus Anggrek')
    await phone.goto(`${server.url}/rapat`)
    await phone
      .getByRole('link', { name: new RegExp(AT_THE_DOOR) })
      .first()
      .click()
    await person.takeMinutes(phone, 'Warga sepakat kerja bakti', 'Ganti bambu hari Minggu')
    await desk.goto(server.url + path)
    await person.inThread(desk, 'Ganti bambu hari Minggu').waitFor()
  })

  it('E, F. liaison officers receive, coordinate, consult and follow up, towards the village and the agencies above it', async () => {
    await phone.goto(server.url + path)
    for (const [how, text] of [
      ['Koordinasi dengan…', 'Karang Taruna siap membantu'],
      ['Konsultasi dengan…', 'Kecamatan menyarankan kayu'],
    ] as const)
      await person.act(phone, 'Tindak lanjut', 'Simpan', async (form) => {
        await form.getByRole('radio', { name: how }).check()
        await form.getByLabel('Dengan siapa?').fill('Ketua Karang Taruna')
        await form.getByRole('textbox', { name: 'Apa yang sudah dikerjakan?' }).fill(text)
      })
    await person.act(phone, 'Teruskan ke instansi', 'Simpan', async (form) => {
      await form.getByRole('combobox', { name: 'Instansi' }).selectOption('Kecamatan')
      await form.getByRole('textbox', { name: 'Apa yang diminta?' }).fill('Bantuan kayu')
    })
    await desk.goto(server.url + path)
    await desk.getByText('Menunggu instansi').first().waitFor()
    await person.act(desk, 'Catat balasan instansi', 'Simpan', (form) =>
      form.getByRole('textbox', { name: 'Isi balasan' }).fill('Kayu dikirim hari Senin'),
    )
    for (const text of [
      'Karang Taruna siap membantu',
      'Kecamatan menyarankan kayu',
      'Kayu dikirim hari Senin',
    ])
      await person.inThread(phone, text).waitFor()
    await intake('Air keruh')
    await person.verify(desk)
    await desk.getByRole('button', { name: 'Lainnya' }).click()
    const menu = desk.getByRole('dialog')
    await menu.getByRole('button', { name: 'Disposisikan' }).click()
    await person.showAll(menu, person.ALL_OFFICERS)
    for (const name of ['Sekdes', 'Kasi', 'Kaur', 'Kadus', 'Staf']) {
      const offered = menu.getByRole('radio', { name: new RegExp(`^${name} `) })
      await expect.poll(() => offered.count(), person.PATIENCE).toBe(1)
    }
    await desk.keyboard.press('Escape')
    await person.closed(menu)
    await person.assign(desk, 'Kasi Contoh')
    await other.goto(`${server.url}/tugas`)
    await other.getByText('Air keruh').first().waitFor()
  })

  it('D4. the result is told to the complainant and to whom it concerns, and the case ends with an outcome', async () => {
    await desk.goto(server.url + path)
    await person.act(desk, 'Tambah pihak terkait', 'Simpan', (form) =>
      form.getByRole('textbox', { name: 'Nama atau sebutan' }).fill('Ketua RT 01'),
    )
    await person.answer(desk, ANSWER)
    await desk.getByRole('link', { name: /Belum disampaikan/ }).click()
    await desk.getByText('Ketua RT 01').first().waitFor()
    await desk.getByRole('button', { name: /^Tandai sudah disampaikan ?, Ketua RT 01/ }).click()
    const form = desk.getByRole('dialog')
    await form.getByRole('radio', { name: 'Bertemu langsung' }).check()
    await form.getByRole('button', { name: 'Tandai sudah disampaikan' }).click()
    await person.closed(form)
    await desk.goto(server.url + path)
    await person.act(desk, 'Tanggapan pengadu', 'Simpan', (form) =>
      form.getByRole('radio', { name: 'Puas', exact: true }).check(),
    )
    await person.close(desk, 'Ditindaklanjuti')
    await person.inThread(phone, ANSWER).waitFor()
  })

  it('A, G. every complaint goes through the flow to a recorded outcome, and nothing leaves the book', async () => {
    await intake('Antrean surat lama')
    await person.act(desk, 'Dicabut pengadu', 'Ya, dicabut pengadu', (form) =>
      form.getByRole('textbox').first().fill('Sudah dilayani'),
    )
    await intake('Sampah di sungai')
    await person.act(desk, 'Batalkan nomor', 'Batalkan nomor ini', (form) =>
      form.getByRole('textbox').first().fill('Salah catat'),
    )
    await intake('Data bantuan keliru')
    await person.act(desk, 'Bukan wewenang desa', 'Akhiri: bukan wewenang', (form) =>
      form.getByRole('textbox', { name: 'Ke mana pengadu sebaiknya pergi?' }).fill('Dinas Sosial'),
    )
    await desk.goto(`${server.url}/buku`)
    for (const [subject, status] of [
      [AT_THE_DOOR, 'Selesai'],
      ['Antrean surat lama', 'Dicabut'],
      ['Sampah di sungai', 'Dibatalkan'],
      ['Data bantuan keliru', 'Bukan wewenang'],
    ] as const)
      await row(subject)
        .filter({ hasText: status })
        .filter({ hasText: /\d{3}\/ADU\// })
        .waitFor()
    for (const device of Object.values(all())) expect(device.errors).toEqual([])
  })

  it('D5. it is documented, and the Kepala Desa has the book and the figures', async () => {
    await chief.goto(`${server.url}/ringkasan`)
    await chief.getByRole('heading', { name: 'Ringkasan', exact: true }).waitFor()
    await chief.goto(`${server.url}/pengaturan/kop-surat`)
    await chief.locator('input[type=file]').setInputFiles({ ...CREST, buffer: Buffer.from('bukan gambar') })
    await chief.getByText('Berkas ini bukan gambar yang bisa dibaca.', { exact: false }).waitFor()
    await chief.locator('input[type=file]').setInputFiles(CREST)
    await chief.getByRole('img', { name: 'Lambang daerah' }).waitFor()
    await chief.getByRole('button', { name: 'Simpan', exact: true }).click()
    await chief.waitForURL(/\/pengaturan$/)
    await chief.goto(server.url + path.replace('/aduan/', '/cetak/disposisi/'))
    await chief.getByRole('img', { name: 'Lambang daerah' }).first().waitFor()
    await chief.goto(`${server.url}/cetak/buku`)
    await chief.getByText(AT_THE_DOOR).first().waitFor()
    await chief.getByText('BATAL').first().waitFor()
  })
})
