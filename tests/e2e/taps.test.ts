/** How much it takes to take a complaint down: taps on a phone, counted; and a desk without a mouse. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]

let server: TestServer
const devices: Record<string, TestDevice> = {}

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [
    { name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] },
    { name: 'Melati', rw: [{ rw: '002', rt: ['001'] }] },
  ])
})
afterAll(async () => {
  await Promise.all(Object.values(devices).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(devices)
})

async function open(name: string, who: string, size?: typeof DESKTOP): Promise<Page> {
  const device = (devices[name] = new TestDevice(server.url, size, { within: sharedBrowser }))
  const page = await device.start()
  await person.enrol(
    page,
    server.url,
    (await server.office.desk.codes.make({ officer: who, validFor: 600_000 })).code,
  )
  return page
}

/** A thumb: it touches only what is written on the screen, and counts. */
class Thumb {
  taps = 0
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Each tap, into a field too, counts. */
  async tap(target: Locator): Promise<void> {
    await target.click()
    this.taps++
  }
  press = (name: string) => this.tap(this.page.getByRole('button', { name, exact: true }))
  place = (name: string) => this.tap(this.page.getByRole('link', { name, exact: true }))
  choose = (words: string) => this.tap(this.page.getByText(words, { exact: true }))
  field = (label: string) => this.tap(this.page.getByRole('textbox', { name: label }))
  /** Types where the focus is; the keyboard's own *Berikutnya* goes to the field after it. */
  async type(...texts: string[]): Promise<void> {
    for (const [n, text] of texts.entries()) {
      if (n > 0) await this.page.keyboard.press('Enter')
      await this.page.keyboard.insertText(text)
    }
  }
}

describe('on a phone, from the home screen', () => {
  let thumb: Thumb
  let page: Page

  beforeAll(async () => {
    page = await open('thumb', kadus)
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  })

  async function what(subject: string): Promise<void> {
    await thumb.choose('Jalan/jembatan/drainase')
    await thumb.field('Obyek pengaduan')
    await thumb.type(subject, 'Sudah dua minggu begini.')
    await thumb.choose('Bukan perangkat / tidak tahu')
    await thumb.press('Lanjut')
    await thumb.press('Simpan aduan')
    await person.receiptCode(page)
  }

  it('a whole complaint, with identity and place, is taken down in at most 12 taps', async () => {
    thumb = new Thumb(page)
    await thumb.place('Catat')
    await thumb.field('Nama pengadu')
    await thumb.type('Warga Contoh', 'RT 002 RW 001', '081200000001')
    await thumb.press('Lanjut')
    await thumb.choose('Anggrek')
    await thumb.press('001')
    await thumb.press('002')
    await thumb.press('Lanjut')
    await what('Jalan berlubang')
    expect(thumb.taps).toBeLessThanOrEqual(12)
    await expect.poll(() => page.getByText(/Belum lengkap/).count(), person.PATIENCE).toBe(0)
  })

  it('the next house takes fewer', async () => {
    thumb = new Thumb(page)
    await thumb.press('Rumah berikutnya')
    await thumb.field('Nama pengadu')
    await thumb.type('Warga Kedua', 'RT 002 RW 001', '081200000002')
    await thumb.press('Lanjut')
    await thumb.press('Lanjut')
    await what('Talud retak')
    expect(thumb.taps).toBeLessThanOrEqual(9)
  })

  it('another complaint of the same person takes fewer still', async () => {
    thumb = new Thumb(page)
    await thumb.press('Orang yang sama, aduan lain')
    await thumb.press('Lanjut')
    await what('Jembatan lapuk')
    expect(thumb.taps).toBeLessThanOrEqual(7)
    await page.getByRole('link', { name: 'Buka aduan ini' }).click()
    await page.getByText('Warga Kedua').first().waitFor()
    await page.getByText('Anggrek, RT/RW 002/001').first().waitFor()
  })
})

describe('at a desk, without a mouse', () => {
  it('a whole complaint is taken down by keyboard alone', async () => {
    const page = await open('keys', petugas, DESKTOP)
    await page.getByRole('heading', { name: 'Aduan masuk', exact: true }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Nama pengadu' }).waitFor()
    await typeInto(page, 'Nama pengadu', 'Warga Ketik')
    await typeInto(page, 'Alamat pengadu', 'RT 001 RW 001')
    await typeInto(page, 'Nomor HP pengadu', '081200000003')
    await choose(page, 'Anggrek')
    await pressOn(page, '001')
    await choose(page, 'Jalan/jembatan/drainase')
    await typeInto(page, 'Obyek pengaduan', 'Trotoar amblas')
    await typeInto(page, 'Uraian', 'Amblas sejak kemarin.')
    await choose(page, 'Bukan perangkat / tidak tahu')
    await pressOn(page, 'Simpan aduan')
    await person.receiptCode(page)
    await expect.poll(() => page.getByText(/Belum lengkap/).count(), person.PATIENCE).toBe(0)
  })

  /** What the focus is on, as it is called on the screen. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const labels = [...(element?.labels ?? [])].map(({ textContent }) => textContent)
      return (element?.getAttribute('aria-label') ?? (labels.join(' ') || element?.textContent) ?? '').trim()
    })

  /** Goes on by Tab until the focus is there; a person sees where it is. */
  async function reach(page: Page, name: string): Promise<void> {
    for (let n = 0; n < 150; n++) {
      const on = await focused(page)
      if (on === name || on.startsWith(`${name} `) || on.startsWith(`${name}\n`)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The focus never came to “${name}”.`)
  }

  async function typeInto(page: Page, label: string, text: string): Promise<void> {
    await reach(page, label)
    await page.keyboard.insertText(text)
  }

  async function pressOn(page: Page, name: string): Promise<void> {
    await reach(page, name)
    await page.keyboard.press('Enter')
  }

  /** One of a group of answers: Tab comes to the group, the arrows to the answer, the space bar takes it. */
  async function choose(page: Page, option: string): Promise<void> {
    const group = page
      .getByRole('group')
      .filter({ has: page.getByRole('radio', { name: option, exact: true }) })
      .last()
    const inside = () => group.evaluate((element) => element.contains(document.activeElement))
    for (let n = 0; n < 150 && !(await inside()); n++) await page.keyboard.press('Tab')
    for (let n = 0; n < 30 && (await focused(page)) !== option; n++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByRole('radio', { name: option, exact: true, checked: true }).waitFor()
  }
})
