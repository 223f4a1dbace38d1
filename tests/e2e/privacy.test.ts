/** UU 27/2022 at the screen: a resident's data copied and put right, who looked at it, and files past their retention destroyed. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Entry, Kind } from '../../src/domain/entries.ts'
import { CENTRE, entryId } from '../../src/domain/ids.ts'
import { DESKTOP, picture, TestDevice } from '../support/browser.ts'
import { caseId, complaint, deviceOf, PEOPLE } from '../support/domain.ts'
import { sharedBrowser } from '../support/shared-browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const { petugas, kades } = PEOPLE
const [old, spam] = [caseId('lama'), caseId('iklan')]
const WHO = { name: 'Slamet Contoh', address: 'Rumah hijau', phone: '+6281200000088' }
const DECISION = 'Keputusan 3/2026'

describe('the privacy of complainants', () => {
  let server: TestServer
  let desk: Page, chief: Page
  const devices: Record<string, TestDevice> = {}

  const write = (id: string, counter: number, by: string, kind: Kind, data: unknown): Entry => {
    const device = by === CENTRE ? CENTRE : deviceOf(by)
    const at = `2019-03-0${counter}T03:00:00.000Z`
    return { _id: entryId(id, counter, device), kind, v: 1, by, at, data } as Entry
  }
  const open = (name: string, who: string) => {
    devices[name] = new TestDevice(server.url, DESKTOP, { within: sharedBrowser })
    return person.start(devices[name], server, who)
  }
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola', from: '2018-01-01' },
      { id: kades, name: 'Kades Contoh', position: 'kepalaDesa', from: '2018-01-01' },
    )
    await server.archive.seed([
      write(old, 1, petugas, 'registered', complaint({ description: 'Jalan di depan rumah.' })),
      write(old, 2, petugas, 'identityGiven', WHO),
      write(old, 4, petugas, 'withdrawn', { reason: 'sudah selesai sendiri' }),
      write(spam, 1, CENTRE, 'registered', complaint({ channel: 'website', subject: 'Pinjaman kilat' })),
      write(spam, 2, petugas, 'dismissed', { reason: 'iklan' }),
    ])
    ;[desk, chief] = await Promise.all([open('desk', petugas), open('head', kades)])
  }, 60_000)
  afterAll(async () => {
    await Promise.all(Object.values(devices).map((device) => device.dispose()))
    await server?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(devices)
  })

  it('gives a resident a copy of what is held of them, and puts right what is wrong in it', async () => {
    await desk.goto(`${server.url}/privasi/orang`)
    await field(desk, 'Nama atau nomor HP').fill('0812 0000 0088')
    await press(desk, 'Cari data')
    await desk.getByText('Slamet Contoh · Pengadu').click()
    const [file] = await Promise.all([desk.waitForEvent('download'), press(desk, 'Simpan salinan (JSON)')])
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ data: [{ identity: WHO }] })
    await press(desk, 'Betulkan')
    await field(desk, 'Nama').fill('Slamet Contohadi')
    await field(desk, 'Alasan').fill('diminta yang bersangkutan')
    await press(desk, 'Simpan')
    await desk.getByText('Slamet Contohadi · Pengadu').waitFor()
  })

  it('is watched over by the Kepala Desa, who reads who looked at whom; nobody else does', async () => {
    await desk.goto(`${server.url}/privasi/akses`)
    await desk.getByText('Log akses dibaca Kepala Desa').waitFor()
    await expect
      .poll(async () => {
        await chief.goto(`${server.url}/privasi/akses`)
        await chief
          .getByText(/\d+ kali/)
          .first()
          .waitFor()
        return chief.getByText('mengekspor: Data satu orang').count()
      }, person.PATIENCE)
      .toBe(1)
  })

  it('ends with their files, past retention, by proposal, decision and minutes: the dismissed ones of the website too', async () => {
    await desk.goto(`${server.url}/privasi/simpan`)
    await desk.getByText('001/ADU/III/2019').click()
    await desk.getByText('Bukan aduan, dari situs desa · Pinjaman kilat').click()
    await field(desk, 'Alasan').fill('lewat masa simpan')
    await press(desk, 'Usul musnah')
    await desk.getByText('Pemusnahan diputuskan Kepala Desa.', { exact: false }).waitFor()

    await chief.goto(`${server.url}/privasi/simpan`)
    await chief
      .getByText(/Diusulkan .* lewat masa simpan$/)
      .nth(1)
      .waitFor()
    await chief.getByText('Pilih semua').first().click()
    await field(chief, 'Nomor dan tanggal keputusan').fill(DECISION)
    await press(chief, 'Putuskan pemusnahan')
    await press(chief, 'Ya, musnahkan')
    await chief.getByText(`Berita acara: ${DECISION} (2 berkas)`).click()
    await chief.getByText('BERITA ACARA PEMUSNAHAN BERKAS ADUAN').waitFor()
    for (const words of ['001/ADU/III/2019', 'Bukan aduan, dari situs desa'])
      await chief.getByRole('cell', { name: words }).waitFor()

    await desk.goto(`${server.url}/aduan/${old}`)
    await desk.getByText('Berkas dimusnahkan').first().waitFor()
    await expect.poll(() => desk.getByText(/Slamet|Jalan di depan rumah/).count(), person.PATIENCE).toBe(0)
    await desk.goto(`${server.url}/buku?cari=001%2FADU`)
    await desk.getByRole('row', { name: /001\/ADU\/III\/2019/ }).waitFor()
    for (const device of Object.values(devices)) expect(device.errors).toEqual([])
  })
})
