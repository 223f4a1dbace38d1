/** The destruction of a file reaches every byte: archive, mailboxes, pictures, and what the engine keeps of the past. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kind } from '../../src/domain/entries.ts'
import { entryId } from '../../src/domain/ids.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kades, kasi } = PEOPLE
const WORDS = ['SLAMETCONTOH', 'RUMAHHIJAU', 'KATAPENGADU', 'KATAPETUGAS']
const id = caseId('musnah')
const LONG_AGO = '2019-03-04T03:00:00.000Z'
let server: TestServer
let desk: Caller
let head: Caller

beforeAll(async () => {
  server = await startTestServer({ couchdbUrl: undefined })
  await server.people(
    { id: petugas, position: 'petugasPengelola', from: '2018-01-01' },
    { id: kades, position: 'kepalaDesa', from: '2018-01-01' },
    { id: kasi, position: 'kasiPelayanan', from: '2018-01-01' },
  )
  desk = await server.enrol(petugas)
  head = await server.enrol(kades)
}, 60_000)
afterAll(() => server.close(), 30_000)

/** Everything in a folder, as one text. */
const bytesOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')

const doc = (counter: number, by: Caller, kind: Kind, data: unknown, at = new Date().toISOString()) => ({
  _id: entryId(id, counter, by.device),
  kind,
  v: 1,
  by: by.officer,
  at,
  data,
})

async function push(by: Caller, ...docs: object[]) {
  const { body } = await by.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  await server.office.postman.settled()
  return body as unknown as { reason?: string }[]
}

it('leaves the register’s line and not a byte of who complained, what was said and what was shown', async () => {
  const picture = new TextEncoder().encode('???' + 'GAMBARJALAN'.repeat(40))
  picture.set([0xff, 0xd8, 0xff])
  const hash = createHash('sha256').update(picture).digest('hex')
  const attachments = [{ hash, type: 'image/jpeg', bytes: picture.length, caption: WORDS[3] }]
  const early = [
    doc(1, desk, 'registered', complaint({ description: WORDS[2]!, attachments } as never), LONG_AGO),
    doc(2, desk, 'identityGiven', { name: WORDS[0], address: WORDS[1], phone: '+6281277778888' }, LONG_AGO),
    doc(3, desk, 'assigned', { lead: kasi, helpers: [], instruction: WORDS[3] }, LONG_AGO),
    doc(4, desk, 'withdrawn', { reason: WORDS[3] }, LONG_AGO),
  ]
  expect(await push(desk, ...early)).toEqual([])
  const path = `/api/media/${hash}?entry=${encodeURIComponent(early[0]!._id)}`
  const sent = await fetch(server.url + path, {
    method: 'PUT',
    headers: { ...desk.headers, 'content-type': 'image/jpeg' },
    body: picture,
  })
  expect(sent.status).toBe(201)
  const before = bytesOf(server.dataDir)
  for (const word of WORDS) expect(before, word).toContain(word)

  expect(await push(desk, doc(5, desk, 'destructionProposed', { reason: 'lewat masa simpan' }))).toEqual([])
  const decided = doc(6, head, 'identityDestroyed', { decision: 'Keputusan 1/2026' })
  expect(await push(desk, { ...decided, by: petugas, _id: entryId(id, 6, desk.device) })).toMatchObject([
    { reason: 'not-decided' },
  ])
  expect(await push(head, decided)).toEqual([])

  const after = bytesOf(server.dataDir)
  for (const word of [...WORDS, '81277778888', 'GAMBARJALAN']) expect(after.includes(word), word).toBe(false)
  const [registered] = await server.archive.entriesOf(id)
  expect(registered!.data).toMatchObject({ subject: 'Jalan berlubang', description: '[dimusnahkan]' })
  const { body } = await desk.call<{ entries: object[] }>('GET', `/api/journals/${id}`)
  expect(JSON.stringify(body)).toContain('001/ADU/')
  expect((await desk.call('GET', path)).status).toBe(404)

  // A phone that was away hands in again what it has, and what it wrote before: taken in, and destroyed with the rest.
  expect(await push(desk, early[1]!)).toEqual([])
  expect(await push(head, doc(3, head, 'note', { text: WORDS[2] }, LONG_AGO))).toEqual([])
  expect(bytesOf(server.dataDir).includes(WORDS[2]!)).toBe(false)
  expect(
    (await server.archive.entriesOf(id)).some((entry) => JSON.stringify(entry).includes(WORDS[0]!)),
  ).toBe(false)
}, 60_000)
