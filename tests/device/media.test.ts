/** Photos between phones and the centre: sent after the text, fetched, erased; real Chromium and the real server. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Route } from 'playwright-core'
import { getDoc, removeDoc } from '../../server/couch/index.ts'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { append, assign, has, registered } from './cases.ts'
import { keep, note, rowsOf, sizeOf, stateOf } from './photos.ts'
import { PEOPLE, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let desk: Phone
let field: Phone
const phones: Phone[] = []

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
})

afterEach(async () => {
  for (const phone of [desk, field]) await phone.page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const phone of phones.splice(0)) await phone.dispose()
})

afterAll(async () => {
  await desk?.dispose()
  await field?.dispose()
  await centre?.close()
  data?.remove()
})

/** A phone for one test. */
async function another(officer: string): Promise<Phone> {
  const phone = await phoneOf(centre.origin, centre.app, officer)
  phones.push(phone)
  return phone
}

const atCentre = async (hash: string) => (await centre.app.office.archive.files.info(hash)) !== undefined

/** What goes to the centre from now on: `text` for a batch of entries, a hash for a file that is brought. */
async function listen(phone: Phone): Promise<string[]> {
  const heard: string[] = []
  await phone.page.route('**/sync/outbox/_bulk_docs', (route) => {
    heard.push('text')
    return route.fallback()
  })
  await phone.page.route('**/api/media/**', (route) => {
    if (route.request().method() === 'PUT') heard.push(hashIn(route))
    return route.fallback()
  })
  return heard
}

const hashIn = (route: Route) => new URL(route.request().url()).pathname.split('/').at(-1)!

test('photos go after all text, one at a time, once, and the phone says how many', async () => {
  await field.send()
  let open = 0
  let most = 0
  await field.page.route('**/api/media/**', async (route) => {
    most = Math.max(most, ++open)
    const response = await route.fetch()
    open--
    await route.fulfill({ response })
  })
  const heard = await listen(field)
  await field.context.setOffline(true)
  const photos = [await keep(field, 'a'), await keep(field, 'b'), await keep(field, 'c')]
  const id = freshCase()
  await append(
    field,
    registered(id, { attachments: photos.slice(0, 2) }),
    note(id, photos.slice(2)),
    note(id),
  )
  expect(await stateOf(field)).toMatchObject({ unsent: 3, unsentBytes: 3_000, refused: 0 })
  await field.page.evaluate(() => void (kit.events.length = 0))
  await field.context.setOffline(false)
  expect(await field.send()).toBe('sent')
  expect(heard).toEqual(['text', ...photos.map(({ hash }) => hash)])
  expect(most).toBe(1)
  expect(await stateOf(field)).toMatchObject({ unsent: 0 })
  for (const { hash } of photos) expect(await atCentre(hash)).toBe(true)
  const said = await field.page.evaluate(() => kit.events.flatMap(({ status }) => status?.sending ?? []))
  for (const done of [0, 1, 2]) expect(said).toContainEqual({ done, of: 3 })
  expect(await field.page.evaluate(() => kit.device!.status().sending)).toBeUndefined()
  await field.reopen()
  await field.send()
  expect(heard.slice(4)).not.toContain(photos[0]!.hash)
  expect(await sizeOf(field, photos[0]!.hash)).toBe(1_000)
})

test('a text that is written while a photo goes does not wait for it', async () => {
  await field.send()
  const photos = [await keep(field, 'satu'), await keep(field, 'dua'), await keep(field, 'tiga')]
  let release!: () => void
  const held = new Promise<void>((done) => (release = done))
  const heard = await listen(field)
  await field.page.route(`**/api/media/${photos[0]!.hash}**`, async (route) => {
    await held
    await route.fallback()
  })
  const id = freshCase()
  await append(field, registered(id, { attachments: photos }))
  await until('the first photo is under way', () => Promise.resolve(heard.includes('text') && open(field)))
  const [written] = await append(field, note(id))
  await until('the text is at the centre', async () =>
    (await centre.app.office.archive.entriesOf(id)).some(({ _id }) => _id === written),
  )
  release()
  await until('all photos are there', async () => (await stateOf(field)).unsent === 0)
  expect(heard.filter((each) => each !== 'text')).toEqual(photos.map(({ hash }) => hash))
})

/** Whether the phone says that files are under way. */
const open = (phone: Phone) => phone.page.evaluate(() => kit.device!.status().sending !== undefined)

test('a photo that the centre refuses for good is kept and told, and holds up nothing', async () => {
  const phone = await another(PEOPLE.kadusB)
  await phone.send()
  const bad = await keep(phone, 'rusak')
  const good = await keep(phone, 'baik')
  await phone.page.route(`**/api/media/${bad.hash}**`, (route) =>
    route.fulfill({ status: 400, json: { error: 'invalid', reason: 'type' } }),
  )
  const [entry] = await append(phone, registered(freshCase(), { attachments: [bad, good] }))
  await until('the good one is there', () => atCentre(good.hash))
  await until('nothing waits', async () => (await stateOf(phone)).unsent === 0)
  expect(await stateOf(phone)).toMatchObject({ refused: 1 })
  expect(await phone.page.evaluate(() => kit.device!.media.refused())).toEqual([
    { hash: bad.hash, entries: [entry], why: 'type' },
  ])
  expect(await sizeOf(phone, bad.hash)).toBe(1_000)
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: false, why: 'refused' })
  await phone.page.evaluate((hash) => kit.device!.media.dismiss(hash), bad.hash)
  expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: true })
})

test.each<[string, (route: Route) => Promise<void>]>([
  ['does not know the entry yet', (r) => r.fulfill({ status: 404, json: { error: 'not-named' } })],
  ['is in trouble', (r) => r.fulfill({ status: 503, json: { error: 'fault' } })],
  ['goes away in the middle', (r) => r.abort('connectionreset')],
])(
  'a photo waits while the centre %s; the text is through, and signing out is refused',
  async (_, answer) => {
    const phone = await another(PEOPLE.kadusB)
    await phone.send()
    await phone.page.route('**/api/media/**', answer)
    const photo = await keep(phone, 'menunggu')
    const id = freshCase()
    await append(phone, registered(id, { attachments: [photo] }))
    expect(await phone.send()).toBe('files')
    expect((await centre.app.office.archive.entriesOf(id)).length).toBeGreaterThan(0)
    expect(await phone.page.evaluate(() => kit.device!.waiting())).toEqual([])
    expect(await stateOf(phone)).toMatchObject({ unsent: 1, refused: 0 })
    expect(await phone.page.evaluate(() => kit.signOut(kit.device!))).toEqual({ ok: false, why: 'unsent' })
    await phone.page.unrouteAll({ behavior: 'ignoreErrors' })
    expect(await phone.send()).toBe('sent')
    expect(await atCentre(photo.hash)).toBe(true)
  },
)

test('a photo of others comes on demand, stays for when there is no line, and leaves with its case', async () => {
  const id = freshCase()
  const photo = await keep(desk, 'milik-kantor', 5_000)
  await desk.page.route('**/api/media/**', (route) => route.fulfill({ status: 503, json: {} }))
  const [entry] = await append(desk, registered(id, { attachments: [photo] }), assign(id, PEOPLE.kadusA))
  await desk.send()
  await until('the case arrives', has(field, id))
  const look = () =>
    field.page.evaluate(
      async ([hash, of]) => {
        const fetched = await kit.device!.media.fetch(hash, of)
        return fetched.ok ? fetched.blob.size : fetched.why
      },
      [photo.hash, entry!] as const,
    )
  expect(await look()).toBe('not-yet')
  await field.context.setOffline(true)
  expect(await look()).toBe('offline')
  await field.context.setOffline(false)
  await desk.page.unrouteAll({ behavior: 'ignoreErrors' })
  await desk.send()
  const before = await rowsOf(field)
  expect(await look()).toBe(5_000)
  expect(await rowsOf(field)).toBe(before + 1)
  await field.context.setOffline(true)
  expect(await look()).toBe(5_000)
  await field.context.setOffline(false)
  await append(desk, { journal: id, kind: 'unassigned', data: { reason: 'Salah orang' } })
  await desk.send()
  await until('the case is gone', async () => !(await has(field, id)()))
  await until('its photo too', async () => !(await field.dump()).includes(photo.hash))
  expect(await sizeOf(field, photo.hash)).toBeUndefined()
  expect(await rowsOf(field)).toBe(before)
  expect(await look()).toBe('gone')
})

test('all photos of some cases are fetched before going where there is no line', async () => {
  const ids = [freshCase(), freshCase()]
  const photos = [await keep(desk, 'x1'), await keep(desk, 'x2'), await keep(desk, 'x3')]
  await append(desk, registered(ids[0]!, { attachments: photos.slice(0, 2) }), assign(ids[0]!, PEOPLE.kadusA))
  await append(desk, registered(ids[1]!, { attachments: photos.slice(1) }), assign(ids[1]!, PEOPLE.kadusA))
  expect(await desk.send()).toBe('sent')
  for (const id of ids) await until('the case arrives', has(field, id))
  const [told, done] = await field.page.evaluate(async (cases) => {
    const steps: number[][] = []
    const fetched = await kit.device!.media.fetchAll(cases, (...step) => steps.push(step))
    return [steps, fetched] as const
  }, ids)
  expect(told).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  expect(done).toEqual({ done: 3, of: 3 })
  await field.context.setOffline(true)
  for (const { hash } of photos) expect(await sizeOf(field, hash)).toBe(1_000)
  await field.context.setOffline(false)
})

test('after the centre was restored to an older day it gets back the photos that it lost, and only those', async () => {
  const { archive } = centre.app.office
  await field.send()
  const lines: string[] = []
  for await (const line of archive.exportAll()) lines.push(line)
  const [lost, there] = [await keep(field, 'hilang-di-pusat'), await keep(field, 'ada-di-pusat')]
  const id = freshCase()
  await append(field, registered(id, { attachments: [lost, there] }))
  await until('both are there', async () => (await atCentre(lost.hash)) && atCentre(there.hash))
  await until('nothing waits', async () => (await stateOf(field)).unsent === 0)
  const { media } = archive.parts
  await removeDoc(media, lost.hash, (await getDoc(media, lost.hash))!._rev)
  const heard = await listen(field)
  await archive.importAll(lines, { lastNumber: 0 })
  await until('it is there again', async () => {
    await field.send()
    return atCentre(lost.hash)
  })
  await until('nothing waits', async () => (await stateOf(field)).unsent === 0)
  expect(heard.filter((each) => each !== 'text')).toContain(lost.hash)
  expect(heard).not.toContain(there.hash)
})

test('a lost phone hands in its photos too before it wipes itself', async () => {
  const phone = await another(PEOPLE.kadusB)
  await phone.send()
  await phone.context.setOffline(true)
  const photo = await keep(phone, 'hp-hilang')
  await append(phone, registered(freshCase(), { attachments: [photo] }))
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  await centre.app.office.desk.devices.change(device, () => ({ state: 'lost' }))
  await phone.context.setOffline(false)
  await until('it is wiped', () => phone.page.evaluate(() => kit.events.some(({ wiped }) => wiped)))
  await until('nothing is left', async () => !(await phone.dump()).includes(photo.hash))
  expect(await atCentre(photo.hash)).toBe(true)
})
