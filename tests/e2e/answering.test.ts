/** The way of an answer: drafted in the field, sent back, approved by the Kepala Desa, told to everybody, and what comes of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kades, kadus] = [officer(1), officer(2), officer(3)] as [string, string, string]
const SUBJECT = 'Lampu jalan mati'
const ANSWER = 'Lampu sudah diganti hari Senin.'

describe('an answer that the Kepala Desa approves', () => {
  let server: TestServer
  let office: TestDevice, head: TestDevice, field: TestDevice
  let desk: Page, chief: Page, phone: Page
  let path = ''

  const codeFor = async (id: string) =>
    (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
  const form = (page: Page) => page.getByRole('dialog')
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
      { id: kades, name: 'Kades Contoh', position: 'kepalaDesa' },
      { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    )
    await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001'] }] }])
    await server.set('approval', 'kepalaDesa')
    await server.set('templates', { answer: 'Kepada {nama}\n\n{isi}\n\nHormat kami, {desa}' })
    office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
    head = new TestDevice(server.url, undefined, { within: sharedBrowser })
    field = new TestDevice(server.url, undefined, { within: sharedBrowser })
    ;[desk, chief, phone] = await Promise.all([office.start(), head.start(), field.start()])
    await person.enrol(desk, server.url, await codeFor(petugas))
    await person.enrol(chief, server.url, await codeFor(kades))
    await person.enrol(phone, server.url, await codeFor(kadus))
  })
  afterAll(async () => {
    await Promise.all([office, head, field].map((device) => device?.dispose()))
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ office, head, field })
  })

  it('is asked for by the lead, without whom nothing goes out', async () => {
    await person.captureAtDesk(desk, {
      name: 'Bu Darsih',
      address: 'RT 001',
      phone: '0812 0000 0001',
      subject: SUBJECT,
      description: 'Sudah seminggu gelap.',
      dusun: 'Anggrek',
    })
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, SUBJECT)
    path = new URL(desk.url()).pathname
    await person.verify(desk)
    await person.assign(desk, 'Kadus Anggrek')
    await phone.goto(`${server.url}/tugas`)
    await person.take(phone)
    await person.openCase(phone, SUBJECT)
    await button(phone, 'Lainnya').click()
    await form(phone).getByText('Jawaban ini perlu disetujui dulu.', { exact: false }).waitFor()
    await form(phone).getByRole('button', { name: 'Tulis konsep jawaban' }).click()
    await form(phone).getByText('disetujui dulu oleh Kades Contoh', { exact: false }).waitFor()
    await form(phone).getByRole('textbox', { name: 'Isi jawaban' }).fill('Lampu sudah diganti.')
    await form(phone).getByRole('button', { name: 'Mintakan persetujuan' }).click()
    await phone.getByText('Menunggu persetujuan Kades Contoh').first().waitFor()
  })

  it('is sent back with a reason, written anew, and approved', async () => {
    await chief.goto(`${server.url}/aduan-masuk`)
    await chief.getByRole('heading', { name: /^Menunggu persetujuan/ }).waitFor()
    await person.openCase(chief, SUBJECT)
    await person.act(chief, 'Kembalikan konsep', 'Kembalikan konsep', (form) =>
      form.getByRole('textbox', { name: 'Alasan' }).fill('Sebut harinya.'),
    )
    await phone.getByText('Dikembalikan Kades Contoh: Sebut harinya.').first().waitFor()
    await button(phone, 'Ubah konsep').click()
    await form(phone).getByRole('textbox', { name: 'Isi jawaban' }).fill(ANSWER)
    await form(phone).getByRole('button', { name: 'Mintakan persetujuan' }).click()
    await person.closed(form(phone))
    await chief.getByText(ANSWER).first().waitFor()
    await person.act(chief, 'Setujui konsep jawaban', 'Setujui konsep ini')
    await chief.getByText(/^Disetujui Kades Contoh/).waitFor()
  })

  it('lies in Belum disampaikan until everybody whom it concerns has been told, in the village’s words', async () => {
    await person.act(desk, 'Tambah pihak terkait', 'Simpan', (form) =>
      form.getByRole('textbox', { name: 'Nama atau sebutan' }).fill('Ketua RT 01'),
    )
    await desk.getByRole('link', { name: /Belum disampaikan/ }).click()
    await desk.getByText('Jawaban sudah disetujui, belum disampaikan').waitFor()
    await button(desk, /^WhatsApp/).click()
    await form(desk).getByText('Kepada Bu Darsih').waitFor()
    await form(desk).getByText('Jawaban ini sudah disetujui', { exact: false }).waitFor()
    expect(await form(desk).getByRole('textbox', { name: 'Isi jawaban' }).count()).toBe(0)
    await form(desk).getByRole('radio', { name: 'WhatsApp' }).check()
    const link = form(desk).getByRole('link', { name: /WhatsApp/ })
    // In sight with what is done after it, however long the form.
    const inSight = () => link.evaluate((a) => a.getBoundingClientRect().bottom <= innerHeight)
    await expect.poll(inSight, person.PATIENCE).toBe(true)
    expect(decodeURIComponent((await link.getAttribute('href'))!)).toContain(
      `https://wa.me/6281200000001?text=Kepada Bu Darsih\n\n${ANSWER}`,
    )
    await form(desk).getByRole('button', { name: 'Tandai sudah disampaikan' }).click()
    await person.closed(form(desk))
    await button(desk, /^Tandai sudah disampaikan ?, Ketua RT 01/).click()
    await form(desk).getByRole('radio', { name: 'Bertemu langsung' }).check()
    await form(desk).getByRole('button', { name: 'Tandai sudah disampaikan' }).click()
    await desk.getByText('Semua sudah diberi tahu.').waitFor()
  })

  it('that does not content the complainant opens the case again, and is written anew', async () => {
    await phone.goto(server.url + path)
    await phone.getByText('Disampaikan ke pengadu').first().waitFor()
    const unhappy = async (form: Locator) => {
      await form.getByRole('radio', { name: 'Belum puas' }).check()
      await form.getByRole('textbox', { name: 'Kata pengadu' }).fill('Malamnya mati lagi.')
    }
    await person.act(phone, 'Tanggapan pengadu', 'Simpan', unhappy)
    await desk.goto(`${server.url}/aduan-masuk`)
    await desk.getByRole('heading', { name: /^Pengadu belum puas/ }).waitFor()
    await person.openCase(desk, SUBJECT)
    await person.act(desk, 'Tanggapan pengadu', 'Simpan', async (form) => {
      await unhappy(form)
      await form.getByRole('radio', { name: 'Ya, buka kembali' }).check()
    })
    await desk.getByText('Dibuka kembali').first().waitFor()
    await button(desk, 'Lainnya').click()
    await form(desk).getByText('Jawaban ini perlu disetujui dulu.', { exact: false }).waitFor()
    await desk.keyboard.press('Escape')
  })

  it('waits for an agency until a day, and is taken back, mended and voided with its reasons kept', async () => {
    await person.act(desk, 'Teruskan ke instansi', 'Simpan', async (form) => {
      await form.getByRole('combobox', { name: 'Instansi' }).selectOption('PLN')
      await form.getByRole('textbox', { name: 'Apa yang diminta?' }).fill('Ganti trafo')
    })
    await person.act(desk, 'Ingatkan instansi', 'Catat sudah diingatkan', (form) =>
      form.getByRole('radio', { name: 'Telepon' }).check(),
    )
    await desk.getByText('Instansi diingatkan').first().waitFor()
    await desk
      .getByText(/^PLN, diingatkan/)
      .first()
      .waitFor()
    const reason = (text: string) => (form: Locator) => form.getByRole('textbox').first().fill(text)
    await person.act(desk, 'Dicabut pengadu', 'Ya, dicabut pengadu', reason('Sudah terang sendiri'))
    await desk.getByText('Dicabut').first().waitFor()
    await person.act(desk, 'Buka kembali', 'Buka kembali', reason('Salah orang'))
    await person.act(desk, 'Batalkan nomor', 'Batalkan nomor ini', reason('Salah catat'))
    await desk.getByText('Dibatalkan').first().waitFor()
    for (const text of [ANSWER, 'Malamnya mati lagi.', 'Sudah terang sendiri', 'Salah orang', 'Salah catat'])
      await person.inThread(desk, text).waitFor()
    expect([...office.errors, ...head.errors, ...field.errors]).toEqual([])
  })
})
