/** The rescue file: made on a phone that cannot send, read in at the office, for the author and never twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../src/domain/time.ts'
import { TestBrowser, type Caller } from '../support/browser-session.ts'
import { startTestServer } from '../support/server.ts'
import { append, registered } from './cases.ts'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { PEOPLE, codeFor, freshCase, phoneOf, settleVillage } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let field: Phone
let desk: Caller
let kadus: Caller

interface Report {
  error?: string
  officer: string
  device: string
  entries: { id: string; fate: string; why?: string; kind?: string }[]
  files: { stored: number; all: number }
  drafts: number
}

/** What the office hears at contact. */
interface News {
  devices: { device: string; drafts?: { count: number; until: string } }[]
}

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
  await goOffline(field)
  desk = await callerOf(PEOPLE.petugas)
  kadus = await callerOf(PEOPLE.kadusB)
})

afterAll(async () => {
  await field?.dispose()
  await centre?.close()
  data?.remove()
})

const callerOf = async (officer: string) =>
  new TestBrowser(centre.origin).enrol(await codeFor(centre.app, officer))

/** The harness has no service worker: what loads lazily has to be there before. */
async function goOffline(phone: Phone): Promise<void> {
  await phone.send()
  expect(await phone.page.evaluate(() => kit.device!.rescueFile(''))).toEqual({ ok: false, why: 'nothing' })
  await phone.context.setOffline(true)
}

async function fileOf(phone: Phone): Promise<string> {
  const made = await phone.page.evaluate(() => kit.device!.rescueFile('UNTUK PETUGAS\n'))
  if (!made.ok) throw new Error(made.why)
  return made.text
}

const open = (file: string, caller = desk, origin = centre.origin) =>
  new Promise<{ status: number; body: Report }>((done, failed) => {
    const headers = { ...caller.headers, 'content-type': 'application/octet-stream' }
    fetch(`${origin}/api/rescue`, { method: 'POST', headers, body: file })
      .then(async (answer) => done({ status: answer.status, body: (await answer.json()) as Report }))
      .catch(failed)
  })

const fates = ({ body }: { body: Report }) =>
  Object.fromEntries(body.entries.map(({ id, fate }) => [id, fate]))

const stored = async (id: string) =>
  (await centre.app.office.archive.entriesOf(id.slice(0, id.indexOf(':')))).find(({ _id }) => _id === id)

describe('what a phone could not send', () => {
  let file: string
  let ids: string[]
  const attachment = () =>
    field.page.evaluate(async () => {
      const prepared = await kit.photo('penyelamat', 5_000)
      await kit.device!.media.keep(prepared)
      return prepared.attachment
    })

  beforeAll(async () => {
    const id = freshCase()
    const photo = await attachment()
    ids = await append(field, registered(id, { subject: 'RAHASIABERKAS', attachments: [photo] }), {
      journal: id,
      kind: 'note',
      data: { text: 'Sudah dilihat.' },
    })
    file = await fileOf(field)
  })

  test('cannot be read in the file', () => {
    expect(file).toMatch(/^UNTUK PETUGAS\n/)
    expect(file).not.toContain('RAHASIABERKAS')
    expect(Buffer.from(file.split('\n').slice(3).join(''), 'base64').toString()).not.toContain(
      'RAHASIABERKAS',
    )
  })

  test('is not read in for whoever does no desk work, nor without a session', async () => {
    expect(await open(file, kadus)).toMatchObject({ status: 403, body: { error: 'desk-only' } })
    const nobody = { ...desk, headers: { 'x-kentongan-device': desk.device } }
    expect(await open(file, nobody)).toMatchObject({ status: 401 })
    expect(await stored(ids[0]!)).toBeUndefined()
  })

  test('is refused whole when the file was changed, cut off, or is another one', async () => {
    const lines = file.trimEnd().split('\n')
    const flipped = lines.with(
      -2,
      lines.at(-2)!.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    )
    const forged = file.replace(/"device":"[^"]+"/, `"device":"${desk.device}"`)
    const cases: [string, string][] = [
      [flipped.join('\n'), 'rescue-damaged'],
      [forged, 'rescue-damaged'],
      [file.slice(0, file.length / 2), 'rescue-cut-off'],
      [file.slice(0, 60), 'rescue-cut-off'],
      [file.replace('"v":1', '"v":2'), 'rescue-newer'],
      ['Daftar belanja', 'rescue-not-one'],
      ['', 'rescue-not-one'],
    ]
    for (const [text, error] of cases)
      expect(await open(text), error).toMatchObject({ status: 400, body: { error } })
    expect(await stored(ids[0]!)).toBeUndefined()
  })

  test('says so when it was locked for another village', async () => {
    const other = await startTestServer()
    await other.people({ id: PEOPLE.petugas, position: 'petugasPengelola' })
    const stranger = await other.enrol(PEOPLE.petugas)
    expect(await open(file, stranger, other.url)).toMatchObject({ body: { error: 'rescue-other-village' } })
    await other.close()
  })

  test('arrives for its author, through the officer who read it in, with its photos', async () => {
    const answer = await open(file)
    expect(answer).toMatchObject({
      status: 200,
      body: { officer: PEOPLE.kadusA, files: { stored: 1, all: 1 } },
    })
    expect(fates(answer)).toEqual({ [ids[0]!]: 'accepted', [ids[1]!]: 'accepted' })
    expect(await stored(ids[0]!)).toMatchObject({ by: PEOPLE.kadusA, arrived: { via: PEOPLE.petugas } })
    expect(JSON.stringify(answer.body)).not.toContain('RAHASIABERKAS')
  })

  test('changes nothing when it is read in again, and when the phone sends it after all', async () => {
    const before = await stored(ids[0]!)
    expect(fates(await open(file))).toMatchObject({ [ids[0]!]: 'known', [ids[1]!]: 'known' })
    await field.context.setOffline(false)
    await field.send()
    expect(await stored(ids[0]!)).toEqual(before)
    const left = await field.page.evaluate(async () => (await kit.device!.waiting()).map(({ id }) => id))
    expect(left).not.toContain(ids[0])
    await field.context.setOffline(true)
  })
})

describe('what was half typed', () => {
  let old: Phone
  let file: string
  let hash: string
  const draft = (phone: Phone) => phone.page.evaluate(() => kit.device!.drafts.list())
  const saved = (phone: Phone, data: object, updatedAt = '2026-11-20T03:00:00.000Z') =>
    phone.page.evaluate(
      ([data, updatedAt]) =>
        kit.device!.drafts.save({ id: 'catat-uji', kind: 'capture', data, updatedAt: updatedAt as string }),
      [data, updatedAt],
    )

  beforeAll(async () => {
    old = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
    await goOffline(old)
    const photo = await old.page.evaluate(async () => {
      const prepared = await kit.photo('draf', 5_000)
      await kit.device!.media.keep(prepared)
      return prepared.attachment
    })
    hash = photo.hash
    await saved(old, { name: 'RAHASIADRAF', attachments: [photo] })
    file = await fileOf(old)
  })
  afterAll(() => old.dispose())

  test('is in the file although nothing else is, and the office hears only how much', async () => {
    expect(file).not.toContain('RAHASIADRAF')
    const answer = await open(file)
    expect(answer).toMatchObject({ status: 200, body: { entries: [], drafts: 1, files: { all: 0 } } })
    expect(JSON.stringify(answer.body)).not.toContain('RAHASIADRAF')
    const news = await desk.call<News>('POST', '/api/contact', { unsent: 0, refused: 0, version: 'uji' })
    const { device } = await old.page.evaluate(() => kit.device!.account)
    const row = news.body.devices.find((one) => one.device === device)!
    expect(row.drafts).toEqual({ count: 1, until: addDays(dayOf(new Date().toISOString()), 60) })
    expect(JSON.stringify(news.body)).not.toContain('RAHASIADRAF')
  })

  test('is given to its author alone, and not to the phone that has it', async () => {
    const own = new TestBrowser(centre.origin)
    const author = await own.enrol(await codeFor(centre.app, PEOPLE.kadusB))
    const paths = ['/api/drafts', `/api/drafts/files/${hash}`]
    for (const other of [desk, await callerOf(PEOPLE.kadusA)]) {
      const [list, bytes] = await Promise.all(paths.map((path) => other.call('GET', path)))
      expect([list!.body, bytes!.status]).toEqual([{ drafts: [] }, 404])
    }
    expect((await author.call<{ drafts: unknown[] }>('GET', '/api/drafts')).body.drafts).toHaveLength(1)
    expect((await fetch(`${centre.origin}/api/drafts`)).status).toBe(401)
    await old.context.setOffline(false)
    await old.send()
    expect(await draft(old)).toHaveLength(1)
    expect((await author.call<{ drafts: unknown[] }>('GET', '/api/drafts')).body.drafts).toHaveLength(1)
  })

  test('comes back on the next phone with its photo, once, and displaces nothing that is typed there', async () => {
    const fresh = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
    await fresh.send()
    expect(await draft(fresh)).toMatchObject([{ id: 'catat-uji', data: { name: 'RAHASIADRAF' } }])
    expect(await fresh.page.evaluate(async (h) => (await kit.device!.media.get(h))?.size, hash)).toBe(5_000)
    await fresh.page.evaluate(() => kit.device!.drafts.remove('catat-uji'))
    expect((await open(file)).body.drafts).toBe(0)
    await fresh.send()
    expect(await draft(fresh)).toEqual([])

    await saved(old, { name: 'Lebih baru' }, '2026-11-21T03:00:00.000Z')
    await saved(fresh, { name: 'Diketik di sini' })
    expect((await open(await fileOf(old))).body.drafts).toBe(1)
    await fresh.send()
    expect(await draft(fresh)).toMatchObject([{ data: { name: 'Diketik di sini' } }])
    await fresh.page.evaluate(() => kit.device!.drafts.remove('catat-uji'))
    await fresh.send()
    expect(await draft(fresh)).toMatchObject([{ data: { name: 'Lebih baru' } }])
    await fresh.dispose()
  })
})

test('what the centre refused goes along, and is refused again with its reason', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  const id = freshCase()
  const [first, second] = await append(phone, registered(id), {
    journal: id,
    kind: 'verified',
    data: { misconduct: false, urgent: false, category: 'Lainnya' },
  })
  expect(await phone.send()).toBe('refused')
  const answer = await open(await fileOf(phone))
  expect(fates(answer)).toEqual({ [second!]: 'refused' })
  expect(answer.body.entries[0]).toMatchObject({ why: 'not-your-role', kind: 'verified' })
  expect(await stored(first!)).toBeDefined()
  await phone.dispose()
})

test('what cannot be judged yet waits, and holds up nothing beside it', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await goOffline(phone)
  const [stray] = await append(phone, { journal: freshCase(), kind: 'note', data: { text: 'Yatim.' } })
  const [whole] = await append(phone, registered(freshCase()))
  const answer = await open(await fileOf(phone))
  expect(fates(answer)).toEqual({ [stray!]: 'waits', [whole!]: 'accepted' })
  await phone.dispose()
})

test('a lost phone’s entries wait for a person, and tell then who had read them in', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await goOffline(phone)
  const [id] = await append(phone, registered(freshCase()))
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  const file = await fileOf(phone)
  await desk.call('POST', `/api/devices/${device}/state`, { state: 'lost' })
  for (const time of ['first', 'second']) expect(fates(await open(file)), time).toEqual({ [id!]: 'held' })
  expect(await stored(id!)).toBeUndefined()
  await centre.app.office.archive.admitHeld(device, new Set([device]))
  expect(await stored(id!)).toMatchObject({ arrived: { via: PEOPLE.petugas, late: 'retired' } })
  expect(fates(await open(file))).toEqual({ [id!]: 'known' })
  await phone.dispose()
})

test('a phone that never reached the centre says so', async () => {
  const phone = await new Phone(centre.origin).begin()
  const code = await codeFor(centre.app, PEOPLE.kadusB)
  await phone.context.route('**/api/contact', (route) => route.abort())
  await phone.enrol(code)
  await append(phone, registered(freshCase()))
  expect(await phone.page.evaluate(() => kit.device!.rescueFile(''))).toEqual({ ok: false, why: 'no-key' })
  await phone.dispose()
})
