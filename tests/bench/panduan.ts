/**
 * `npm run panduan`: takes the pictures of docs/panduan anew, from the demo village on a server of its own. The app that it
 * shows holds the guide: a picture that is new there begins as a copy of another one.
 */
import type { Page } from 'playwright-core'
import { demoLinks } from '../../server/demo/links.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import * as person from '../e2e/person.ts'
import { PHONE, TestDevice } from '../support/browser.ts'
import { startTestServer } from '../support/server.ts'
import { theSheets } from './panduan-sheets.ts'
import { take } from './panduan-picture.ts'

const OFFICE = { width: 1200, height: 680 }
const SUBJECT = 'Jembatan bambu menuju sawah lapuk'

async function main(): Promise<void> {
  const server = await startTestServer({ village: 'contohrejo' })
  await seedDemo(server.archive, Date.now())
  await server.office.postman.settled()
  const links = await demoLinks(server.office.desk, server.url)
  const codeOf = (name: string) => links.find((link) => link.name === name)!.code
  const phone = new TestDevice(server.url, PHONE, { whole: true })
  const office = new TestDevice(server.url, OFFICE, { whole: true })
  try {
    await onThePhone(phone, server.url, codeOf('Karto Contoh'))
    await inTheOffice(office, server.url, codeOf('Ratna Umpama'))
    await backOnThePhone(phone, server.url)
    await withoutNetwork(phone)
    await thePhones(office, server.url)
    await theSheets(office.page!, server)
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
  await person.closed(page.getByRole('dialog'))
  await onPaper(page, url)
}

/** What comes out of the printer. */
async function onPaper(page: Page, url: string): Promise<void> {
  const { pathname } = new URL(page.url())
  const sheet = page.locator('.paper-sheet')
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

await main()
