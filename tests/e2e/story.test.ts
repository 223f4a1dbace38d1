/** The main job, from end to end: two phones, an office computer, real service workers, a network that goes and comes. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { newOfficerId } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { DESKTOP, PHONE, picture, TestDevice } from '../support/browser.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import * as person from './person.ts'

const officer = (n: number) => newOfficerId(Uint8Array.from({ length: 16 }, (_, i) => i + n))
const [petugas, kadusA, kadusB] = [officer(1), officer(2), officer(3)] as [string, string, string]
const TODAY = dayOf(new Date().toISOString())
const FIRST = 'Jembatan bambu lapuk'

describe('a complaint travels from a phone without signal to the office and back', () => {
  let server: TestServer
  let office: TestDevice, phoneA: TestDevice, phoneB: TestDevice
  let desk: Page, a: Page, b: Page

  const codeFor = async (id: string) =>
    (await server.office.desk.codes.make({ officer: id, validFor: 600_000 })).code

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
      { id: kadusA, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
      { id: kadusB, name: 'Kadus Dahlia', position: 'kepalaDusun', dusun: 'Dahlia' },
    )
    const dusun = ['Anggrek', 'Dahlia'].map((name) => ({ name, rw: [{ rw: '001', rt: ['001', '002'] }] }))
    await server.set('profile', { name: 'Contohrejo' })
    await server.set('dusun', dusun)
    office = new TestDevice(server.url, DESKTOP, { whole: true })
    phoneA = new TestDevice(server.url, PHONE, { whole: true })
    phoneB = new TestDevice(server.url, PHONE, { whole: true })
  })
  afterAll(async () => {
    await Promise.all([office, phoneA, phoneB].map((device) => device?.dispose()))
    await server?.close()
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ office, phoneA, phoneB })
  })

  it('enrols three devices by their links', async () => {
    desk = await office.start()
    a = await phoneA.start()
    b = await phoneB.start()
    await person.enrol(desk, server.url, await codeFor(petugas))
    await person.enrol(a, server.url, await codeFor(kadusA))
    await person.enrol(b, server.url, await codeFor(kadusB))
    await Promise.all([office.ready(desk), phoneA.ready(a), phoneB.ready(b)])
    await a.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await desk.getByRole('heading', { name: 'Aduan masuk', exact: true }).waitFor()
  })

  it('lets the office take down a complaint, verify it and assign it to phone A', async () => {
    await person.captureAtDesk(desk, {
      name: 'Warga Contoh',
      address: 'RT 001 RW 001',
      phone: '0812 0000 0001',
      subject: FIRST,
      description: 'Jembatan menuju sawah lapuk, anak-anak lewat setiap hari.',
      dusun: 'Anggrek',
    })
    await desk.goto(`${server.url}/aduan-masuk`)
    await person.openCase(desk, FIRST)
    await person.verify(desk)
    await person.assign(desk, 'Kadus Anggrek', 'Cek dan pasang tanda bahaya')
    await a.goto(`${server.url}/tugas`)
    await a.getByRole('button', { name: 'Saya kerjakan' }).first().waitFor()
    await desk.getByText('001/ADU/').first().waitFor()
  })

  it('shows the office that the assignment reached phone A', async () => {
    await desk
      .getByText(/Sampai di HP petugas/)
      .first()
      .waitFor()
  })

  it('works from a cold start without network: take, follow up, meet, take minutes, capture two', async () => {
    await phoneA.quit()
    a = await phoneA.start('/tugas', { offline: true })
    await person.take(a)
    await person.openCase(a, FIRST)
    await person.followUp(a, 'Papan bahaya sudah dipasang')
    await person.callMeeting(a, TODAY, 'Petugas Contoh')
    await person.takeMinutes(a, 'Warga sepakat kerja bakti', 'Ganti bambu hari Minggu')
    await a.goto(`${server.url}/tugas`)
    await person.capture(a, {
      name: 'Ibu Misal',
      subject: 'Pipa air bocor',
      description: 'Bocor di tikungan.',
    })
    await a.goto(`${server.url}/tugas`)
    await person.capture(a, {
      name: 'Bapak Umpama',
      subject: 'Lampu jalan padam',
      description: 'Padam seminggu.',
    })
    await a
      .getByText(/Tanpa internet/)
      .first()
      .waitFor()
  })

  it('brings everything home by itself when the network returns, in order, with ticks and numbers', async () => {
    await phoneA.context.setOffline(false)
    await desk.goto(`${server.url}/aduan-masuk`)
    await desk.getByText('Pipa air bocor').first().waitFor()
    await desk.getByText('Lampu jalan padam').first().waitFor()
    await desk.getByText('003/ADU/').first().waitFor()
    await desk.goto(`${server.url}/buku`)
    // In the order in which the phone took them down.
    for (const [number, subject] of [
      ['002/ADU/', 'Pipa air bocor'],
      ['003/ADU/', 'Lampu jalan padam'],
    ] as const)
      await desk
        .getByRole('row', { name: new RegExp(subject) })
        .filter({ hasText: number })
        .waitFor()
    await desk
      .getByRole('row', { name: new RegExp(FIRST) })
      .getByRole('link')
      .click()
    await person.inThread(desk, 'Papan bahaya sudah dipasang').waitFor()
    await person.inThread(desk, 'Ganti bambu hari Minggu').waitFor()
    const thread = await desk.getByRole('main').innerText()
    expect(thread.indexOf('Papan bahaya sudah dipasang')).toBeLessThan(
      thread.indexOf('Ganti bambu hari Minggu'),
    )
    await a.goto(`${server.url}/tugas`)
    await person.openCase(a, FIRST)
    await a
      .getByRole('button', { name: /Dibuka/ })
      .first()
      .waitFor()
  })

  it('keeps the late follow-up of phone A when the case went to B meanwhile, and takes the whole case from A', async () => {
    await phoneA.context.setOffline(true)
    await person.followUp(a, 'Bambu baru sudah dipesan')
    await person.assign(desk, 'Kadus Dahlia')
    await b.getByText(FIRST).first().waitFor()
    await phoneA.context.setOffline(false)
    await person.inThread(desk, 'Bambu baru sudah dipesan').waitFor()
    await desk
      .getByText(/Datang terlambat/)
      .first()
      .waitFor()
    await a.getByText('Aduan ini tidak ada di HP ini').waitFor()
    await person.openCase(b, FIRST)
    for (const text of ['Papan bahaya sudah dipasang', 'Ganti bambu hari Minggu', 'Bambu baru sudah dipesan'])
      await person.inThread(b, text).waitFor()
  })

  it('answers and closes with an outcome, and every screen says so', async () => {
    await person.take(b)
    await person.followUp(b, 'Jembatan sudah diganti')
    await person.inThread(desk, 'Jembatan sudah diganti').waitFor()
    await person.answer(desk, 'Jembatan sudah diganti bersama warga.')
    await person.close(desk, 'Ditindaklanjuti')
    for (const page of [desk, b]) {
      await person.inThread(page, 'Jembatan sudah diganti bersama warga.').waitFor()
      await page.locator('.thread, main').getByText('Ditindaklanjuti').last().waitFor()
    }
    await a.goto(`${server.url}/tugas`)
    await a.getByText('Yang saya catat (2)').waitFor()
    expect(await a.getByText(FIRST).count()).toBe(0)
  })

  it('wrote nothing to the console that a developer would have to look at', () => {
    expect([...office.errors, ...phoneA.errors, ...phoneB.errors]).toEqual([])
  })
})
