/** What comes out of the printer, read from the PDF that Chromium makes of it: every form, the register book, who is hidden. */
import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoCases } from '../../server/demo/cases.ts'
import { demoLinks } from '../../server/demo/links.ts'
import { OFFICERS } from '../../server/demo/people.ts'
import { seeded } from '../../server/demo/random.ts'
import { demoVillage } from '../../server/demo/village.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { accessJournal, journalOf } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { plainJpeg } from '../support/jpeg.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const HIDDEN = 'Bisri Tertutup'
const PETUGAS = OFFICERS.find(({ name }) => name === 'Ratna Umpama')!.id

/** Enough cases for some pages of the register, one of them answered, and a meeting with minutes about one of them. */
function someOfTheDemo(): { entries: Entry[]; answered: string; meeting: string } {
  const now = Date.now()
  const all = demoCases(seeded(7), now)
  const held = all.find((entry) => entry.kind === 'minutesTaken')!
  const meeting = journalOf(held._id)
  const about = all.flatMap((entry) =>
    entry.kind === 'meetingCalled' && journalOf(entry._id) === meeting ? entry.data.cases : [],
  )
  const plain = all.filter(
    ({ kind, data }) => kind === 'registered' && !data.confidential && !data.respondents.length,
  )
  const answeredIds = new Set(
    all.filter(({ kind }) => kind === 'answerDelivered').map(({ _id }) => journalOf(_id)),
  )
  const answered = plain.map(({ _id }) => journalOf(_id)).find((id) => answeredIds.has(id))!
  const some = new Set([...plain.slice(0, 40).map(({ _id }) => journalOf(_id)), ...about, answered, meeting])
  return {
    entries: [...demoVillage(now), ...all.filter(({ _id }) => some.has(journalOf(_id)))],
    answered,
    meeting,
  }
}

describe('on paper', () => {
  let server: TestServer
  let office: TestDevice
  let page: Page
  const opened = { answered: '', meeting: '', hidden: '' }

  beforeAll(async () => {
    server = await startTestServer({ village: 'contohrejo' })
    const { entries, ...known } = someOfTheDemo()
    Object.assign(opened, known)
    await server.archive.seed(entries)
    await server.office.postman.settled()
    const links = await demoLinks(server.office.desk, server.url)
    office = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
    page = await office.start()
    await person.enrol(page, server.url, links.find(({ name }) => name === 'Ratna Umpama')!.code)
    await page.getByRole('heading', { name: 'Aduan masuk', exact: true }).waitFor()
  })
  afterAll(async () => {
    await office?.dispose()
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ office })
  })

  /** The pages of what is printed, in the paper's own size. */
  async function printed(size: 'A4' | 'F4' = 'A4'): Promise<string[]> {
    await page.getByRole('button', { name: new RegExp(`^${size}`) }).click()
    const pdf = new Uint8Array(await page.pdf({ preferCSSPageSize: true }))
    const read = (program: string, ...args: string[]) =>
      execFileSync(program, [...args, '-', ...(program === 'pdftotext' ? ['-'] : [])], {
        input: pdf,
        maxBuffer: 100_000_000,
      }).toString()
    const width = Math.round(Number(/Page size:\s+([\d.]+)/.exec(read('pdfinfo'))![1]) / 2.8346)
    const upright = size === 'A4' ? 210 : 215
    expect([upright, size === 'A4' ? 297 : 330]).toContain(width)
    return read('pdftotext', '-layout').split('\f').slice(0, -1)
  }

  async function paper(path: string, shows: string): Promise<void> {
    await page.goto(`${server.url}/cetak/${path}`)
    await page.locator('.paper-sheet').getByText(shows, { exact: false }).first().waitFor()
  }

  it.each([
    ['formulir', 'FORMULIR PENGADUAN', /PENGADU\b[\s\S]*Kepala Dusun|Petugas/],
    ['tanda-terima', 'TANDA TERIMA PENGADUAN', /sobek di sini/],
    ['disposisi', 'LEMBAR DISPOSISI', /Diteruskan kepada[\s\S]*PETUGAS PENGELOLA PENGADUAN/],
    ['jawaban', 'Dengan hormat', /Nomor[\s\S]*KEPALA DESA CONTOHREJO\s+Harjo Contoh/],
    ['penerusan', 'Dengan hormat', /Penerusan pengaduan[\s\S]*KEPALA DESA CONTOHREJO/],
    ['berkas', 'BERKAS PENGADUAN', /Waktu\s+Petugas\s+Isi catatan/],
  ])(
    '%s of a case has its head, its text and who signs, and nothing of the screen',
    async (form, shows, holds) => {
      await paper(`${form}/${opened.answered}`, shows)
      for (const size of ['A4', 'F4'] as const) {
        const text = (await printed(size)).join('\n')
        expect(text).toMatch(/CONTOHREJO|Contohrejo/)
        expect(text).toMatch(holds)
        expect(text).not.toMatch(/Aduan masuk|Ukuran kertas|Cetak$/m)
      }
    },
  )

  it.each([
    ['undangan', 'Dengan hormat', /Hari, tanggal[\s\S]*KEPALA DESA/],
    ['daftar-hadir', 'DAFTAR HADIR', /1\.[\s\S]*2\.[\s\S]*PEMIMPIN RAPAT/],
    ['notulen', 'NOTULEN', /Keputusan[\s\S]*NOTULIS/],
  ])(
    '%s is printed of a meeting, and on one sheet where it is filled in by hand',
    async (form, shows, holds) => {
      await paper(`${form}/${opened.meeting}`, shows)
      expect((await printed()).join('\n')).toMatch(holds)
      await paper(form, shows)
      const blank = await printed()
      expect(blank).toHaveLength(1)
      expect(blank[0]).toMatch(holds)
    },
  )

  it('the register book repeats its head and counts its pages, and no signature stands alone', async () => {
    await paper('buku', 'NOMOR REGISTER')
    await page.getByText('BELUM LENGKAP').waitFor({ state: 'hidden' })
    for (const size of ['A4', 'F4'] as const) {
      const pages = await printed(size)
      expect(pages.length).toBeGreaterThan(2)
      pages.forEach((text, index) => {
        expect(text).toContain('BUKU REGISTER PENGADUAN')
        expect(text).toMatch(/TINDAK\s+LANJUT|LANJUT/)
        expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`)
        expect(text).toMatch(/ADU\//)
      })
      expect(pages.at(-1)).toMatch(/Mengetahui[\s\S]*Harjo Contoh\s+Ratna Umpama/)
      expect(pages.slice(0, -1).join()).not.toContain('Mengetahui')
    }
  })

  it('a register book of nothing says so, and is signed', async () => {
    await paper('buku?dari=2020-01-01&sampai=2020-12-31', 'NIHIL')
    const pages = await printed()
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('Mengetahui')
  })

  it('the register book of 2,000 rows has its head on every page and no row over two', async () => {
    await paper('buku', 'NOMOR REGISTER')
    const rows = 2_000
    const sheet = page.locator('.paper-sheet tbody').first()
    await sheet.locator('tr').first().waitFor()
    let pages: string[]
    do {
      await sheet.evaluate((body, count) => {
        const [row] = body.querySelectorAll('tr')
        const copies = Array.from({ length: count }, (_, i) => {
          const copy = row!.cloneNode(true) as HTMLTableRowElement
          copy.cells[1]!.textContent = `a${i}z`
          copy.cells[14]!.textContent = `k${i}z`
          return copy
        })
        body.replaceChildren(...copies)
      }, rows)
      pages = await printed()
      // The app draws the book anew when journals come meanwhile: then once more.
    } while ((await sheet.locator('tr').count()) < rows)
    expect(pages.length).toBeGreaterThan(40)
    const seen = pages.flatMap((text, index) => {
      expect(text).toContain('BUKU REGISTER PENGADUAN')
      expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      const [first, last] = [/\ba(\d+)z\b/g, /\bk(\d+)z\b/g].map((mark) =>
        [...text.matchAll(mark)].map(([, n]) => n),
      )
      expect(first).toEqual(last)
      return first!
    })
    expect(new Set(seen).size).toBe(rows)
    expect(pages.at(-1)).toMatch(/ADU\/[\s\S]*Mengetahui/)
  })

  it('the recap balances, says how it was counted and compares, in every paper size, signed', async () => {
    const year = new Date().getFullYear()
    await paper(`rekap?dari=${year}-01-01&sampai=${year}-12-31`, 'Seimbang.')
    for (const size of ['A4', 'F4'] as const) {
      const pages = await printed(size)
      const text = pages.join('\n')
      const [, before, entered, left, after] =
        /Sisa lalu (\d+) \+ masuk (\d+) = keluar (\d+) \+ sisa akhir (\d+)/.exec(text)!.map(Number)
      expect(before! + entered!).toBe(left! + after!)
      expect(entered).toBeGreaterThan(30)
      expect(text).toMatch(
        /Menurut kanal[\s\S]*Menurut kategori[\s\S]*Menurut dusun[\s\S]*Menurut penanggung/,
      )
      expect(text).toContain(`Tahun ${year - 1}`)
      expect(text).toMatch(/Tatap muka[\s\S]*JUMLAH/)
      expect(pages.at(-1)).toMatch(/Mengetahui[\s\S]*Harjo Contoh\s+Ratna Umpama/)
      pages.forEach((each, index) => expect(each).toContain(`Halaman ${index + 1} dari ${pages.length}`))
    }
  })

  it('statistics have a table beside each chart, and the recap of a year without complaints says nihil', async () => {
    await paper('statistik', 'Dari bulan ke bulan')
    const text = (await printed('F4')).join('\n')
    expect(text).toMatch(/Masuk\s+Keluar\s+Sisa akhir[\s\S]*Menurut dusun[\s\S]*Paling lama belum selesai/)
    expect(text).toMatch(/\w{3} 20\d\d +\d+ +\d+ +\d+/) // a month with its figures in one row
    expect(await page.locator('.paper-sheet svg rect').count()).toBeGreaterThan(20)
    await paper('statistik?dari=2020-01-01&sampai=2020-12-31', 'Paling lama belum selesai')
    const [first, ...rest] = await printed()
    expect(first).toMatch(/STATISTIK PENGADUAN[\s\S]*Dari bulan ke bulan/)
    expect([first, ...rest].at(-1)).toMatch(/Paling lama belum selesai[\s\S]*Mengetahui/)
    await paper('rekap?dari=2020-01-01&sampai=2020-12-31', 'NIHIL')
    expect((await printed()).join('\n')).toMatch(/Sisa lalu 0 \+ masuk 0 = keluar 0 \+ sisa akhir 0/)
  })

  it('the cover letter is made of the figures, and may be changed before it is printed', async () => {
    await paper('pengantar', 'Dengan hormat')
    expect((await printed()).join('\n')).toMatch(
      /Yth\. Kepala Desa[\s\S]*Selama itu masuk \d+\s+aduan[\s\S]*PETUGAS PENGELOLA PENGADUAN/,
    )
    await page.locator('summary').click()
    await page.getByRole('textbox', { name: 'Isi surat' }).fill('Laporan kami lampirkan.')
    expect((await printed()).join('\n')).toMatch(/Laporan kami lampirkan\./)
  })

  it('a file for Excel is saved', async () => {
    await page.goto(`${server.url}/laporan`)
    await page.getByRole('button', { name: 'Tahun ini' }).click()
    await page.getByRole('button', { name: 'Data aduan' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: /XLSX/ }).click()
    expect((await saving).suggestedFilename()).toMatch(/^data-aduan-.*\.xlsx$/)
  })

  it('nobody reads who hides, but in the full copy that the desk asked for', async () => {
    await page.goto(server.url)
    await person.captureAtDesk(page, {
      name: HIDDEN,
      phone: '0812 0000 0077',
      subject: 'Pungutan di loket',
      description: 'Diminta membayar tanpa kuitansi.',
      dusun: 'Melati',
      confidential: true,
    })
    opened.hidden = new URL(page.url()).searchParams.get('aduan')!
    for (const form of ['formulir', 'tanda-terima', 'disposisi', 'jawaban', 'penerusan', 'berkas']) {
      await paper(`${form}/${opened.hidden}`, 'Contohrejo')
      const text = (await printed()).join('\n')
      expect(text, form).not.toMatch(/Bisri|Tertutup|0812-0000-0077/)
      if (form !== 'penerusan') expect(text, form).toMatch(/dirahasiakan|pemegang tanda terima/)
    }
    await page.getByRole('checkbox', { name: /Salinan lengkap/ }).check()
    expect((await printed()).join('\n')).toContain(HIDDEN)
  })

  it('the signed sheet comes back as a photo onto the case', async () => {
    await paper(`disposisi/${opened.hidden}`, 'LEMBAR DISPOSISI')
    const photo = { name: 'lembar.jpg', mimeType: 'image/jpeg', buffer: await plainJpeg(page, 400, 560) }
    await page.getByLabel('Foto lembar bertanda tangan').setInputFiles(photo)
    await page.getByText('Foto lembar tersimpan di riwayat.').waitFor()
    await page.goto(`${server.url}/aduan/${opened.hidden}`)
    await person.inThread(page, 'Lembar Disposisi yang sudah ditandatangani').waitFor()
  })

  it('what was exported stands in the access log, which goes along with the next entry', async () => {
    const log = accessJournal(PETUGAS, dayOf(new Date().toISOString()))
    const looks = async () =>
      (await server.archive.entriesOf(log)).flatMap((entry) =>
        entry.kind === 'accessed' ? entry.data.looks : [],
      )
    const exported = async () => (await looks()).find(({ detail }) => detail === 'Data aduan (XLSX)')
    await expect.poll(async () => (await exported())?.cases.length, { timeout: 60_000 }).toBeGreaterThan(30)
    expect((await exported())!.what).toBe('exported')
  })
})
