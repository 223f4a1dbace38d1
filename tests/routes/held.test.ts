/** What a lost phone has sent: the desk looks at it and decides; who is complained about neither sees nor destroys it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { entryId } from '../../src/domain/ids.ts'
import type { CaseSummary } from '../../src/domain/summary.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import type { Caller } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, sekdes, kadusA } = PEOPLE
let server: TestServer
let desk: Caller
let other: Caller
let lost: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: sekdes, position: 'sekretarisDesa' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
  )
  desk = await server.enrol(petugas)
  other = await server.enrol(sekdes)
  lost = await server.enrol(kadusA)
  await desk.call('POST', `/api/devices/${lost.device}/state`, { state: 'lost' })
})
afterAll(() => server.close())

interface View {
  rows: { id: string; kind: string; says?: string }[]
  hidden: number
}

let cases = 0
async function sends(subject: string, respondents: string[] = []): Promise<string> {
  const id = caseId(`h${++cases}`)
  const entry = (counter: number, kind: string, data: object) => ({
    _id: entryId(id, counter, lost.device),
    kind,
    v: 1,
    by: kadusA,
    at: new Date().toISOString(),
    data,
  })
  const docs = [
    entry(1, 'registered', complaint({ subject, respondents })),
    entry(2, 'identityGiven', { name: 'Warga Rahasia' }),
  ]
  const { body } = await lost.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  expect(body).toEqual([])
  return id
}

const held = (caller: Caller) => caller.call<View>('GET', `/api/devices/${lost.device}/held`)
const decide = (caller: Caller, fate: string) =>
  caller.call('POST', `/api/devices/${lost.device}/held`, { fate })
const subjects = async (caller: Caller) =>
  (await caller.call<{ cases: CaseSummary[] }>('GET', '/api/register')).body.cases.map(
    ({ subject }) => subject,
  )

it('is shown to the desk with what it says, but not to whom it is about', async () => {
  await sends('Jembatan lapuk')
  await sends('Pungutan petugas', [petugas])
  const { body } = await held(other)
  expect(body.hidden).toBe(0)
  expect(body.rows.map(({ kind }) => kind)).toEqual([
    'registered',
    'identityGiven',
    'registered',
    'identityGiven',
  ])
  expect(JSON.stringify(body)).toContain('Pungutan petugas')
  const named = await held(desk)
  expect(named.body).toMatchObject({ hidden: 2, rows: [{ kind: 'registered' }, { kind: 'identityGiven' }] })
  expect(JSON.stringify(named.body)).not.toContain('Pungutan')
})

it('is not thrown away by whom it is about', async () => {
  expect((await decide(desk, 'discard')).body).toEqual({ taken: 0, thrown: 2, stays: [] })
  expect((await held(other)).body).toMatchObject({
    hidden: 0,
    rows: [{ kind: 'registered' }, { kind: 'identityGiven' }],
  })
})

it('is taken in by the ordinary checks, also unseen, and who decided is known', async () => {
  await sends('Lampu padam')
  const forged = { _id: entryId(caseId('f'), 1, desk.device), kind: 'registered', v: 1, by: petugas }
  const docs = [{ ...forged, at: new Date().toISOString(), data: complaint({ subject: 'Palsu' }) }]
  await lost.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  const { body } = await decide(desk, 'admit')
  expect(body).toMatchObject({ taken: 4, thrown: 0, stays: [{ why: expect.any(String) as string }] })
  expect(await subjects(other)).toEqual(expect.arrayContaining(['Pungutan petugas', 'Lampu padam']))
  expect(await subjects(desk)).toEqual(['Lampu padam'])
  const contact = await desk.call<{ devices: object[] }>('POST', '/api/contact', { unsent: 0, version: '1' })
  expect(contact.body.devices).toContainEqual(
    expect.objectContaining({
      device: lost.device,
      decided: expect.objectContaining({ by: petugas, taken: 4 }) as object,
    }),
  )
})

it('is for the desk only', async () => {
  const field = await server.enrol(kadusA)
  for (const answer of [
    await held(field),
    await decide(field, 'admit'),
    await field.call('GET', '/api/devices/arriving'),
  ])
    expect(answer).toMatchObject({ status: 403, body: { error: 'desk-only' } })
  expect(await desk.call('GET', '/api/devices/d000000000000/held')).toMatchObject({ status: 404 })
  expect(await decide(desk, 'burn')).toMatchObject({ status: 400 })
})

it('tells the desk how many cases wait to arrive on a phone', async () => {
  const phone = await server.enrol(sekdes)
  const arriving = async () =>
    (await desk.call<{ devices: Record<string, number> }>('GET', '/api/devices/arriving')).body.devices[
      phone.device
    ]
  expect(await arriving()).toBe(2)
  const { body } = await phone.call('GET', '/sync/inbox/_changes')
  await phone.call('PUT', '/sync/inbox/_local/check', { last_seq: body.last_seq })
  expect(await arriving()).toBe(0)
})

it('is not shown to whom it is about where it is of a kind that only a newer phone knows', async () => {
  const id = await sends('Perkara perangkat', [petugas])
  const newer = {
    _id: entryId(id, 3, lost.device),
    kind: 'dariMasaDepan',
    v: 1,
    by: kadusA,
    at: new Date().toISOString(),
    data: { text: 'Saksinya Warga Rahasia' },
  }
  await lost.call('POST', '/sync/outbox/_bulk_docs', { docs: [newer], new_edits: false })
  expect(JSON.stringify((await held(other)).body)).toContain('Saksinya')
  expect(JSON.stringify((await held(desk)).body)).not.toContain('Saksinya')
})
