/** Many cases at once: given out together, a stand-in named for who is away, and everything handed over to them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Entry, Kind } from '../../src/domain/entries.ts'
import { entryId } from '../../src/domain/ids.ts'
import { addDays, dayOf } from '../../src/domain/time.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { caseId, complaint, deviceOf, PEOPLE } from '../support/domain.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const { petugas, kasi, staf } = PEOPLE
const SUBJECTS = ['Lampu jalan mati', 'Selokan mampet', 'Talud longsor']
const TODAY = dayOf(new Date().toISOString())

describe('the office with many cases', () => {
  let server: TestServer
  let desk: Page, phone: Page
  const devices: Record<string, TestDevice> = {}
  const press = (name: string | RegExp, on: Page = desk) => on.getByRole('button', { name }).first().click()
  const sheet = () => desk.getByRole('dialog')

  const open = (name: string, who: string, size?: typeof DESKTOP) => {
    devices[name] = new TestDevice(server.url, size, { within: sharedBrowser })
    return person.start(devices[name], server, who)
  }
  const entries = (subject: string, n: number): Entry[] => {
    const id = caseId(`b${n}`)
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const write = (counter: number, kind: Kind, data: unknown) =>
      ({ _id: entryId(id, counter, deviceOf(petugas)), kind, v: 1, by: petugas, at, data }) as Entry
    return [write(1, 'registered', complaint({ subject, place: {} })), write(2, 'verified', {})]
  }

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
      { id: kasi, name: 'Kasi Contoh', position: 'kasiPelayanan' },
      { id: staf, name: 'Staf Contoh', position: 'stafKasi' },
    )
    await server.archive.seed(SUBJECTS.flatMap(entries))
    ;[desk, phone] = await Promise.all([open('desk', petugas, DESKTOP), open('phone', staf)])
  }, 60_000)
  afterAll(async () => {
    await Promise.all(Object.values(devices).map((device) => device.dispose()))
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(devices)
  })

  it('gives several to one officer in one step, and says what became of them', async () => {
    await desk.goto(`${server.url}/aduan-masuk`)
    await press('Pilih beberapa')
    for (const subject of SUBJECTS.slice(0, 2))
      await desk.getByRole('checkbox', { name: `Pilih: ${subject}` }).check()
    await press('Disposisikan 2 aduan')
    await sheet().getByRole('button', { name: 'Disposisikan semuanya' }).click()
    await sheet().getByText('Pilih siapa yang menjadi penanggung jawab.').waitFor()
    await sheet()
      .getByRole('combobox', { name: 'Ditugaskan ke' })
      .selectOption({ label: 'Kasi Contoh, Kasi Pelayanan (tidak ada aduan terbuka)' })
    await sheet().getByRole('button', { name: 'Disposisikan semuanya' }).click()
    await sheet().getByText('2 aduan didisposisikan ke Kasi Contoh.').waitFor()
    await sheet().getByRole('button', { name: 'Selesai' }).click()
    await desk.getByRole('button', { name: 'Pilih beberapa' }).waitFor()
  })

  it('names a stand-in, who gets all that lies with who is away', async () => {
    await desk.goto(`${server.url}/pengaturan/petugas?siapa=${kasi}`)
    await press('Tunjuk pengganti sementara')
    await sheet().getByText('Selama waktu itu pengganti memegang: Kasi Pelayanan.').waitFor()
    await sheet().getByRole('button', { name: 'Tunjuk', exact: true }).click()
    await sheet().getByText('Pilih dulu penggantinya.').waitFor()
    await sheet()
      .getByRole('combobox', { name: 'Pengganti' })
      .selectOption({ label: 'Staf Contoh, Staf Kasi' })
    await sheet().getByLabel('Sampai tanggal').fill(addDays(TODAY, 5))
    await sheet().getByRole('button', { name: 'Tunjuk', exact: true }).click()
    await sheet().getByText('2 aduan terbuka masih pada Kasi Contoh').waitFor()
    await sheet().getByRole('button', { name: 'Serahkan aduannya' }).click()
    await sheet().getByRole('button', { name: 'Serahkan 2 aduan' }).click()
    await sheet().getByText('2 aduan diserahkan ke Staf Contoh.').waitFor()
    await sheet().getByRole('button', { name: 'Selesai' }).click()
    await phone.goto(`${server.url}/tugas`)
    for (const subject of SUBJECTS.slice(0, 2)) await phone.getByText(subject).first().waitFor()
    expect(await phone.getByText(SUBJECTS[2]!).count()).toBe(0)
  })

  it('offers the stand-in where somebody gives a case to who is away', async () => {
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, SUBJECTS[2]!)
    await person.chooseAct(desk, 'Disposisikan')
    await person.chooseAmong(sheet(), /^Kasi Contoh/, person.ALL_OFFICERS)
    await sheet()
      .getByText(/^Kasi Contoh sedang digantikan Staf Contoh sampai/)
      .waitFor()
    await sheet().getByRole('button', { name: 'Tugaskan ke Staf Contoh' }).click()
    await sheet()
      .getByRole('button', { name: /^Disposisikan$/ })
      .click()
    await person.closed(sheet())
    await phone.getByText(SUBJECTS[2]!).first().waitFor()
  })

  it('brings an old register in: row by row what is wrong, nothing before it is confirmed, and no row twice', async () => {
    const HEAD = 'Nomor Buku;Tanggal Terima;Nama Pengadu;Obyek Pengaduan;Status;Tanggal Jawaban;Jawaban'
    const row = (n: number) => `${n};0${n}-02-2024;Warga Lama ${n};Aduan lama ${n};Selesai;10-02-2024;Sudah.`
    const choose = (name: string, ...lines: string[]) =>
      desk.locator('input[type=file]').setInputFiles({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from([HEAD, ...lines].join('\n')),
      })
    await desk.goto(`${server.url}/pengaturan/impor`)
    await choose('bukan.csv', '')
    await desk.getByText('bukan.csv: Di bawah judul kolom belum ada baris yang terisi.').waitFor()
    await choose('lama.csv', row(1), '2;31-02-2024;A;Tanggal keliru;Selesai;;', row(3))
    await desk.getByText('2 siap diimpor').waitFor()
    await desk.getByText('Baris 3').waitFor()
    await desk.getByText('Tanggal Terima “31-02-2024” tidak terbaca. Tulis seperti 31-12-2024.').waitFor()
    const inBook = async () =>
      (await server.archive.register(petugas)).cases.filter(({ paperNumber }) => paperNumber)
    expect(await inBook()).toEqual([])
    await press('Impor 2 baris')
    await desk.getByText('Selesai: 2 baris diimpor.').waitFor()
    await choose('lama.csv', row(1), row(2), row(3))
    await desk.getByText('2 sudah ada, dilewati').waitFor()
    await press('Impor 1 baris')
    await desk.getByText('Selesai: 1 baris diimpor.').waitFor()
    await expect
      .poll(async () => (await inBook()).map(({ status }) => status), person.PATIENCE)
      .toEqual(Array(3).fill('closed'))
    for (const device of Object.values(devices)) expect(device.errors).toEqual([])
  })
})
