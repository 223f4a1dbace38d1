/** From an act in the office to a message at the phone's push service: who is called, with what, and who never is. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readIds } from '../../server/couch/index.ts'
import { entryId, nextCounter } from '../../src/domain/ids.ts'
import { addDays } from '../../src/domain/time.ts'
import type { Caller } from '../support/browser-session.ts'
import { atNoon, caseId, complaint, meetingId, PEOPLE } from '../support/domain.ts'
import { PushService, signedBy, type Ear } from '../support/push-service.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA, kadusB, kasi } = PEOPLE
let service: PushService
let server: TestServer
let desk: Caller
let head: Caller
let staff: Caller
/** What the phones of the three hear. */
let ears: Record<'desk' | 'head' | 'staff', Ear>

beforeAll(async () => {
  service = await PushService.start()
  server = await startTestServer({ push: service.trial })
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
    { id: kadusB, position: 'kepalaDusun', dusun: 'Kenanga' },
    { id: kasi, position: 'kasiPelayanan' },
  )
  desk = await server.enrol(petugas)
  head = await server.enrol(kadusA)
  staff = await server.enrol(kasi)
})
afterAll(async () => {
  await server?.close()
  service?.close()
})
beforeEach(async () => {
  ears = { desk: await listen(desk), head: await listen(head), staff: await listen(staff) }
})

async function listen(caller: Caller): Promise<Ear> {
  const ear = service.ear()
  const { key } = (await caller.call<{ key: string }>('GET', '/api/push')).body
  const { status } = await caller.call('PUT', '/api/push', { endpoint: ear.endpoint, keys: ear.keys, key })
  expect(status).toBe(200)
  return ear
}

/** Pushes entries of one journal as a phone does, and lets the postman and the sender end. */
async function push(caller: Caller, journal: string, ...entries: [kind: string, data: unknown][]) {
  const known = (await server.archive.entriesOf(journal)).map(({ _id }) => _id)
  const first = nextCounter(known)
  const at = new Date().toISOString()
  const docs = entries.map(([kind, data], n) => {
    return { _id: entryId(journal, first + n, caller.device), kind, v: 1, by: caller.officer, at, data }
  })
  const { body } = await caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  expect(body).toEqual([])
  await server.office.postman.settled()
}

let count = 0
const newCase = () => caseId(`n${String(++count).padStart(3, '0')}x`)
const given = (lead: string, helpers: string[] = []): [string, unknown] => ['assigned', { lead, helpers }]

/** A case that the desk gives away. */
async function assign(lead: string, other: Parameters<typeof complaint>[0] = {}): Promise<string> {
  const id = newCase()
  await push(desk, id, ['registered', complaint(other)], given(lead))
  return id
}

describe('a new task', () => {
  it('calls the phone of who got it: encrypted, signed with the key that the phone knows, and nobody else', async () => {
    const id = await assign(kadusA)
    await service.until(() => ears.head.heard.length > 0)
    expect(ears.head.heard).toEqual([{ to: head.device, n: { task: 1 }, open: id }])
    expect([...ears.desk.seen, ...ears.staff.seen]).toEqual([])
    const { headers, body } = ears.head.seen[0]!
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '172800', urgency: 'high' })
    const { key, claims } = signedBy(headers)
    expect(key).toBe((await head.call<{ key: string }>('GET', '/api/push')).body.key)
    expect(claims).toMatchObject({ aud: service.origin, sub: 'mailto:kentongan@localhost' })
    expect(new TextDecoder('latin1').decode(body)).not.toContain(id)
  })

  it('says no word of what it is about, and not who complained', async () => {
    const id = newCase()
    const identity = { name: 'Slamet Contoh', phone: '+6281200000077' }
    const facts = complaint({ subject: 'Got mampet', description: 'Di muka rumah Slamet.' })
    await push(desk, id, ['registered', facts], ['identityGiven', identity], given(kadusA))
    await service.until(() => ears.head.heard.length > 0)
    expect(Object.keys(ears.head.heard[0]!).sort()).toEqual(['n', 'open', 'to'])
    const text = JSON.stringify(ears.head.heard)
    for (const word of ['Slamet', 'Got', '81200000077', facts.code, 'Melati'])
      expect(text).not.toContain(word)
  })

  it('calls every phone of the officer that wants it', async () => {
    const second = await server.enrol(kadusA)
    const ear = await listen(second)
    const id = await assign(kadusA)
    await service.until(() => ears.head.heard.length > 0 && ear.heard.length > 0)
    expect(ear.heard).toEqual([{ to: second.device, n: { task: 1 }, open: id }])
    await second.call('DELETE', '/api/push')
  })

  it('never calls a respondent who is named as lead', async () => {
    await assign(kasi, { respondents: [kasi] })
    const id = await assign(kasi)
    await service.until(() => ears.staff.heard.length > 0)
    expect(ears.staff.heard).toEqual([{ to: staff.device, n: { task: 1 }, open: id }])
  })

  it('does not call who involves, but who is involved', async () => {
    const id = await assign(kadusA)
    await service.until(() => ears.head.heard.length > 0)
    await push(head, id, ['involved', { helper: kasi }])
    await service.until(() => ears.staff.heard.length > 0)
    expect(ears.staff.heard).toEqual([{ to: staff.device, n: { task: 1 }, open: id }])
    expect(ears.head.heard).toHaveLength(1)
  })
})

describe('a meeting', () => {
  it('calls who is invited, and again when it is cancelled', async () => {
    const about = await assign(kadusA)
    await service.until(() => ears.head.heard.length > 0)
    const meeting = meetingId(`r${count}x`)
    const startsAt = atNoon(addDays(new Date().toISOString().slice(0, 10), 3))
    const call = {
      cases: [about],
      title: 'Rapat',
      place: 'Balai',
      startsAt,
      officers: [kasi, petugas],
      residents: [],
    }
    await push(desk, meeting, ['meetingCalled', call])
    await service.until(() => ears.staff.heard.length > 0)
    expect(ears.staff.heard).toEqual([{ to: staff.device, n: { invited: 1 }, open: meeting }])
    await push(desk, meeting, ['meetingCancelled', { reason: 'hujan' }])
    await service.until(() => ears.staff.heard.length > 1)
    expect(ears.staff.heard[1]).toEqual({ to: staff.device, n: { cancelled: 1 }, open: meeting })
    expect(ears.desk.seen).toEqual([])
  })
})

describe('a subscription', () => {
  const isKnown = async (caller: Caller) => {
    const well = { unsent: 0, refused: 0, version: '0.1.0' }
    return (await caller.call<{ push?: string }>('POST', '/api/contact', well)).body.push !== undefined
  }

  it.each([404, 410])(
    'is forgotten where the push service answers %i; the phone hears of it',
    async (status) => {
      ears.head.answers = [status]
      await assign(kadusA)
      await service.until(() => ears.head.seen.length > 0)
      while (await isKnown(head));
      expect(await isKnown(staff)).toBe(true)
      await assign(kadusA)
      const id = await assign(kasi)
      await service.until(() => ears.staff.heard.length > 0)
      expect(ears.staff.heard).toEqual([{ to: staff.device, n: { task: 1 }, open: id }])
      expect(ears.head.seen).toHaveLength(1)
    },
  )

  it('stays where a push service does not like one message', async () => {
    ears.head.answers = [400]
    await assign(kadusA)
    await service.until(() => ears.head.seen.length > 0)
    await server.office.push.ring()
    expect(await isKnown(head)).toBe(true)
  })

  it('goes with the session, with a phone out of use, with a lost one: nothing is sent any more', async () => {
    const phones = [
      await server.enrol(kadusB),
      await server.enrol(kadusB),
      await server.enrol(kadusB),
    ] as const
    const all = await Promise.all(phones.map(listen))
    await phones[0].call('POST', '/api/signout')
    await desk.call('POST', `/api/devices/${phones[1].device}/state`, { state: 'retired' })
    await desk.call('POST', `/api/devices/${phones[2].device}/state`, { state: 'lost' })
    for (const { device } of phones)
      expect(await readIds(server.archive.desk, { prefix: `push:${device}` })).toEqual([])
    await assign(kadusB)
    await assign(kasi)
    await service.until(() => ears.staff.heard.length > 0)
    expect(all.flatMap(({ seen }) => seen)).toEqual([])
  })

  it('that was left behind is not used once the device is out of use', async () => {
    const phone = await server.enrol(kadusB)
    const ear = await listen(phone)
    await server.office.desk.devices.change(phone.device, () => ({ state: 'lost' }))
    await assign(kadusB)
    await assign(kasi)
    await service.until(() => ears.staff.heard.length > 0)
    expect(ear.seen).toEqual([])
  })
})
