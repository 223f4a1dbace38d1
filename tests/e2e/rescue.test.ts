/** *Berkas penyelamat* on the screens: from a phone without a network, by a file, onto the office's computer. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)]

let server: TestServer
let devices: { office: TestDevice; field: TestDevice }
let desk: Page
let page: Page
let file: string

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  devices = {
    office: new TestDevice(server.url, DESKTOP, { within: sharedBrowser }),
    field: new TestDevice(server.url, undefined, { within: sharedBrowser }),
  }
  desk = await devices.office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  page = await devices.field.start()
  await devices.field.ready(page)
  await person.enrol(page, server.url, await codeFor(kadus))
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
})
afterAll(async () => {
  await Promise.all(Object.values(devices ?? {}).map((device) => device.dispose()))
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ ...devices })
})

it('is made without a network, also where somebody wanted to leave', async () => {
  await page.goto(`${server.url}/saya`)
  await page.getByText(/^Terakhir tersambung: (?!belum)/).waitFor()
  await devices.field.context.setOffline(true)
  await page.reload()
  await person.capture(page, {
    name: 'Bu Contoh',
    subject: 'Jembatan lapuk',
    description: 'Papan patah.',
    dusun: 'Anggrek',
  })
  await page.goto(`${server.url}/saya`)
  await page.getByRole('button', { name: 'Keluar dari HP ini' }).click()
  await page.getByRole('alert').getByRole('button', { name: 'Berkas penyelamat' }).click()
  await page.getByRole('button', { name: 'Buat berkas penyelamat' }).press('Enter')
  await page.getByText(/^Berkas siap: 1 catatan \(\d+ KB\)/).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Simpan di HP' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^berkas-penyelamat-\d{4}-\d\d-\d\d\.txt$/)
  file = join(devices.field.profile, 'berkas-penyelamat.txt')
  await download.saveAs(file)
  expect(readFileSync(file, 'utf8')).toMatch(/^BERKAS PENYELAMAT KENTONGAN\nIsi: 1 catatan/)
})

it('is opened at the office, and says of a broken one what to do', async () => {
  await desk.goto(`${server.url}/hp`)
  const choose = desk.getByLabel('Pilih berkas', { exact: true })
  const broken = join(devices.office.profile, 'terpotong.txt')
  writeFileSync(broken, readFileSync(file, 'utf8').slice(0, -200))
  await choose.setInputFiles(broken)
  await desk.getByText(/Berkas ini terpotong.*Catatannya masih ada di HP petugas/).waitFor()
  await choose.setInputFiles(file)
  await desk.getByText('1 catatan diterima').waitFor()
  await desk.getByText(/^Berkas dari Kadus Anggrek, dibuat/).waitFor()
  await choose.setInputFiles(file)
  await desk.getByText('1 catatan sudah ada sebelumnya').waitFor()
})

it('brings a case that tells who opened the file, and is not sent twice', async () => {
  await desk.goto(`${server.url}/aduan-masuk`)
  await person.openCase(desk, 'Jembatan lapuk')
  await desk.getByRole('button', { name: /WIB/ }).first().click()
  await desk.getByText(/dari berkas penyelamat yang dibuka Petugas Contoh/).waitFor()
  await devices.field.context.setOffline(false)
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await page.getByText('Semua catatan sudah tersimpan di pusat.').waitFor()
  await page.getByRole('heading', { name: 'Berkas penyelamat' }).waitFor({ state: 'detached' })
  expect(devices.field.errors).toEqual([])
  expect(devices.office.errors.filter((error) => !/status of 400/.test(error))).toEqual([])
})
