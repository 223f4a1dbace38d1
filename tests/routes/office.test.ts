/** Contact, Keadaan HP, codes and device states, the register: who may do and see what. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entries.ts'
import { CENTRE, entryId } from '../../src/domain/ids.ts'
import type { CaseSummary } from '../../src/domain/summary.ts'
import { veil } from '../../src/domain/ticks.ts'
import { caseId, PEOPLE } from '../support/domain.ts'
import { TestBrowser, type Caller } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA, kadusB, kades } = PEOPLE
let server: TestServer
let desk: Caller
let kadus: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
    { id: kadusB, position: 'kepalaDusun', dusun: 'Kenanga' },
    { id: kades, position: 'kepalaDesa', to: '2021-01-01' },
  )
  desk = await server.enrol(petugas)
  kadus = await server.enrol(kadusA, undefined, { label: 'HP Kadus' })
})
afterAll(() => server.close())

const condition = {
  unsent: 2,
  oldestUnsent: '2026-11-04T02:30:00.000Z',
  refused: 1,
  freeBytes: 5e9,
  version: '0.1.0',
}
const well = { unsent: 0, refused: 0, version: '0.1.0' }

interface Contact {
  now: string
  order: number
  watermark: { device: string; order: number } | null
  officers: Record<string, { device: string; order: number; at: string }[]>
  backup?: string | null
  devices?: Record<string, unknown>[]
}

const contact = async (caller: Caller, body: object = well) =>
  (await caller.call<Contact>('POST', '/api/contact', body)).body

let cases = 0
/** A complaint captured and pushed by a device. */
async function capture(
  caller: Caller,
  subject: string,
  respondents: string[] = [],
  { confidential = false, name = '' } = {},
): Promise<string> {
  const id = caseId(`${caller.officer.slice(1, 5)}${++cases}`)
  const data = {
    code: '4F7K2M9XC',
    channel: 'faceToFace',
    identity: { name: 'given', address: 'unknown', phone: 'unknown' },
    confidential,
    category: 'Lainnya',
    subject,
    description: subject,
    place: { dusun: 'Melati' },
    respondents,
    urgent: false,
  }
  const written = (counter: number, kind: string, given: object) => ({
    _id: entryId(id, counter, caller.device),
    kind,
    v: 1,
    by: caller.officer,
    at: new Date().toISOString(),
    data: given,
  })
  const docs = [written(1, 'registered', data), ...(name ? [written(2, 'identityGiven', { name })] : [])]
  const { body } = await caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  expect(body).toEqual([])
  await server.office.postman.settled()
  return id
}

/** What the replicator does after storing: it writes how far it has come. */
async function pullAll(caller: Caller): Promise<void> {
  const { body } = await caller.call('GET', '/sync/inbox/_changes')
  const { status } = await caller.call('PUT', '/sync/inbox/_local/check', { last_seq: body.last_seq })
  expect(status).toBe(201)
}

describe('contact', () => {
  it('needs a session', async () => {
    const answer = await new TestBrowser(server.url).json('POST', '/api/contact', well)
    expect(answer).toMatchObject({ status: 401, body: { error: 'no-session' } })
  })

  it.each([{}, { unsent: -1, version: '1' }, { unsent: 'x', version: '1' }, { unsent: 0 }, [], null])(
    'refuses what is no condition: %j',
    async (body) => {
      expect(await kadus.call('POST', '/api/contact', body)).toMatchObject({
        status: 400,
        body: { error: 'invalid' },
      })
    },
  )

  it('tells the desk how every phone is, and a field officer nothing of the others’ phones', async () => {
    const own = await contact(kadus, condition)
    expect(own).not.toHaveProperty('devices')
    expect(own).not.toHaveProperty('backup')
    const { devices, backup, now } = await contact(desk)
    expect(backup).toBeNull()
    const row = devices!.find(({ device }) => device === kadus.device)!
    expect(row).toMatchObject({
      officer: kadusA,
      label: 'HP Kadus',
      state: 'active',
      waiting: 0,
      ...condition,
    })
    expect(Date.parse(now) - Date.parse(row.lastContact as string)).toBeLessThan(60_000)
    expect(JSON.stringify(devices)).not.toMatch(/token/i)
  })

  it('tells everybody how far each device has come', async () => {
    await capture(kadus, 'Jembatan')
    await pullAll(desk)
    const { officers, order } = await contact(kadus)
    const [mark] = officers[petugas]!
    expect(mark).toMatchObject({ device: desk.device })
    const entries = (await desk.call<CaseList>('GET', '/api/register')).body.cases
    expect(entries).toHaveLength(1)
    expect(order).toBeGreaterThan(0)
    expect(mark!.order).toBeGreaterThan(0)
    expect(mark!.order).toBeLessThanOrEqual(order)
    expect((await contact(desk)).watermark).toMatchObject({ device: desk.device, order: mark!.order })
  })

  it('names nobody a journal that they may not see, and yet lets who holds it know what a phone lacks', async () => {
    const id = await capture(await server.enrol(kadusB), 'Pungutan lagi', [kadusA])
    await pullAll(desk)
    await server.archive.marks.writing(petugas, new Set([id]), Number.MAX_SAFE_INTEGER, async () => {})
    const told = await contact(kadus)
    expect(JSON.stringify(told)).not.toContain(id)
    const mark = (of: typeof told) => of.officers[petugas]!.find(({ device }) => device === desk.device)
    expect(mark(told)).toMatchObject({ without: [veil(id)] })
    const own = await contact(desk)
    expect(own.watermark).toMatchObject({ without: [id] })
    expect(mark(own)).toMatchObject({ without: [veil(id)] })
  })
})

interface CaseList {
  cases: CaseSummary[]
  meetings: unknown[]
  village: { kind: string; by: string }[]
}

describe('the register', () => {
  it('holds the summaries of my mailbox and no others', async () => {
    const other = await server.enrol(kadusB)
    await capture(kadus, 'Lampu jalan mati')
    await capture(other, 'Pungutan oleh Kadus', [kadusA])
    const subjects = async (caller: Caller) =>
      (await caller.call<CaseList>('GET', '/api/register')).body.cases.map(({ subject }) => subject)
    expect(await subjects(desk)).toEqual(expect.arrayContaining(['Lampu jalan mati', 'Pungutan oleh Kadus']))
    expect(await subjects(kadus)).toContain('Lampu jalan mati')
    expect(await subjects(kadus)).not.toContain('Pungutan oleh Kadus')
    const answer = await kadus.call<CaseList>('GET', '/api/register')
    expect(JSON.stringify(answer.body)).not.toContain('Pungutan')
    expect(answer.body.village.every(({ by }) => by === CENTRE)).toBe(true)
    expect(answer.headers.get('content-encoding')).toMatch(/br|gzip/)
  })

  it('tells the number that was given', async () => {
    const { body } = await desk.call<CaseList>('GET', '/api/register')
    expect(body.cases[0]!.number).toMatch(/^001\//)
  })
})

describe('a journal on demand', () => {
  const journal = (caller: Caller, id: string) =>
    caller.call<{ entries: Entry[] }>('GET', `/api/journals/${encodeURIComponent(id)}`)

  it('is what my mailbox holds of it, stamps included and nothing of the engine', async () => {
    const id = await capture(kadus, 'Talud longsor')
    const { status, body } = await journal(desk, id)
    expect(status).toBe(200)
    expect(body.entries.map(({ kind }) => kind)).toEqual(['registered', 'numbered'])
    for (const entry of body.entries) {
      expect(entry.arrived!.order).toBeGreaterThan(0)
      expect(entry).not.toHaveProperty('_rev')
    }
    expect((await journal(kadus, id)).body).toEqual(body)
  })

  it('is not there for an officer outside its audience, nor one that is complained about, as if it did not exist', async () => {
    const other = await server.enrol(kadusB)
    const foreign = await capture(other, 'Selokan mampet')
    const about = await capture(other, 'Pungutan oleh Kadus', [kadusA])
    const none = await journal(kadus, caseId('tidakada'))
    expect(none).toMatchObject({ status: 404, body: { error: 'journal-unknown' } })
    for (const id of [foreign, about]) {
      expect((await journal(desk, id)).status).toBe(200)
      const answer = await journal(kadus, id)
      expect(answer).toMatchObject({ status: 404, body: { error: 'journal-unknown' } })
    }
  })

  it('never holds a hidden identity for who may not know it, its author included', async () => {
    const id = await capture(kadus, 'Lapor diam-diam', [], { confidential: true, name: 'PELAPOR-RAHASIA' })
    expect(JSON.stringify((await journal(desk, id)).body)).toContain('PELAPOR-RAHASIA')
    const { status, body } = await journal(kadus, id)
    expect(status).toBe(200)
    expect(body.entries.map(({ kind }) => kind)).not.toContain('identityGiven')
    expect(JSON.stringify(body)).not.toContain('PELAPOR-RAHASIA')
  })

  it.each(['number:2026:00001', '_design', '_local', 'c', '..', 'village:00000001:pusat'])(
    'is only a journal: %s is none',
    async (id) => expect((await journal(desk, id)).status).toBe(404),
  )
})

describe('a new code', () => {
  it('is made by the desk for any officer, and works', async () => {
    const { status, body } = await desk.call('POST', `/api/officers/${kadusB}/code`)
    expect(status).toBe(200)
    expect(body.link).toBe(`${server.url}/daftar#${body.code as string}`)
    const days = (Date.parse(body.expires as string) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThan(7.1)
    const caller = await new TestBrowser(server.url).enrol(body.code as string)
    expect(caller.officer).toBe(kadusB)
  })

  it('is refused to field officers, to former desk officers, and for nobody', async () => {
    const former = await server.enrol(kades)
    for (const caller of [kadus, former]) {
      expect(await caller.call('POST', `/api/officers/${kadusB}/code`)).toMatchObject({
        status: 403,
        body: { error: 'desk-only' },
      })
    }
    for (const id of ['o0000000000', 'pusat', '__proto__', 'constructor']) {
      expect(await desk.call('POST', `/api/officers/${id}/code`)).toMatchObject({
        status: 404,
        body: { error: 'officer-unknown' },
      })
    }
  })
})

describe('the state of a device', () => {
  const setState = (device: string, state: string, by = desk) =>
    by.call('POST', `/api/devices/${device}/state`, { state })

  it('is changed by the desk only, and only to what exists', async () => {
    expect((await setState(kadus.device, 'lost', kadus)).status).toBe(403)
    expect(await setState(kadus.device, 'stolen')).toMatchObject({ status: 400, body: { error: 'invalid' } })
    for (const id of ['d000000000000', 'pusat', 'x', '../desk'])
      expect((await setState(encodeURIComponent(id), 'lost')).status).toBe(404)
  })

  it.each([
    ['retired', 'device-retired'],
    ['lost', 'device-lost'],
  ])('%s: the phone learns of it, and gets nothing any more', async (state, error) => {
    const phone = await server.enrol(kadusA)
    expect((await setState(phone.device, state)).status).toBe(200)
    expect((await phone.call('GET', '/api/session')).body).toMatchObject({ state })
    for (const [method, path, body] of [
      ['POST', '/api/contact', well],
      ['GET', '/api/register', undefined],
      ['GET', '/api/journals/village', undefined],
    ] as const) {
      expect(await phone.call(method, path, body)).toMatchObject({ status: 403, body: { error } })
    }
    expect((await contact(desk)).devices).toContainEqual(
      expect.objectContaining({ device: phone.device, state }),
    )
    expect((await setState(phone.device, 'active')).status).toBe(200)
    expect((await phone.call('GET', '/api/register')).status).toBe(200)
  })

  it('lost: what it sends waits, and the desk sees how much', async () => {
    const phone = await server.enrol(kadusA)
    await setState(phone.device, 'lost')
    await capture(phone, 'Dari HP yang hilang')
    const row = (await contact(desk)).devices!.find(({ device }) => device === phone.device)
    expect(row).toMatchObject({ state: 'lost', waiting: 1 })
    const { body } = await desk.call<CaseList>('GET', '/api/register')
    expect(body.cases.map(({ subject }) => subject)).not.toContain('Dari HP yang hilang')
  })
})
