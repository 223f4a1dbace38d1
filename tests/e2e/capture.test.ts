/** Catat as people use it: the phone's Back button, half-written complaints, a wrong number, and what comes after saving. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { draftsKept, fieldHolds } from './drafts.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)]

let server: TestServer
let phone: TestDevice
let page: Page

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    // Without a desk the Kadus would be it.
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  phone = new TestDevice(server.url, undefined, { within: sharedBrowser })
  page = await phone.start()
  const { code } = await server.office.desk.codes.make({ officer: kadus, validFor: 600_000 })
  await person.enrol(page, server.url, code)
  await tasks()
})
afterAll(async () => {
  await phone?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ capture: phone })
})

const tasks = () => page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
const step = (name: string) => page.getByRole('heading', { name, level: 2 }).waitFor()
const next = () => page.getByRole('button', { name: 'Lanjut' }).click()
const open = () => page.getByRole('link', { name: 'Catat', exact: true }).click()
const name = () => page.getByRole('textbox', { name: 'Nama pengadu' })
const number = () => page.getByRole('textbox', { name: 'Nomor HP pengadu' })

describe('the phone’s Back button in Catat', () => {
  it('goes one step back each time, and leaves the form only from the first step', async () => {
    await open()
    await step('Siapa?')
    await next()
    await step('Di mana?')
    await next()
    await step('Apa?')
    await page.goBack()
    await step('Di mana?')
    await page.goBack()
    await step('Siapa?')
    await page.goBack()
    await tasks()
  })

  it('leaves no draft behind where nothing was filled in', async () => {
    expect(await draftsKept(page)).toBe('[]')
    expect(await page.getByText('Draf belum disimpan').count()).toBe(0)
    await open()
    await step('Siapa?')
    await name().fill('Warga')
    await name().fill('')
    await page.goBack()
    await tasks()
    expect(await draftsKept(page)).toBe('[]')
    await page.goto(`${server.url}/saya`)
    await page.getByText('Semua catatan sudah tersimpan di pusat.').waitFor()
    expect(await page.getByText('Belum selesai ditulis').count()).toBe(0)
    await page.goto(`${server.url}/tugas`)
  })

  it('keeps what was filled in, offers to go on with it, and goes on where it stood', async () => {
    await open()
    await name().fill('Warga Misal')
    await next()
    await page.getByLabel('Anggrek', { exact: true }).check()
    await page.goBack()
    await page.goBack()
    await page.getByText('Draf belum disimpan').waitFor()
    await open()
    await page.getByText('Masih ada aduan yang belum selesai dicatat.').waitFor()
    await page.getByRole('link', { name: /Warga Misal/ }).click()
    await step('Siapa?')
    await next()
    await page.getByRole('radio', { name: 'Anggrek', exact: true, checked: true }).waitFor()
    await page.reload()
    await step('Di mana?')
    await page.goBack()
    await step('Siapa?')
  })
})

describe('a phone number that cannot be read', () => {
  it('is told when its field is left', async () => {
    await number().fill('0812')
    await number().blur()
    await page.getByText(/kurang lengkap, baru 4 angka\. Tanyakan lagi ke pengadu/).waitFor()
    await number().fill('nol delapan')
    await number().blur()
    await page.getByText(/berisi huruf\. Tulis angkanya saja/).waitFor()
  })

  it('is told on the way to the next step, once, and blocks nobody', async () => {
    await number().fill('0812')
    await next()
    await page.getByText(/kurang lengkap, .*lanjutkan saja; aduan tetap bisa disimpan/).waitFor()
    await next()
    await step('Di mana?')
  })
})

describe('a saved complaint', () => {
  it('says by itself that it has reached the centre, with its number, once there is a network again', async () => {
    await phone.ready(page)
    await phone.context.setOffline(true)
    await next()
    await person.fillWhat(page, { subject: 'Lampu mati', description: 'Sejak kemarin malam gelap.' })
    await next()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await person.receiptCode(page)
    await page.getByText('Tersimpan di HP ini. Terkirim sendiri saat ada internet.').waitFor()
    await page.getByText('Tanpa internet: 1 catatan belum terkirim').waitFor()
    await phone.context.setOffline(false)
    await page.getByText(/Sudah sampai di pusat · nomor 001\/ADU\//).waitFor()
  })

  it('says what stays filled in for the next one, and keeps it', async () => {
    await page.getByText('Pengadu lain. Tempat tetap terisi: Anggrek.').waitFor()
    await page.getByText('Nama dan nomor HP Warga Misal tetap terisi.').waitFor()
    await page.getByRole('button', { name: 'Orang yang sama, aduan lain' }).click()
    await step('Di mana?')
    await page.goBack()
    await step('Siapa?')
    await fieldHolds(name(), 'Warga Misal')
  })

  it('is not led into again by Back', async () => {
    await next()
    await next()
    await person.fillWhat(page, { subject: 'Got mampat', description: 'Sejak hujan kemarin.' })
    await next()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await page.getByText(/Sudah sampai di pusat/).waitFor()
    await page.goBack()
    await tasks()
  })

  it('keeps its officer from leaving the phone while it is unsent, before asking, and says what to do', async () => {
    await phone.context.setOffline(true)
    await person.capture(page, {
      name: 'Warga Contoh',
      subject: 'Pohon roboh',
      description: 'Menutup jalan.',
    })
    await page.goto(`${server.url}/saya`)
    await page.getByRole('button', { name: 'Keluar dari HP ini' }).click()
    await page.getByText(/Belum bisa keluar: 1 catatan belum terkirim\. Sambungkan ke internet/).waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await phone.context.setOffline(false)
    await page.getByText(/Belum bisa keluar/).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Keluar dari HP ini' }).click()
    await page.getByRole('dialog', { name: 'Keluar dari HP ini?' }).getByText('Batal').click()
  })

  it('wrote nothing to the console that a developer would have to look at', () => {
    expect(phone.errors).toEqual([])
  })
})
