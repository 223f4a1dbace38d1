/** What a phone goes through: a full disk, a wrong clock, two tabs, an update. Nothing saved is lost. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { TestDevice } from '../support/browser.ts'
import { fillUp, makeRoom, smallStorage } from '../support/full-disk.ts'
import { draftHolds, fieldHolds } from './drafts.ts'
import * as person from './person.ts'
import { axeFaults, sizeFaults } from './screens/checks.ts'
import { bar, kadus, save, Troubled } from './troubled.ts'

const YEAR_MS = 365 * 86_400_000

const village = new Troubled()
beforeAll(() => village.begin())
afterAll(() => village.end())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await village.picture()
})

describe('on a full disk', () => {
  it('a keystroke and an entry that find no room are told, stay on the screen, and are saved when there is room', async () => {
    const journal = await village.give('Talud longsor')
    const device = await village.phone('full', smallStorage)
    const page = device.page!
    await person.openCase(page, 'Talud longsor')
    await person.followUp(page, 'Sudah dilihat')
    await fillUp(page, [60_000, 10_000, 1_000])
    const text = 'Diukur bersama warga. '.repeat(60).trim()
    await bar(page).fill(text)
    await page.getByText(/Penyimpanan HP penuh, jadi yang Anda ketik belum tersimpan\. .*Hapus/).waitFor()
    await save(page)
    await page.getByText(/Penyimpanan HP penuh\. Hapus beberapa foto/).waitFor()
    expect(await bar(page).inputValue()).toBe(text)
    await person.inThread(page, 'Sudah dilihat').waitFor()
    await makeRoom(device)
    await page.getByText(/Penyimpanan HP penuh, jadi/).waitFor({ state: 'detached' })
    await draftHolds(page, text)
    await save(page)
    await expect.poll(() => village.arrived(journal, text), person.PATIENCE).toBe(1)
    expect(await village.arrived(journal, 'Sudah dilihat')).toBe(1)
  })
})

describe('a clock that is years off', () => {
  it.each([
    ['ahead', 5 * YEAR_MS],
    ['behind', -7 * YEAR_MS],
  ])('(%s) is told with what to do; deadlines, ticks and ages are right all the same', async (way, skew) => {
    const subject = `Jembatan rusak ${way}`
    const journal = await village.give(subject)
    const device = await village.phone(`clock-${way}`, async ({ context, page }) => {
      await context.addInitScript(setClock, skew)
      await page!.reload()
    })
    const page = device.page!
    await page.getByText(/Jam HP ini (terlalu cepat|terlambat) [57] tahun\. Betulkan/).waitFor()
    expect([...(await axeFaults(page)), ...(await sizeFaults(page))]).toEqual([])
    const card = page.getByRole('link', { name: new RegExp(subject) }).first()
    await card.waitFor()
    await expect.poll(() => card.textContent(), person.PATIENCE).toMatch(/Sisa 1[0-9] hari kerja/)
    await person.openCase(page, subject)
    await device.context.setOffline(true)
    await person.followUp(page, `Ditulis ${way}`)
    await page
      .getByRole('button', { name: /Masih di HP ini/ })
      .first()
      .waitFor()
    await page.goto(`${village.server.url}/saya`)
    await page
      .getByText(/1 catatan belum terkirim/)
      .first()
      .waitFor()
    await page
      .getByText(/^sejak .* lalu$/)
      .first()
      .waitFor()
    expect(await page.getByText(/tahun lalu/).count()).toBe(0)
    await device.context.setOffline(false)
    await expect.poll(() => village.arrived(journal, `Ditulis ${way}`), person.PATIENCE).toBe(1)
    await page.goto(`${village.server.url}/aduan/${journal}`)
    await person.inThread(page, `Ditulis ${way}`).waitFor()
    await expect
      .poll(() => page.getByRole('button', { name: /Masih di HP ini/ }).count(), person.PATIENCE)
      .toBe(0)
    const wrong = new Date(Date.now() + skew).getFullYear()
    expect(await page.getByText(String(wrong)).count()).toBe(0)
    await device.dispose()
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

describe('two tabs', () => {
  let device: TestDevice
  let one: Page
  let two: Page
  let journal: string

  beforeAll(async () => {
    journal = await village.give('Sampah menumpuk')
    device = await village.phone('tabs')
    one = device.page!
    await person.openCase(one, 'Sampah menumpuk')
    two = await device.tab(`/aduan/${journal}`)
    await bar(two).waitFor()
  })

  it('that write into one draft show the same, and lose no word', async () => {
    await bar(one).fill('Pagi: diangkut')
    await fieldHolds(bar(two), 'Pagi: diangkut')
    await bar(two).fill('Pagi: diangkut separuh. Sore: sisanya')
    await fieldHolds(bar(one), 'Pagi: diangkut separuh. Sore: sisanya')
    await save(one)
    await fieldHolds(bar(two), '')
    await person.inThread(two, 'Sore: sisanya').waitFor()
    await expect.poll(() => village.arrived(journal, 'Sore: sisanya'), person.PATIENCE).toBe(1)
  })

  it('that save into one case at the same time, without a network, have both entries, and both arrive once', async () => {
    await device.context.setOffline(true)
    await bar(one).fill('Dari tab satu')
    await fieldHolds(bar(two), 'Dari tab satu')
    await save(one)
    await fieldHolds(bar(two), '')
    for (let n = 0; n < 2; n++) {
      await two.evaluate(() => new Promise(requestAnimationFrame))
      await Promise.all([joinComplainant(one, `Warga satu ${n}`), followLong(two, `Bersamaan ${n}`)])
    }
    await device.context.setOffline(false)
    for (let n = 0; n < 2; n++) {
      await expect.poll(() => village.arrived(journal, `Bersamaan ${n}`), person.PATIENCE).toBe(1)
      await expect.poll(() => village.arrived(journal, `Warga satu ${n}`), person.PATIENCE).toBe(1)
    }
    for (const page of [one, two]) await person.inThread(page, 'Bersamaan 1').waitFor()
  })

  it('of which one signs out leave both, and nothing comes back to life', async () => {
    await one.goto(`${village.server.url}/saya`)
    await one.getByText('Semua catatan sudah tersimpan di pusat.').waitFor()
    await one.getByRole('button', { name: 'Keluar dari HP ini' }).click()
    await one.getByRole('dialog').getByRole('button', { name: 'Ya, keluar' }).click()
    for (const page of [one, two]) await page.getByRole('button', { name: 'Daftarkan HP ini' }).waitFor()
    const left = () =>
      one.evaluate(
        async (who) => (await indexedDB.databases()).filter(({ name }) => name!.includes(who)),
        kadus,
      )
    await expect.poll(left, person.PATIENCE).toEqual([])
  })

  async function followLong(page: Page, text: string): Promise<void> {
    await person.chooseAct(page, 'Tindak lanjut')
    const form = page.getByRole('dialog')
    await form.getByLabel('Apa yang sudah dikerjakan?').fill(text)
    await form.getByRole('button', { name: 'Simpan', exact: true }).click()
    await person.closed(form)
  }

  async function joinComplainant(page: Page, name: string): Promise<void> {
    await person.chooseAct(page, 'Tambah pengadu lain')
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Nama pengadu' }).fill(name)
    await form.getByRole('button', { name: 'Simpan', exact: true }).click()
    await person.closed(form)
  }
})

describe('a new version', () => {
  it('that comes with a network and is taken without one keeps what is unsent and what is typed, in every tab', async () => {
    const journal = await village.give('Pipa bocor')
    const device = await village.phone('update')
    const one = device.page!
    await person.openCase(one, 'Pipa bocor')
    const two = await device.tab('/catat/catat-dua')
    await two.getByRole('textbox', { name: 'Nama pengadu' }).waitFor()
    publishNewVersion()
    await one.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await one.getByText('Versi baru siap.').waitFor()
    await device.context.setOffline(true)
    await person.followUp(one, 'Belum terkirim')
    await bar(one).fill('Setengah jadi')
    await two.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Setengah')
    await two.getByText(/Versi baru siap\./).waitFor()
    await one.getByText(/1 catatan yang belum terkirim tetap tersimpan/).waitFor()
    await one.getByRole('button', { name: 'Perbarui sekarang' }).click()
    for (const page of [one, two])
      await page.waitForFunction(() => 'baru' in document.documentElement.dataset, undefined, {
        polling: 100,
      })
    await person.inThread(one, 'Belum terkirim').waitFor()
    await fieldHolds(bar(one), 'Setengah jadi')
    await fieldHolds(two.getByRole('textbox', { name: 'Nama pengadu' }), 'Warga Setengah')
    expect(await village.arrived(journal, 'Belum terkirim')).toBe(0)
    await device.context.setOffline(false)
    await expect.poll(() => village.arrived(journal, 'Belum terkirim'), person.PATIENCE).toBe(1)
    expect(device.errors).toEqual([])
    await device.dispose()
  })

  /** What a new build does to the folder: another index.html, named in another service worker. */
  function publishNewVersion(): void {
    const index = join(village.app, 'index.html')
    writeFileSync(index, readFileSync(index, 'utf8').replace('<html', '<html data-baru'))
    const worker = join(village.app, 'sw.js')
    const listed = readFileSync(worker, 'utf8').replace(/(revision"?:\s*")([0-9a-f]+)/g, '$1f$2')
    writeFileSync(worker, listed)
    appendFileSync(worker, '\n// versi baru\n')
  }
})
