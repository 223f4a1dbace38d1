/** The PIN: the screen closes and holds nothing readable, work goes on behind it, and wrong ones wait but destroy nothing. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'
import { axeFaults, darkFaults, sizeFaults } from './screens/checks.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus, staf] = [officer(1), officer(2), officer(3)] as [string, string, string]
const NAME = 'Kadus Anggrek'

let server: TestServer
let phone: TestDevice
let page: Page

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = () => page.getByLabel('PIN', { exact: true })
const saya = () => page.goto(`${server.url}/saya`)
const locked = () => page.getByRole('heading', { name: 'Terkunci' }).waitFor()
const opened = () => page.getByRole('heading', { name: 'Terkunci' }).waitFor({ state: 'detached' })
const wait = (minutes: number) => page.clock.fastForward(minutes * 60_000 + 2_000)

async function give(digits: string): Promise<void> {
  await field().fill(digits)
  await button('Buka').click()
}

async function choose(fresh: string, again = fresh): Promise<void> {
  await page.getByLabel('PIN baru', { exact: true }).fill(fresh)
  await page.getByLabel('PIN baru sekali lagi').fill(again)
  await button('Simpan PIN').click()
}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: NAME, position: 'kepalaDusun', dusun: 'Anggrek' },
    { id: staf, name: 'Staf Contoh', position: 'stafKasi' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  phone = new TestDevice(server.url, undefined, { within: sharedBrowser })
  page = await phone.start()
  await page.clock.install()
  await person.enrol(page, server.url, await codeFor(staf))
  await person.enrol(page, server.url, await codeFor(kadus))
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  await phone.ready(page)
})
afterAll(async () => {
  await phone?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ pin: phone })
})

describe('setting a PIN', () => {
  it('says what is wrong with one, and then asks for it at once where one wants to', async () => {
    await saya()
    await button('Pasang PIN').click()
    await choose('12')
    await page.getByText('PIN terdiri dari 4 sampai 6 angka.').waitFor()
    await choose('4711', '4712')
    await page.getByText('Kedua PIN tidak sama. Ketik sekali lagi.').waitFor()
    await choose('4711')
    await page.getByText(/^PIN terpasang\. Ditanyakan .* 5 menit tidak dipakai\.$/).waitFor()
    await button('Kunci sekarang').click()
    await locked()
    await page.getByText(NAME).waitFor()
    await give('4711')
    await button('Kunci sekarang').waitFor()
  })

  it('is asked for when the app is opened anew, and not when the page is only loaded anew', async () => {
    await page.reload()
    await button('Kunci sekarang').waitFor()
    await page.close()
    page = await phone.tab('/saya')
    await locked()
    await give('4711')
    await button('Kunci sekarang').waitFor()
  })
})

describe('the locked screen', () => {
  it('closes in mid-word after idle time, holds nothing readable, and what is unsent goes on its way', async () => {
    await phone.context.setOffline(true)
    await page.goto(`${server.url}/tugas`)
    await person.capture(page, { name: 'Bu Rahasia', subject: 'Jembatan lapuk', description: 'Papan patah.' })
    await page.goto(`${server.url}/catat/uji`)
    await page.getByRole('textbox', { name: 'Nama pengadu' }).pressSequentially('Pak Setengah Ka')
    await wait(5)
    await locked()
    expect(await page.locator('html').innerHTML()).not.toMatch(/Rahasia|Setengah|Jembatan|Contohrejo/)
    await phone.context.setOffline(false)
    const arrived = async () => (await server.archive.register(petugas)).cases.map(({ subject }) => subject)
    await vi.waitUntil(async () => (await arrived()).includes('Jembatan lapuk'), { timeout: 30_000 })
    await locked()
  })

  it('has nothing for axe to complain of, also in the dark and with large text', async () => {
    expect(await axeFaults(page)).toEqual([])
    expect(await darkFaults(page)).toEqual([])
    expect(await sizeFaults(page)).toEqual([])
  })

  it('gives back what was half written', async () => {
    await give('4711')
    await opened()
    await page.waitForFunction(() => document.querySelector('input')?.value === 'Pak Setengah Ka')
  })

  it('stays open while somebody uses the page', async () => {
    await page.clock.fastForward(4 * 60_000)
    await page.getByRole('textbox', { name: 'Nama pengadu' }).press('k')
    await page.clock.fastForward(4 * 60_000)
    await page.getByRole('textbox', { name: 'Nama pengadu' }).waitFor()
  })
})

describe('a wrong PIN', () => {
  it('makes wait a minute, also over a reload and with the clock put on while one looks', async () => {
    await saya()
    await button('Kunci sekarang').click()
    await give('0000')
    await page.getByText('PIN salah. Coba lagi sesudah 1 menit.').waitFor()
    expect(await field().count()).toBe(0)
    await page.clock.setSystemTime(Date.now() + 86_400_000)
    await page.clock.runFor(3_000)
    await page.getByText(/^Tunggu \d+ detik lagi\.$/).waitFor()
    expect(await field().count()).toBe(0)
    await page.clock.setSystemTime(Date.now() + 500_000)
    await page.reload()
    await page.getByText(/^Tunggu (1 menit|\d+ detik) lagi\.$/).waitFor()
    expect(await field().count()).toBe(0)
    await wait(1)
    await field().waitFor()
  })

  it('makes wait five and then fifteen, and loses nothing', async () => {
    await give('0001')
    await page.getByText('PIN salah. Coba lagi sesudah 5 menit.').waitFor()
    await wait(4)
    expect(await field().count()).toBe(0)
    await wait(1)
    await give('0002')
    await page.getByText('PIN salah. Coba lagi sesudah 15 menit.').waitFor()
    await wait(15)
    await give('4711')
    await opened()
    await page.getByText('Belum selesai ditulis').waitFor()
  })
})

describe('Ganti pengguna', () => {
  const user = (name: string) => page.getByRole('button', { name: new RegExp(name) })

  it('opens an officer without a PIN at once, and asks one who has it', async () => {
    await button('Ganti pengguna').click()
    await user('Staf Contoh').click()
    await page.getByText('Sekarang dipakai oleh Staf Contoh.').waitFor()
    await button('Pasang PIN').waitFor()
    await button('Ganti pengguna').click()
    await user(NAME).click()
    await locked()
    expect(await page.locator('body').innerText()).not.toMatch(/Jembatan|Setengah/)
    await give('4711')
    await button('Kunci sekarang').waitFor()
  })

  it('is there on the locked screen as well: somebody else may need the device', async () => {
    await button('Kunci sekarang').click()
    await user('Staf Contoh').click()
    await button('Pasang PIN').waitFor()
    await page.reload()
    await button('Pasang PIN').waitFor()
    await button('Ganti pengguna').click()
    await user(NAME).click()
    await locked()
  })
})

describe('a forgotten PIN', () => {
  it('goes by a new link from the office, and drafts stay', async () => {
    await page.getByText('Lupa PIN?').click()
    await page.getByText(/^Mintalah tautan atau kode pendaftaran baru/).waitFor()
    await person.enrol(page, server.url, await codeFor(kadus))
    await saya()
    await button('Pasang PIN').waitFor()
    await page.getByText('Belum selesai ditulis').waitFor()
  })

  it('is not needed to remove one that is known', async () => {
    await button('Pasang PIN').click()
    await choose('654321')
    await button('Hapus PIN').click()
    await page.getByLabel('PIN sekarang').fill('654321')
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus PIN' }).click()
    await button('Pasang PIN').waitFor()
    expect(phone.errors).toEqual([])
  })
})
