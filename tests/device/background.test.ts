/** Sending while no page of the app is open: Background Sync in the real service worker. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WorkerSide } from '../support/service-worker.ts'
import { Phone, harnessWithWorker, startCentre, temporary, type Centre } from './support.ts'
import { keep } from './photos.ts'
import { PEOPLE, codeFor, complaint, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: Awaited<ReturnType<typeof harnessWithWorker>>
let data: ReturnType<typeof temporary>
let centre: Centre
let phone: Phone
let worker: WorkerSide

beforeAll(async () => {
  harness = await harnessWithWorker()
  data = temporary()
  centre = await startCentre(harness.folder, data.folder)
  await settleVillage(centre.app)
  phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA, { kept: true })
  worker = await workerOf(phone)
})

afterAll(async () => {
  await phone?.dispose()
  await centre?.close()
  data?.remove()
  harness?.remove()
})

/** Registers the worker, as the app does at its start. */
async function workerOf(on: Phone): Promise<WorkerSide> {
  await on.page.evaluate(async () => {
    kit.state.update.start()
    await navigator.serviceWorker.ready
  })
  return WorkerSide.of(on)
}

const sync = () => worker.sync('kirim')

const write = (id: string, subject: string, attachments: object[] = []) =>
  phone.page.evaluate(
    async ([journal, data]) => {
      const result = await kit.device!.append([{ journal, kind: 'registered', data } as never])
      return result.ok
    },
    [id, { ...complaint({ subject }), attachments }] as const,
  )

const tags = () =>
  phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (registration as unknown as { sync: { getTags(): Promise<string[]> } }).sync.getTags()
  })

const arrived = (id: string) => async () => (await centre.app.office.archive.entriesOf(id)).length > 0

test('what was written offline arrives with every page closed, once the browser finds a line', async () => {
  await phone.send()
  await phone.context.setOffline(true)
  const id = freshCase()
  const photo = await keep(phone, 'tanpa-halaman')
  expect(await write(id, 'Tanpa halaman', [photo])).toBe(true)
  await until('the browser was asked', async () => (await tags()).includes('kirim'))
  await phone.page.close()
  await sync()
  expect(await arrived(id)()).toBe(false)
  await phone.context.setOffline(false)
  expect(phone.context.pages().map((page) => page.url())).toEqual(['about:blank'])
  await sync()
  await until('it arrived', arrived(id))
  const { info } = centre.app.office.archive.files
  await until('its photo too', async () => (await info(photo.hash)) !== undefined)
})

test('an open page hears of it, and of what the errand brought', async () => {
  const desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  await phone.restart()
  await until('it is at rest', () => phone.page.evaluate(() => !kit.device!.status().running))
  // The page itself sends nothing and fetches nothing from here on.
  await phone.page.route('**/{sync,api}/**', (route) => route.abort())
  const own = freshCase()
  await write(own, 'Halaman terbuka')
  const given = freshCase()
  await desk.page.evaluate(
    async ([journal, data, lead]) => {
      const assigned = { journal, kind: 'assigned', data: { lead, helpers: [] } }
      await kit.device!.append([{ journal, kind: 'registered', data }, assigned] as never)
      await kit.device!.sendNow()
    },
    [given, complaint({ subject: 'Tugas baru' }), PEOPLE.kadusA] as const,
  )
  await centre.app.office.postman.settled()
  await sync()
  await until('the page heard', () =>
    phone.page.evaluate(
      ([a, b]) => [a, b].every((id) => kit.events.some(({ journals }) => journals?.includes(id!))),
      [own, given],
    ),
  )
  await until('nothing waits', () => phone.page.evaluate(async () => !(await kit.device!.waiting()).length))
  await until('the case is listed', () =>
    phone.page.evaluate(async (id) => (await kit.device!.cases([id])).length === 1, given),
  )
  await desk.dispose()
})

test('every officer of the browser is served', async () => {
  await phone.page.unroute('**/{sync,api}/**')
  await phone.send()
  await phone.context.setOffline(true)
  const first = freshCase()
  await write(first, 'Dari yang pertama')
  await phone.page.route('**/sync/**', (route) => route.abort())
  await phone.context.setOffline(false)
  const code = await codeFor(centre.app, PEOPLE.kadusB)
  await phone.page.evaluate(async (given) => {
    await kit.device!.close()
    const result = await kit.enrol(given, 'bersama')
    if (!result.ok) throw new Error(result.why)
    await kit.open()
  }, code)
  const second = freshCase()
  await write(second, 'Dari yang kedua')
  await phone.page.close()
  await sync()
  await until('both arrived', async () => (await arrived(first)()) && (await arrived(second)()))
})
