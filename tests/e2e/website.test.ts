/** The village's public pages in a browser: without JavaScript, on a phone, and a photo that says where it was taken. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { DataOf } from '../../src/domain/entries.ts'
import { PHONE } from '../support/browser.ts'
import { PEOPLE } from '../support/domain.ts'
import { fromPhone, plainJpeg } from '../support/jpeg.ts'
import { closeAll, journalOf, open } from '../support/public-form.ts'
import type { TestServer } from '../support/server.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import * as person from './person.ts'
import { axeFaults, darkFaults, sizeFaults } from './screens/checks.ts'

const COMPLAINT = {
  name: 'Warga Contoh',
  phone: '0821-3345-4594',
  subject: 'Lampu jalan mati',
  description: 'Sudah dua minggu gelap.',
}

describe('the public pages', () => {
  let server: TestServer
  /** Without JavaScript, and with it, for what looks the pages over. */
  let plain: Page, looked: Page
  let code = ''
  const sound = async () => [
    ...(await axeFaults(looked)),
    ...(await darkFaults(looked)),
    ...(await sizeFaults(looked)),
  ]

  beforeAll(async () => {
    server = await open()
    const browser = await sharedBrowser()
    const off = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })
    const on = await browser.newContext({ viewport: PHONE })
    ;[plain, looked] = await Promise.all([off.newPage(), on.newPage()])
  }, 60_000)
  afterAll(closeAll)

  it('take a complaint with a photo without JavaScript, and keep nothing of where the photo was taken', async () => {
    const jpeg = fromPhone(await plainJpeg(looked, 64, 48))
    expect(jpeg.includes('Exif')).toBe(true)
    const file = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: jpeg }
    await plain.goto(`${server.url}/lapor`)
    await plain.locator('input[type=file]').first().setInputFiles(file)
    code = await person.reportOnSite(plain, COMPLAINT)
    const entries = await journalOf(server, code.replaceAll('-', ''))
    const registered = entries.find(({ kind }) => kind === 'registered')!
    const [photo] = (registered.data as DataOf<'registered'>).attachments ?? []
    const { headers } = await server.enrol(PEOPLE.petugas)
    const path = `/api/media/${photo!.hash}?entry=${encodeURIComponent(registered._id)}`
    const answer = await fetch(server.url + path, { headers })
    expect(answer.status).toBe(200)
    const kept = Buffer.from(await answer.arrayBuffer())
    expect(kept.subarray(0, 3)).toEqual(jpeg.subarray(0, 3))
    // The side that is up stays (an Exif segment of its own); the place (its GPS directory, tag 0x8825) does not.
    expect(jpeg.includes(Buffer.from([0x25, 0x88]))).toBe(true)
    expect(kept.includes(Buffer.from([0x25, 0x88])) || kept.includes(Buffer.from([0x88, 0x25]))).toBe(false)
  })

  it('tell without JavaScript how far it is, to who knows the code and the digits', async () => {
    await plain.goto(`${server.url}/lacak`)
    await plain.getByRole('textbox', { name: /Kode/ }).fill(code)
    await plain.getByRole('textbox', { name: /Empat angka terakhir/ }).fill('0000')
    await plain.getByRole('button', { name: 'Lihat', exact: true }).click()
    await plain
      .getByText(/tidak cocok/)
      .first()
      .waitFor()
    await plain.getByRole('textbox', { name: /Kode/ }).fill(code)
    await plain.getByRole('textbox', { name: /Empat angka terakhir/ }).fill('4594')
    await plain.getByRole('button', { name: 'Lihat', exact: true }).click()
    await plain
      .getByText(/Menunggu dicatat/)
      .first()
      .waitFor()
    expect(await plain.textContent('body')).not.toContain('Warga Contoh')
  })

  it('have nothing for axe to complain of, in the dark and at 200 %, when filled in wrongly too', async () => {
    await looked.goto(`${server.url}/lapor`)
    expect(await sound()).toEqual([])
    await looked
      .locator('form')
      .first()
      .evaluate((form: HTMLFormElement) => (form.noValidate = true))
    await looked.getByRole('button', { name: 'Kirim aduan' }).click()
    await looked
      .getByText(/Belum terkirim/)
      .first()
      .waitFor()
    expect(await sound()).toEqual([])
    await looked.goto(`${server.url}/lacak`)
    expect(await sound()).toEqual([])
    await looked.getByRole('textbox', { name: /Kode/ }).fill(code)
    await looked.getByRole('textbox', { name: /Empat angka terakhir/ }).fill('4594')
    await looked.getByRole('button', { name: 'Lihat', exact: true }).click()
    await looked
      .getByText(/Menunggu dicatat/)
      .first()
      .waitFor()
    expect(await sound()).toEqual([])
  })
})
