/** Complaints like the one at the door: heard of without who complained, joined without a network, seen by the office. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const kadus = officer(3)
const petugas = officer(5)
const SUBJECT = 'Lampu penerangan padam di pertigaan'
const OTHER = 'Sumur warga keruh dan berbau'

let server: TestServer
let phone: TestDevice
let office: TestDevice
let page: Page
let desk: Page

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: kadus, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
    { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
  )
  await server.set('profile', { name: 'Contohrejo' })
  const rw = [{ rw: '001', rt: ['001', '002'] }]
  await server.set('dusun', [
    { name: 'Anggrek', rw },
    { name: 'Melati', rw },
  ])
  phone = new TestDevice(server.url, undefined, { within: sharedBrowser })
  office = new TestDevice(server.url, { width: 1280, height: 800 }, { within: sharedBrowser })
  page = await phone.start()
  await person.enrol(page, server.url, await codeFor(kadus))
  await phone.ready(page)
  desk = await office.start()
  await person.enrol(desk, server.url, await codeFor(petugas))
  await person.captureAtDesk(desk, {
    name: 'Slamet Rahasia',
    phone: '0812 0000 0088',
    subject: SUBJECT,
    description: 'Sudah tiga malam gelap, saya lihat sendiri.',
    dusun: 'Anggrek',
  })
  await person.captureAtDesk(desk, {
    name: 'Slamet Rahasia',
    phone: '0812 0000 0088',
    subject: OTHER,
    description: 'Airnya tidak bisa diminum.',
    dusun: 'Anggrek',
  })
})
afterAll(async () => {
  await phone?.dispose()
  await office?.dispose()
  await server?.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture({ similar: phone, 'similar-office': office })
})

const codeFor = async (id: string) =>
  (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code

const offer = () => page.getByRole('heading', { name: 'Mirip dengan aduan yang sudah ada' })

/** Everything that the phone keeps of the centre's answers, its IndexedDB. */
const heard = () =>
  page.evaluate(async () => {
    const found: string[] = []
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open(name!)
        request.onsuccess = () => done(request.result)
      })
      for (const store of db.objectStoreNames)
        await new Promise<void>((done) => {
          const all = db.transaction(store).objectStore(store).getAll()
          all.onsuccess = () => {
            found.push(JSON.stringify(all.result))
            done()
          }
        })
      db.close()
    }
    return found.join('\n')
  })

/** At a door: a form of its own, up to what the complaint is about. */
async function atTheDoor(draft: string, subject: string): Promise<void> {
  await page.goto(`${server.url}/catat/catat-${draft}`)
  await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Sari Tetangga')
  await page.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill('0812 0000 0099')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByLabel('Anggrek', { exact: true }).check()
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await page.getByRole('radio', { name: /Jalan/ }).first().check()
  await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill(subject)
}

describe('a Kepala Dusun without a network', () => {
  it('hears of the open complaints of the own dusun, but not of who complained', async () => {
    const inArchive = async () =>
      (await server.archive.hamlets.of(kadus, await server.archive.villageNow()))?.cases.length
    await expect.poll(inArchive, person.PATIENCE).toBe(2)
    await page.reload() // as when the app is opened: it makes contact
    await expect.poll(heard, { timeout: 40_000 }).toContain(SUBJECT)
    const all = await heard()
    for (const secret of ['Slamet', '0812-0000-0088', '6281200000088', 'tiga malam'])
      expect(all).not.toContain(secret)
    await phone.context.setOffline(true)
  })

  it('is offered what is alike in place, category and words, misspelt or half written', async () => {
    await atTheDoor('one', 'Lampu penerngan mati')
    await offer().waitFor()
    await page.getByText(`${SUBJECT} (Anggrek, hari ini)`).waitFor()
    await offer().scrollIntoViewIfNeeded()
    await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill('Jembatan bambu lapuk')
    await offer().waitFor({ state: 'hidden' })
    await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill('Penerangan')
    await offer().waitFor()
  })

  it('keeps it a new one, and is not asked again in this draft', async () => {
    await page.getByRole('button', { name: 'Tetap baru' }).click()
    await offer().waitFor({ state: 'hidden' })
    await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill('Penerangan di pertigaan')
    await page.getByRole('button', { name: 'Kembali' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('textbox', { name: 'Uraian' }).fill('Lampu padam')
    // Once another one is offered, this one would be too.
    await page.getByRole('textbox', { name: 'Obyek pengaduan' }).fill('Penerangan, sumur warga keruh')
    await page.getByText(`${OTHER} (Anggrek`).waitFor()
    expect(await page.getByText(`${SUBJECT} (Anggrek`).count()).toBe(0)
  })

  it('joins the complainant instead, who gets a receipt code of their own', async () => {
    await atTheDoor('two', 'Lampu penerangan mati')
    await page.getByRole('textbox', { name: 'Uraian' }).fill('Anak-anak takut pulang mengaji.')
    await page.getByRole('button', { name: /^Gabung sebagai pengadu lain/ }).click()
    await page.getByText(/Sari Tetangga dicatat sebagai pengadu lain/).waitFor()
    await page.getByRole('button', { name: 'Ya, gabung' }).click()
    await page.getByRole('heading', { name: 'Pengadu ditambahkan' }).waitFor()
    expect(await person.receiptCode(page)).toMatch(/^[0-9A-Z-]{11}$/)
    await page.getByRole('link', { name: 'Kirim lewat WhatsApp' }).waitFor()
  })

  it('brings the further complainant to the office once there is a network, after what was there before', async () => {
    await phone.context.setOffline(false)
    await person.allSent(page)
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, SUBJECT)
    await person.inThread(desk, 'Anak-anak takut pulang mengaji.').waitFor()
    await person.inThread(desk, 'Sudah tiga malam').waitFor()
    await desk.getByText('1 pengadu lain').first().click()
    await desk.getByText('Sari Tetangga').filter({ visible: true }).first().waitFor()
    const text = await desk.getByRole('main').innerText()
    expect(text.indexOf('Sudah tiga malam')).toBeLessThan(text.indexOf('Anak-anak takut'))
    const all = await heard()
    for (const secret of ['Slamet', 'tiga malam']) expect(all).not.toContain(secret)
  })
})

describe('the search in all that a phone holds', () => {
  const sought = (text: string) => page.getByRole('searchbox', { name: 'Cari' }).fill(text)
  const mark = () => page.locator('mark').first()

  it('finds what is on this phone without a network, and marks why', async () => {
    await page.goto(`${server.url}/tugas`)
    await page.getByRole('link', { name: 'Catat', exact: true }).click()
    await page.getByRole('button', { name: 'Catat aduan baru' }).click()
    await page.getByRole('textbox', { name: 'Nama pengadu' }).fill('Warga Contoh')
    await page.getByRole('textbox', { name: 'Nomor HP pengadu' }).fill('0812 0000 0077')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Lanjut' }).click()
    const description = `${'Panjang lebar diceritakan. '.repeat(40)}Kerbau lewat di situ.`
    await person.fillWhat(page, { subject: 'Jembatan bambu lapuk', description })
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('button', { name: 'Simpan aduan' }).click()
    await person.receiptCode(page)
    await phone.context.setOffline(true)
    await page.goto(`${server.url}/tugas`)
    await page.getByRole('link', { name: 'Cari', exact: true }).click()
    await sought('KERBAU lewat')
    await page.getByRole('link', { name: /Jembatan bambu lapuk/ }).waitFor()
    await expect.poll(() => mark().textContent(), person.PATIENCE).toBe('Kerbau')
    await sought('tidak ada yang begini')
    await page.getByText('Tidak ditemukan di HP ini.').waitFor()
    await sought('0812-0000 0077')
    await page.getByRole('link', { name: /Jembatan bambu lapuk/ }).waitFor()
  })

  it('tells of the own dusun what may be told, and leads to the receipt of who joined there', async () => {
    await sought('penerangan padam')
    await page.getByRole('heading', { name: 'Aduan lain di dusun Anda' }).waitFor()
    await page.getByText('Anda menambahkan pengadu').click()
    await page.getByRole('heading', { name: 'Pengadu ditambahkan' }).waitFor()
    await person.receiptCode(page)
    await page.goBack()
    await sought('slamet')
    await page.getByText('Tidak ditemukan di HP ini.').waitFor()
    await phone.context.setOffline(false)
  })

  it('finds in the book what was said later, too', async () => {
    await desk.goto(`${server.url}/buku`)
    await desk.getByRole('searchbox', { name: 'Cari' }).fill('pulang mengaji')
    await desk.getByRole('row', { name: new RegExp(SUBJECT) }).waitFor()
    await expect.poll(() => desk.locator('mark').first().textContent(), person.PATIENCE).toBe('pulang')
  })
})
