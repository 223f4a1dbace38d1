/** From `npm start` on an empty folder to the first complaint that is closed, by what people read on their screens. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { Installed } from '../support/installed.ts'
import * as person from './person.ts'

const SUBJECT = 'Saluran air mampat'
const KADUS = 'Bapak Contoh Kadus'

describe('an empty village', () => {
  let village: Installed
  let computer: TestDevice, phone: TestDevice, spare: TestDevice
  let desk: Page, field: Page
  let first: string, second: string

  beforeAll(async () => {
    village = await Installed.build()
    computer = new TestDevice(village.url, DESKTOP, { within: sharedBrowser })
    phone = new TestDevice(village.url, undefined, { within: sharedBrowser })
    spare = new TestDevice(village.url, undefined, { within: sharedBrowser })
  })
  afterAll(async () => {
    await Promise.all([computer, phone, spare].map((device) => device?.dispose()))
    await village?.dispose()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ computer, phone, spare })
  })

  it('lets its first officer in by the link that the first start prints', async () => {
    await village.start()
    first = await village.firstCode()
    desk = await computer.start()
    await person.enrol(desk, village.url, first)
    await desk.getByRole('heading', { name: 'Siapkan desa Anda' }).waitFor()
    await computer.ready(desk)
  })

  it('leads them through Pengaturan: the village, their own name, a dusun with RW and RT', async () => {
    await desk.getByRole('link', { name: /Isi data desa/ }).click()
    await desk.getByLabel('Nama desa').fill('Contohrejo')
    await desk.getByRole('button', { name: 'Simpan' }).click()
    await desk.getByRole('link', { name: /Isi nama Anda sendiri/ }).click()
    await desk.getByLabel('Nama lengkap').fill('Ibu Contoh Pengelola')
    await desk.getByRole('button', { name: 'Simpan' }).click()
    await desk.getByRole('link', { name: /Isi dusun, RW, dan RT/ }).click()
    await desk.getByRole('button', { name: 'Tambah dusun' }).click()
    const form = desk.getByRole('dialog', { name: 'Tambah dusun' })
    await form.getByLabel('Nama dusun').fill('Karanganyar')
    await form.getByLabel('RW', { exact: true }).fill('001')
    await form.getByLabel('RT di RW ini').fill('1-3')
    await form.getByRole('button', { name: 'Simpan' }).click()
    await desk.getByText('1 RW, 3 RT').waitFor()
  })

  it('adds a Kepala Dusun and shows a link, a QR code and a short code for the phone', async () => {
    await desk.getByRole('link', { name: /Persiapan desa: 3 dari 5/ }).click()
    await desk.getByRole('link', { name: /Tambah petugas dan beri tautan/ }).click()
    await desk.getByRole('button', { name: 'Tambah petugas' }).click()
    const form = desk.getByRole('dialog', { name: 'Petugas baru' })
    await form.getByLabel('Nama lengkap').fill(KADUS)
    await form.getByLabel('Jabatan', { exact: true }).selectOption('Kepala Dusun')
    await form.getByLabel('Dusun', { exact: true }).selectOption('Karanganyar')
    await form.getByRole('button', { name: 'Tambah petugas' }).click()
    await desk.getByRole('heading', { name: KADUS }).waitFor()
    second = await makeCode()
    await desk.getByRole('img', { name: `Kode QR untuk mendaftarkan HP ${KADUS}` }).waitFor()
  })

  async function makeCode(): Promise<string> {
    await desk.getByRole('button', { name: 'Buat tautan pendaftaran' }).click()
    const code = desk.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    await code.waitFor()
    return (await code.textContent())!.trim()
  }

  it('says of a code that was used that it was used', async () => {
    field = await phone.start()
    await field.getByLabel('Kode pendaftaran').fill(first)
    await field.getByRole('button', { name: 'Daftarkan HP ini' }).click()
    await field.getByText(/Kode ini sudah dipakai\. Satu kode hanya untuk satu HP/).waitFor()
  })

  it('takes the Kepala Dusun’s phone in by the short code, typed as people type', async () => {
    await field.getByLabel('Kode pendaftaran').fill(second.toLowerCase().replace('-', ' '))
    await field.getByRole('button', { name: 'Daftarkan HP ini' }).click()
    await field.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await phone.ready(field)
  })

  it('brings the first complaint from the office to the Kepala Dusun', async () => {
    await person.captureAtDesk(desk, {
      name: 'Warga Misal',
      address: 'RT 002 RW 001',
      phone: '0812 0000 0002',
      subject: SUBJECT,
      description: 'Air meluap ke jalan setiap hujan.',
      dusun: 'Karanganyar',
    })
    await desk.getByRole('link', { name: /Desa Anda siap dipakai\. Berikutnya: buka Aduan masuk/ }).click()
    await person.openCase(desk, SUBJECT)
    await person.verify(desk)
    await person.assign(desk, KADUS, 'Mohon dicek hari ini')
    await field.getByText(SUBJECT).first().waitFor()
  })

  it('has it worked on, answered and closed', async () => {
    await person.take(field)
    await person.openCase(field, SUBJECT)
    await field.getByText('Mohon dicek hari ini').first().waitFor()
    await person.followUp(field, 'Saluran sudah dibersihkan bersama warga')
    await person.inThread(desk, 'Saluran sudah dibersihkan bersama warga').waitFor()
    await person.answer(desk, 'Saluran sudah dibersihkan.')
    await person.close(desk, 'Ditindaklanjuti')
    await field.getByText('Selesai').first().waitFor()
    expect(await desk.getByText(/Persiapan desa/).count()).toBe(0)
  })

  it('wrote nothing to the console that a developer would have to look at', () => {
    expect([...computer.errors, ...phone.errors]).toEqual([])
  })

  it('stops cleanly when asked to, and has everything after the next start', async () => {
    await person.allSent(desk)
    await person.allSent(field)
    expect(await village.end('SIGTERM')).toBe(0)
    const again = await village.start()
    await desk.goto(`${village.url}/buku`)
    await desk
      .getByRole('row', { name: new RegExp(SUBJECT) })
      .getByRole('link')
      .click()
    await person.inThread(desk, 'Saluran sudah dibersihkan.').waitFor()
    expect(again.out()).not.toContain('/daftar#')
  })

  it('fills a second phone of the Kepala Dusun from what the centre has', async () => {
    await desk.goto(`${village.url}/pengaturan/petugas`)
    await desk.getByRole('link', { name: new RegExp(KADUS) }).click()
    await person.enrol(await spare.start(), village.url, await makeCode())
    const page = spare.page!
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await page.goto(field.url())
    await person.inThread(page, 'Saluran sudah dibersihkan bersama warga').waitFor()
    await person.inThread(page, 'Saluran sudah dibersihkan.').waitFor()
  })
})
