/** The open complaints of the own dusun: who hears of them, and what never gets into them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HamletCase } from '../../src/domain/hamlet.ts'
import { readRange } from '../../server/couch/index.ts'
import { entryId } from '../../src/domain/ids.ts'
import { TODAY, caseId, complaint, PEOPLE } from '../support/domain.ts'
import type { Caller } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA, kadusB, kasi, kades } = PEOPLE
let server: TestServer
let desk: Caller
let head: Caller
let other: Caller
let staff: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
    { id: kadusB, position: 'kepalaDusun', dusun: 'Kenanga' },
    { id: kasi, position: 'kasiPelayanan' },
    { id: kades, position: 'kepalaDusun', dusun: 'Melati', to: '2021-01-01' },
  )
  desk = await server.enrol(petugas)
  head = await server.enrol(kadusA)
  other = await server.enrol(kadusB)
  staff = await server.enrol(kasi)
})
afterAll(() => server.close())

interface Answer {
  tag: string
  cases: HamletCase[]
}

const ask = (caller: Caller) => caller.call<Answer>('GET', '/api/dusun')
const tagFor = async (caller: Caller) => {
  const well = { unsent: 0, refused: 0, version: '0.1.0' }
  return (await caller.call<{ dusun?: string }>('POST', '/api/contact', well)).body.dusun
}
const heardOf = async (caller: Caller, id: string) =>
  (await ask(caller)).body.cases.find((one) => one.id === id)

let count = 0
const newCase = () => caseId(`h${String(++count).padStart(3, '0')}x`)

/** Pushes entries of one journal, counting on from `after`; answers what was refused. */
async function push(
  caller: Caller,
  journal: string,
  entries: [string, unknown][],
  after = 0,
): Promise<unknown[]> {
  const docs = entries.map(([kind, data], n) => ({
    _id: entryId(journal, after + n + 1, caller.device),
    kind,
    v: 1,
    by: caller.officer,
    at: new Date().toISOString(),
    data,
  }))
  const { body } = await caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  await server.office.postman.settled()
  return body as unknown as unknown[]
}

async function captured(other: Parameters<typeof complaint>[0] = {}): Promise<string> {
  const id = newCase()
  const place = { dusun: 'Melati', rw: '01', rt: '002' }
  const identity = { name: 'Slamet Contoh', address: 'Rumah hijau', phone: '+6281200000077' }
  const done = await push(desk, id, [
    ['registered', complaint({ place, ...other })],
    ['identityGiven', identity],
  ])
  expect(done).toEqual([])
  return id
}

const joining = (id: string) => {
  const flags = { name: 'given', address: 'unknown', phone: 'unknown' }
  const joined = ['complainantJoined', { code: 'ZR82HEWV7', identity: flags, channel: 'faceToFace' }] as const
  const of = entryId(id, 41, head.device)
  return [[...joined], ['identityGiven', { of, name: 'Sari Contoh' }]] as [string, unknown][]
}

describe('the open complaints of the own dusun', () => {
  it('reach the Kepala Dusun without a word of who complained or how to follow it', async () => {
    const id = await captured({
      subject: 'Lampu jalan padam',
      description: 'Sejak Senin, di muka rumah saya.',
    })
    const { body } = await ask(head)
    expect(body.cases.find((one) => one.id === id)).toEqual({
      id,
      number: expect.stringContaining('/ADU/') as string,
      status: 'new',
      subject: 'Lampu jalan padam',
      category: complaint().category,
      dusun: 'Melati',
      rw: '01',
      rt: '002',
      receivedOn: expect.any(String) as string,
      urgent: false,
      counter: 2,
    })
    const text = JSON.stringify(body)
    for (const secret of ['Slamet', '81200000077', 'Rumah hijau', 'Sejak Senin', complaint().code])
      expect(text).not.toContain(secret)
  })

  it('reach nobody else: not the staff, not another dusun, not who was head once, nobody without a session', async () => {
    const id = await captured()
    expect((await ask(staff)).status).toBe(403)
    expect((await ask(desk)).status).toBe(403)
    expect(await heardOf(other, id)).toBeUndefined()
    expect((await ask(await server.enrol(kades))).status).toBe(403)
    const { status } = await fetch(`${server.url}/api/dusun`)
    expect(status).toBe(401)
    for (const caller of [staff, desk]) expect(await tagFor(caller)).toBeUndefined()
  })

  it('leave out restricted cases, hidden complainants and alleged misconduct, from the first moment and later', async () => {
    const restricted = await captured({ respondents: [kasi] })
    const hidden = await captured({ confidential: true })
    expect(await heardOf(head, restricted)).toBeUndefined()
    expect(await heardOf(head, hidden)).toBeUndefined()
    const id = await captured()
    expect(await heardOf(head, id)).toBeDefined()
    const facts = { type: 'complaint', misconduct: true, urgent: false, category: 'Pungutan' }
    await push(desk, id, [['classified', facts]], 10)
    expect(await heardOf(head, id)).toBeUndefined()
    const later = await captured()
    expect(await heardOf(head, later)).toBeDefined()
    await push(desk, later, [['restricted', { respondents: [kadusA] }]], 10)
    expect(await heardOf(head, later)).toBeUndefined()
  })

  it('name no complainant by their subject', async () => {
    const named = await captured({ subject: 'Got di depan rumah Pak Slamet mampet' })
    const called = await captured({ subject: 'Hubungi 0812-0000-0077' })
    expect(await heardOf(head, named)).toMatchObject({ category: complaint().category })
    for (const id of [named, called]) expect((await heardOf(head, id))!.subject).toBeUndefined()
  })

  it('cost nothing while they stay the same: contact tells which list is the latest', async () => {
    const before = await tagFor(head)
    expect(before).toBe((await ask(head)).body.tag)
    expect(await tagFor(head)).toBe(before)
    await captured()
    expect(await tagFor(head)).not.toBe(before)
  })

  it('stop where the village turns them off', async () => {
    await server.set('hamletSummaries', false)
    expect((await ask(head)).status).toBe(403)
    expect(await tagFor(head)).toBeUndefined()
    await server.set('hamletSummaries', true)
    expect((await ask(head)).status).toBe(200)
  })
})

describe('a further complainant', () => {
  const mailboxOf = async ({ officer }: Caller, id: string) => {
    const { db } = await server.archive.box(officer)
    return (await readRange<{ kind: string; by: string }>(db, { prefix: `${id}:` })).map(({ kind }) => kind)
  }

  it('is taken down by the head of the dusun, who sees nothing of the case but that', async () => {
    const id = await captured()
    expect(await push(head, id, joining(id), 40)).toEqual([])
    expect(await mailboxOf(desk, id)).toEqual(expect.arrayContaining(['complainantJoined', 'registered']))
    expect(await mailboxOf(head, id)).toEqual(['complainantJoined', 'identityGiven'])
    expect(await heardOf(head, id)).toMatchObject({ joined: true, counter: 42 })
    await push(desk, id, [['closed', { outcome: 'followedUp' }]], 50)
    expect(await heardOf(head, id)).toMatchObject({ status: 'closed', joined: true })
  })

  it('is refused of everybody else, and gives no right to anything more', async () => {
    const id = await captured()
    const refused = [expect.objectContaining({ reason: 'not-your-case' })]
    expect(await push(other, id, joining(id).slice(0, 1), 40)).toEqual(refused)
    expect(await push(staff, id, joining(id).slice(0, 1), 40)).toEqual(refused)
    const hidden = await captured({ confidential: true })
    expect(await push(head, hidden, joining(hidden).slice(0, 1), 40)).toEqual(refused)
    expect(await push(head, id, joining(id), 40)).toEqual([])
    const more: [string, unknown][] = [
      ['note', { text: 'x' }],
      ['opened', { upTo: 1 }],
      ['identityGiven', { name: 'Orang lain' }],
      ['identityGiven', { of: entryId(id, 1, desk.device), name: 'Orang lain' }],
      ['answerDelivered', { text: 'x', by: 'visit', on: TODAY }],
    ]
    const answers = await push(head, id, more, 50)
    expect(answers).toHaveLength(more.length)
    for (const answer of answers) expect(answer).toMatchObject({ reason: 'not-your-role' })
    expect(await mailboxOf(head, id)).toEqual(['complainantJoined', 'identityGiven'])
  })

  it('leaves the phone of who took it down when the case is restricted', async () => {
    const id = await captured()
    await push(head, id, joining(id), 40)
    await push(desk, id, [['restricted', { respondents: [kasi] }]], 60)
    expect(await mailboxOf(head, id)).toEqual([])
    expect(await heardOf(head, id)).toBeUndefined()
  })
})
