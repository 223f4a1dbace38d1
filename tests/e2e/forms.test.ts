/** Catat for what is not the ordinary case: danger, and a letter that lay in the box. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId, VILLAGE } from '../../src/domain/ids.ts'
import { addDays, dayOf } from '../../src/domain/time.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadus] = [officer(1), officer(2)] as [string, string]

let server: TestServer
let phone: TestDevice
let page: Page

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
  )
  await server.archive.append([
    {
      journal: VILLAGE,
      kind: 'officerRecorded',
      data: { officer: petugas, name: 'Petugas Contoh', phone: '+6281200000001' },
    },
  ])
  await server.set('profile', { name: 'Contohrejo' })
  await server.set('dusun', [{ name: 'Anggrek', rw: [] }])
  phone = new TestDevice(server.url, undefined, { within: sharedBrowser })
  page = await phone.start()
  const { code } = await server.office.desk.codes.make({ officer: kadus, validFor: 600_000 })
  await person.enrol(page, server.url, code)
  await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
  await phone.ready(page)
  await phone.context.setOffline(true)
})
afterAll(async () => {
  await phone?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ forms: phone })
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const call = () => page.getByRole('link', { name: 'Telepon sekarang: Petugas Contoh' })

describe('danger, without a network', () => {
  it('offers to call whoever receives complaints, while it is taken down and afterwards', async () => {
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    await press('Lanjut')
    await press('Lanjut')
    await person.fillWhat(page, { subject: 'Kabel putus', description: 'Menjuntai di jalan.' })
    expect(await call().count()).toBe(0)
    await page.getByText('Mendesak atau bahaya').click()
    expect(await call().getAttribute('href')).toBe('tel:+6281200000001')
    await press('Lanjut')
    await press('Simpan aduan')
    await person.receiptCode(page)
    await call().waitFor()
    await page.goto(`${server.url}/tugas`)
  })
})

describe('a letter from the box', () => {
  const tomorrow = addDays(dayOf(new Date().toISOString()), 1)
  const yesterday = addDays(tomorrow, -2)

  it('with a day that has not come yet is not saved: the field says so, and everything typed stays', async () => {
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await press('Nama pengadu: Tidak tahu')
    await page.getByRole('checkbox', { name: 'Pengadu tinggal di luar desa' }).check()
    await page.getByRole('checkbox', { name: /dikuasakan/ }).check()
    await page.getByRole('textbox', { name: /Nama yang diwakili/ }).fill('Mbah Umpama')
    await page.getByText('Bagaimana aduan ini datang?').click()
    await page.getByRole('radio', { name: 'Kotak pengaduan' }).check()
    await page.getByLabel('Tanggal kotak dibuka').fill(tomorrow)
    await page.getByLabel(/Nomor di buku kertas/).fill('17/2026')
    await press('Lanjut')
    await press('Lanjut')
    await person.fillWhat(page, { subject: 'Surat kotak', description: 'Isi surat.' })
    await page.getByText('Keterangan lain').click()
    await page.getByRole('textbox', { name: /harapan/i }).fill('Jalannya diaspal')
    await press('Lanjut')
    await press('Simpan aduan')
    await page.getByText('Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.').waitFor()
    expect(await page.getByLabel(/Nomor di buku kertas/).inputValue()).toBe('17/2026')
  })

  it('is saved once the day is right, with that day and the paper’s number', async () => {
    await page.getByLabel('Tanggal kotak dibuka').fill(yesterday)
    for (let step = 0; step < 3; step++) await press('Lanjut')
    await press('Simpan aduan')
    await person.receiptCode(page)
    await page.getByRole('link', { name: 'Buka aduan ini' }).click()
    await page.getByText('Lihat keterangan').click()
    for (const words of ['17/2026', 'mewakili Mbah Umpama', 'tinggal di luar desa', 'Jalannya diaspal'])
      await page.getByText(words).filter({ visible: true }).first().waitFor()
    expect(phone.errors).toEqual([])
  })
})
