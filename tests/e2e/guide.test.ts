/** *Panduan* inside the app: opened cold without a network, with its pictures, from Saya and from where help is needed. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]

let server: TestServer
let phone: TestDevice
let page: Page

/** The chapter stands at the top of the screen and has the focus. */
const shows = (chapter: string) =>
  page.waitForFunction((words) => {
    const heading = document.activeElement
    const top = heading?.getBoundingClientRect().top ?? -1
    return heading?.tagName === 'H2' && heading.textContent === words && top >= 0 && top < innerHeight / 2
  }, chapter)

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  phone = new TestDevice(server.url)
  page = await phone.start()
  const { code } = await server.office.desk.codes.make({ officer: kadus, validFor: 600_000 })
  await person.enrol(page, server.url, code)
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  await phone.ready(page)
  await phone.quit()
  page = await phone.start('/', { offline: true })
})
afterAll(async () => {
  await phone?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ guide: phone })
})

it('begins with the guide of one’s own work, and leads to a chapter', async () => {
  await page.getByRole('link', { name: 'Saya', exact: true }).click()
  await page.getByRole('link', { name: 'Panduan' }).click()
  await page.getByRole('heading', { name: 'Yang perlu diketahui semua orang' }).waitFor()
  const own = page.getByRole('main').getByRole('listitem').first()
  await expect
    .poll(() => own.innerText(), person.PATIENCE)
    .toMatch(/^Kepala Dusun dan petugas lapangan\s+untuk Anda/)
  await own.getByRole('link').click()
  await page.getByRole('link', { name: '5. Tanpa internet' }).click()
  await shows('5. Tanpa internet')
})

it('has its pictures without a network', async () => {
  const shown = page.getByRole('img', { name: /^Pita di atas: Tanpa internet/ })
  await shown.scrollIntoViewIfNeeded()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('img')].some(
      (img) => img.alt.startsWith('Pita di atas') && img.complete && img.naturalWidth > 0,
    ),
  )
})

it('goes from one guide to a chapter of another, and back to where one was', async () => {
  await page.goto(`${server.url}/panduan/petugas`)
  await page.getByRole('link', { name: 'petugas lain' }).click()
  await shows('1. Pasang dan daftarkan HP')
  await page.goBack()
  await page.getByRole('heading', { name: 'Petugas pengelola, Sekretaris Desa' }).waitFor()
  await page.getByRole('link', { name: 'Kembali ke daftar isi' }).click()
  await page.waitForFunction(() => document.querySelector('.body')?.scrollTop === 0)
})

it('is one tap from a hard screen, and what was typed there waits', async () => {
  await page.goto(`${server.url}/catat/uji`)
  await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Bertanya')
  await page.getByRole('link', { name: 'Bantuan' }).click()
  await shows('4. Mencatat aduan warga')
  await page.goBack()
  await page.waitForFunction(() => document.querySelector('input')?.value === 'Warga Bertanya')
  expect(phone.errors).toEqual([])
})
