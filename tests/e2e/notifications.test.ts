/**
 * A task calls a phone whose app is closed: asked for on the screen, encrypted by the server, taken by a push service,
 * shown by the service worker, fetched before it is tapped, opened without a network.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { entryId } from '../../src/domain/ids.ts'
import { getDoc, readIds, removeDoc } from '../../server/couch/index.ts'
import { picture, TestDevice } from '../support/browser.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import { changeSubscription, pushManagerOf } from '../support/push-manager.ts'
import { PushService, type Ear } from '../support/push-service.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { WorkerSide } from '../support/service-worker.ts'
import { enrol, take } from './person.ts'

const { petugas, kadusA, kadusB } = PEOPLE

describe('a phone whose app is closed', { timeout: 90_000 }, () => {
  let service: PushService
  /** What the browser hands out, one after the other: a subscription that was given back never comes again. */
  let ears: Ear[]
  /** The one that it has. */
  let ear: Ear
  let server: TestServer
  let desk: Caller
  let phone: TestDevice
  let page: Page
  let side: WorkerSide
  let device: string

  beforeAll(async () => {
    service = await PushService.start()
    ears = [service.ear(), service.ear(), service.ear(), service.ear()]
    ear = ears[0]!
    server = await startTestServer({ push: service.trial })
    await server.people(
      { id: petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
      { id: kadusA, name: 'Kadus Anggrek', position: 'kepalaDusun', dusun: 'Anggrek' },
      { id: kadusB, name: 'Kadus Dahlia', position: 'kepalaDusun', dusun: 'Dahlia' },
    )
    desk = await server.enrol(petugas)
    phone = new TestDevice(server.url, undefined, { whole: true, permissions: ['notifications'] })
    page = await phone.start()
    await phone.context.addInitScript(
      pushManagerOf,
      ears.map(({ endpoint, keys }) => ({ endpoint, keys })),
    )
    await page.reload()
  })
  afterAll(async () => {
    await phone?.dispose()
    await server?.close()
    service?.close()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture({ phone })
  })

  let count = 0
  /** The desk gives the officer a new task. */
  async function assign(subject: string): Promise<string> {
    const id = caseId(`p${++count}x`)
    const about = { v: 1, by: petugas, at: new Date().toISOString() }
    const docs = [
      { ...about, _id: entryId(id, 1, desk.device), kind: 'registered', data: complaint({ subject }) },
      { ...about, _id: entryId(id, 2, desk.device), kind: 'assigned', data: { lead: kadusA, helpers: [] } },
    ]
    const { body } = await desk.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
    expect(body).toEqual([])
    return id
  }

  /** What the service has for the phone reaches it; ends when the worker is through, and answers the icon's number. */
  async function deliver(): Promise<number> {
    await service.until(() => ear.heard.length > 0)
    const worker = await side.worker()
    const badge = worker.evaluate(
      () =>
        new Promise<number>((resolve) => {
          navigator.setAppBadge = (count) => Promise.resolve(resolve(count ?? 0))
          navigator.clearAppBadge = () => Promise.resolve(resolve(0))
        }),
    )
    await side.push(ear.heard.shift()!)
    return badge
  }

  const shown = async () =>
    (await side.worker()).evaluate(async () => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration }
      const all = await registration.getNotifications()
      return all.map(({ title, body }) => ({ title, body }))
    })

  /** A tap on the notification that is shown; answers the page that the browser was asked to open. */
  const tap = async () =>
    (await side.worker()).evaluate(async () => {
      const worker = globalThis as unknown as {
        registration: ServiceWorkerRegistration
        clients: { openWindow(url: string): Promise<null> }
        dispatchEvent(event: Event): void
      }
      const [notification] = await worker.registration.getNotifications()
      // Only a finger may open a window, and a test has none: it hears which one.
      const opened = new Promise<string>((resolve) => {
        worker.clients.openWindow = (url) => Promise.resolve(null).finally(() => resolve(url))
      })
      const waited: Promise<unknown>[] = []
      const event = new (
        globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event }
      ).NotificationEvent('notificationclick', { notification })
      Object.defineProperty(event, 'waitUntil', { value: (work: Promise<unknown>) => waited.push(work) })
      worker.dispatchEvent(event)
      return Promise.race([opened, Promise.all(waited).then(() => '')])
    })

  /** By its own checkpoint the phone holds its whole mailbox as of an order. */
  const holds = async (order: number) =>
    vi.waitUntil(
      async () => ((await server.archive.marks.watermarkOf(kadusA, device))?.order ?? 0) >= order,
      { timeout: 30_000, interval: 100 },
    )

  const orderOf = async (id: string) => (await server.archive.entriesOf(id)).at(-1)!.arrived!.order

  it('asks once a task was taken, and not before', async () => {
    const { code } = await server.office.desk.codes.make({ officer: kadusA, validFor: 600_000 })
    await enrol(page, server.url, code)
    await phone.ready(page)
    device = (await server.office.desk.devices.list()).find(({ officer }) => officer === kadusA)!._id.slice(7)
    await assign('Lampu jalan padam')
    await page.getByRole('button', { name: 'Saya kerjakan' }).waitFor()
    expect(await page.getByText('Beri tahu saya bila ada tugas baru').count()).toBe(0)
    await take(page)
    await page.getByText('Beri tahu saya bila ada tugas baru').waitFor()
    await page.getByRole('button', { name: 'Aktifkan' }).click()
    await page.getByText('Pemberitahuan aktif.').waitFor()
    await page.getByText('Beri tahu saya bila ada tugas baru').waitFor({ state: 'detached' })
    await page.goto(`${server.url}/saya`)
    await page.getByText(/^Aktif: ada bunyi/).waitFor()
  })

  it('is told nothing while the app is before their eyes', async () => {
    side = await WorkerSide.of(phone)
    await page.bringToFront()
    await assign('Got mampet')
    expect(await deliver()).toBe(1)
    expect(await shown()).toEqual([])
    await page.getByRole('link', { name: /^Tugas/ }).click()
    await page.getByText('Got mampet').first().waitFor()
  })

  it('shows a call that says nothing of what it is about, and has fetched the case meanwhile', async () => {
    await page.close()
    const id = await assign('Jembatan lapuk')
    expect(await deliver()).toBe(2)
    expect(await shown()).toEqual([{ title: 'Tugas baru', body: 'Ketuk untuk membuka.' }])
    await holds(await orderOf(id))
    expect(phone.context.pages().map((each) => each.url())).toEqual(['about:blank'])
  })

  it('opens that case when it is tapped, from a cold start without a network', async () => {
    await phone.context.setOffline(true)
    const url = await tap()
    expect(url).toMatch(/^\/aduan\/c\w{16}\?dari=tugas$/)
    page = await phone.tab(url)
    await page.getByRole('heading', { name: 'Jembatan lapuk' }).first().waitFor()
    expect(await shown()).toEqual([])
    await phone.context.setOffline(false)
  })

  it('counts on what was not looked at, and leads the app that is open to its tasks', async () => {
    await page.close()
    for (const subject of ['Pipa bocor', 'Sampah menumpuk']) {
      await assign(subject)
      await deliver()
    }
    expect((await shown()).map(({ title }) => title)).toEqual(['2 tugas baru'])
    page = await phone.tab('/saya')
    await page.getByText('Kiriman ke pusat').waitFor()
    expect(await tap()).toBe('')
    await page.waitForURL(/\/tugas$/)
    await page.getByText('Pipa bocor').first().waitFor()
    await page.getByText('Sampah menumpuk').first().waitFor()
  })

  interface Stored {
    key: string
    endpoint: string
    refused?: boolean
  }
  const stored = () => getDoc<Stored>(server.archive.desk, `push:${device}`)
  const has = async () => ears[await page.evaluate(() => Number(localStorage.getItem('ear')))]!
  /** Something of it at the centre comes to be so. */
  const becomes = (holds: (doc: Awaited<ReturnType<typeof stored>>) => boolean) =>
    vi.waitUntil(async () => holds(await stored()), { timeout: 30_000, interval: 100 })

  it('brings its subscription again where the centre has lost it, a new one where the key is another', async () => {
    for (const key of [undefined, ear.keys.p256dh]) {
      const doc = (await stored())!
      await removeDoc(server.archive.desk, doc._id, doc._rev)
      await page.evaluate((old) => void (old && localStorage.setItem('subscribed', old)), key)
      await page.reload()
      await becomes((now) => now?.key === doc.key)
      expect(await page.evaluate(() => localStorage.getItem('subscribed'))).toBe(doc.key)
    }
    ear = await has()
    expect((await stored())!.endpoint).toBe(ear.endpoint)
  })

  it('is turned off and on in Saya', async () => {
    await page.goto(`${server.url}/saya`)
    await page.getByRole('button', { name: 'Matikan pemberitahuan' }).click()
    await page.getByText(/^Tidak aktif\./).waitFor()
    await becomes((doc) => !doc)
    await page.waitForFunction(() => localStorage.getItem('subscribed') === null)
    await page.getByRole('button', { name: 'Aktifkan' }).click()
    await page.getByText(/^Aktif: ada bunyi/).waitFor()
    await becomes((doc) => !!doc)
    ear = await has()
  })

  it('makes another subscription where the push service refuses the centre, and the call that waited comes', async () => {
    const before = ear
    before.answers = [403]
    const id = await assign('Saluran tersumbat')
    await becomes((doc) => !!doc?.refused)
    await page.reload()
    await page.getByText(/^Aktif: ada bunyi/).waitFor()
    await becomes((doc) => doc?.endpoint !== before.endpoint)
    ear = await has()
    expect(await stored()).toMatchObject({ endpoint: ear.endpoint })
    await service.until(() => ear.heard.length > 0)
    expect(ear.heard.splice(0)).toEqual([{ to: device, n: { task: 1 }, open: id }])
    expect(before.heard).toEqual([])
    // The centre has said no to the old one; the browser tells that as an error.
    expect(phone.errors.splice(0)).toEqual([expect.stringContaining('409')])
  })

  it('shared by two says whom it calls, and puts them in front when it is tapped', async () => {
    const { code } = await server.office.desk.codes.make({ officer: kadusB, validFor: 600_000 })
    await enrol(page, server.url, code)
    await page.getByText('Kadus Dahlia').first().waitFor()
    await assign('Jalan longsor')
    await deliver()
    expect(await shown()).toEqual([
      { title: 'Tugas baru', body: 'Untuk Kadus Anggrek\nKetuk untuk membuka.' },
    ])
    expect(await tap()).toBe('')
    await page.getByRole('heading', { name: 'Jalan longsor' }).first().waitFor()
  })

  it('asks whom it calls for their PIN before it shows what it is about', async () => {
    await page.goto(`${server.url}/saya`)
    await page.getByRole('button', { name: 'Pasang PIN' }).click()
    await page.getByLabel('PIN baru', { exact: true }).fill('4711')
    await page.getByLabel('PIN baru sekali lagi').fill('4711')
    await page.getByRole('button', { name: 'Simpan PIN' }).click()
    await page.getByText(/^PIN terpasang\. Ditanyakan/).waitFor()
    await page.getByRole('button', { name: 'Ganti pengguna' }).click()
    const others = page.getByRole('dialog')
    await others.getByRole('button', { name: /Kadus Dahlia/ }).click()
    await page.getByText('Sekarang dipakai oleh Kadus Dahlia.').waitFor()
    await assign('Tiang listrik miring')
    await deliver()
    expect(await tap()).toBe('')
    await page.getByRole('heading', { name: 'Terkunci' }).waitFor()
    expect(await page.locator('html').innerHTML()).not.toContain('Tiang listrik')
    await page.getByLabel('PIN', { exact: true }).fill('4711')
    await page.getByRole('button', { name: 'Buka', exact: true }).click()
    await page.getByRole('heading', { name: 'Tiang listrik miring' }).first().waitFor()
  })

  it('tells the centre by itself when the browser has changed its subscription', async () => {
    const other = service.ear()
    await (await side.worker()).evaluate(changeSubscription, { endpoint: other.endpoint, keys: other.keys })
    const held = await getDoc<{ endpoint: string }>(server.archive.desk, `push:${device}`)
    expect(held!.endpoint).toBe(other.endpoint)
  })

  it('is called no more after signing out', async () => {
    await page.goto(`${server.url}/saya`)
    await page.getByText('Kadus Anggrek').first().waitFor()
    await page.getByRole('button', { name: 'Keluar dari HP ini' }).click()
    await page.getByRole('button', { name: 'Ya, keluar' }).click()
    await page.getByRole('heading', { name: 'Tugas', exact: true }).waitFor()
    await becomes((doc) => !doc)
    expect(await readIds(server.archive.desk, { prefix: 'push:' })).toEqual([])
    await page.waitForFunction(() => localStorage.getItem('subscribed') === null)
    await assign('Tidak untuk siapa-siapa')
    await server.office.postman.settled()
    await server.office.push.ring()
    expect(ear.heard).toEqual([])
    expect(phone.errors).toEqual([])
  })
})
