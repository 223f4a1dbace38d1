/** `npm run panduan`: takes the pictures of docs/panduan anew, from the demo village on a server of its own. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { demoLinks } from '../../server/demo/links.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import * as person from '../e2e/person.ts'
import { TestDevice } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { smallPng } from './small-png.ts'

const FOLDER = 'docs/panduan/gambar'
/** What the browser shows that installs the app (vite.config.ts names them). */
const SCREENSHOTS = 'static/layar'
const SHOWN = ['tugas', 'catat', 'tersimpan', 'aduan-masuk']
/** Small enough for a village's data bundle. */
const MOST_BYTES = 60_000
const OFFICE = { width: 1200, height: 680 }
const SUBJECT = 'Jembatan bambu menuju sawah lapuk'

async function main(): Promise<void> {
  for (const folder of [FOLDER, SCREENSHOTS]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  const server = await startTestServer({ village: 'contohrejo' })
  await seedDemo(server.archive, Date.now())
  await server.office.postman.settled()
  const links = await demoLinks(server.office.desk, server.url)
  const codeOf = (name: string) => links.find((link) => link.name === name)!.code
  const phone = new TestDevice(server.url)
  const office = new TestDevice(server.url, OFFICE)
  try {
    await onThePhone(phone, server.url, codeOf('Karto Contoh'))
    await inTheOffice(office, server.url, codeOf('Ratna Umpama'))
    await backOnThePhone(phone, server.url)
    await withoutNetwork(phone)
    await thePhones(office, server.url)
  } finally {
    await phone.dispose()
    await office.dispose()
    await server.close()
  }
}

async function onThePhone(phone: TestDevice, url: string, code: string): Promise<void> {
  const page = await phone.start(`/daftar#${code}`)
  await page.getByLabel('Nama HP ini').fill('HP Pak Karto')
  await take(page, 'daftar')
  await page.getByRole('button', { name: 'Daftarkan HP ini' }).click()
  await phone.ready(page)
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  await page.getByRole('link', { name: 'Catat', exact: true }).click()
  await page.getByRole('textbox', { name: 'Nama pengadu' }).waitFor()
  await take(page, 'catat')
  await page.goto(`${url}/tugas`)
  await person.capture(page, {
    name: 'Warga Contoh',
    address: 'RT 002 RW 001',
    phone: '0812 0000 0001',
    subject: SUBJECT,
    description: 'Papan lapuk sejak bulan lalu, anak-anak lewat setiap hari.',
    dusun: 'Melati',
  })
  await take(page, 'tersimpan')
}

async function inTheOffice(office: TestDevice, url: string, code: string): Promise<void> {
  const page = await office.start()
  await person.enrol(page, url, code)
  await office.ready(page)
  await page.getByText(SUBJECT).first().waitFor()
  await take(page, 'aduan-masuk')
  await person.openCase(page, SUBJECT)
  await person.verify(page)
  await person.chooseAct(page, 'Disposisikan')
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: /Karto Contoh/ })
    .check()
  await take(page, 'disposisi', page.getByRole('dialog'))
  await page.getByRole('dialog').getByRole('button', { name: 'Disposisikan' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await onPaper(page, url)
}

/** What comes out of the printer. */
async function onPaper(page: Page, url: string): Promise<void> {
  const { pathname } = new URL(page.url())
  const sheet = page.locator('.sheet')
  await page.goto(`${url}${pathname.replace('/aduan/', '/cetak/disposisi/')}`)
  await sheet.getByText('LEMBAR DISPOSISI').waitFor()
  await take(page, 'cetak')
  await page.goto(`${url}/cetak/buku`)
  await sheet.getByText('NOMOR REGISTER').waitFor()
  await take(page, 'buku-register')
  await page.goto(url + pathname)
}

async function backOnThePhone(phone: TestDevice, url: string): Promise<void> {
  const page = phone.page!
  await page.goto(`${url}/tugas`)
  await page.getByText(SUBJECT).first().waitFor()
  await page.getByRole('button', { name: 'Saya kerjakan' }).first().waitFor()
  await take(page, 'tugas')
}

async function withoutNetwork(phone: TestDevice): Promise<void> {
  const page = phone.page!
  await person.openCase(page, SUBJECT)
  await page.getByRole('button', { name: 'Saya kerjakan' }).first().click()
  await person.followUp(page, 'Papan tanda bahaya sudah dipasang.')
  await phone.context.setOffline(true)
  await person.followUp(page, 'Bambu baru dipesan, dipasang hari Minggu bersama warga.')
  await page
    .getByText(/Tanpa internet: \d+ catatan/)
    .first()
    .waitFor()
  await take(page, 'tanpa-internet')
  await phone.context.setOffline(false)
  await person.allSent(page)
}

async function thePhones(office: TestDevice, url: string): Promise<void> {
  const page = office.page!
  await page.goto(`${url}/hp`)
  await page.getByText('HP Pak Karto').first().waitFor()
  await take(page, 'keadaan-hp')
}

/** Takes a picture of the screen, or of a part of it. */
async function take(page: Page, name: string, part: Page | Locator = page): Promise<void> {
  const toast = page.getByRole('button', { name: 'Tutup', exact: true })
  if (part === page && (await toast.isVisible())) await toast.click()
  const shot = await part.screenshot({ animations: 'disabled', caret: 'hide' })
  const picture = smallPng(await pixelsOf(page, shot))
  const path = join(FOLDER, `${name}.png`)
  writeFileSync(path, picture)
  if (SHOWN.includes(name)) writeFileSync(join(SCREENSHOTS, `${name}.png`), picture)
  console.log(`${path} ${Math.round(picture.length / 1000)} KB`)
  if (picture.length > MOST_BYTES) throw new Error(`${path} is too large.`)
}

/** The browser that made the picture unpacks it as well. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, text } = await page.evaluate(async (given) => {
    const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const { width, height } = bitmap
    const canvas = new OffscreenCanvas(width, height).getContext('2d')!
    canvas.drawImage(bitmap, 0, 0)
    const { data } = canvas.getImageData(0, 0, width, height)
    const parts: string[] = []
    for (let at = 0; at < data.length; at += 8192)
      parts.push(String.fromCharCode(...data.subarray(at, at + 8192)))
    return { width, height, text: btoa(parts.join('')) }
  }, png.toString('base64'))
  return { width, height, rgba: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)) }
}

await main()
