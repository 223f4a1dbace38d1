/** Who may bring a photo and who may see one: only through an accepted entry that names it. */
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entryId } from '../../src/domain/ids.ts'
import type { Entry } from '../../src/domain/entries.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA, kadusB } = PEOPLE
let server: TestServer
let desk: Caller
let author: Caller
let other: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'A' },
    { id: kadusB, position: 'kepalaDusun', dusun: 'B' },
  )
  ;[desk, author, other] = [
    await server.enrol(petugas),
    await server.enrol(kadusA),
    await server.enrol(kadusB),
  ]
}, 60_000)
afterAll(() => server.close(), 30_000)

interface Photo {
  bytes: Uint8Array<ArrayBuffer>
  attachment: { hash: string; type: string; bytes: number }
}

/** A picture as far as its first bytes go, told from others by its name. */
function photo(
  name: string,
  { size = 2_000, type = 'image/jpeg', sign = [0xff, 0xd8, 0xff, 0xe0] } = {},
): Photo {
  const bytes = new Uint8Array(size)
  bytes.set(sign)
  bytes.set(new TextEncoder().encode(name), 12)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { bytes, attachment: { hash, type, bytes: size } }
}

let count = 0
const entryOf = (caller: Caller, kind: string, data: object, journal = caseId(`ft${++count}x`), n = 1) =>
  ({
    _id: entryId(journal, n, caller.device),
    kind,
    v: 1,
    by: caller.officer,
    at: new Date().toISOString(),
    data,
  }) as unknown as Entry

const registered = (caller: Caller, photos: Photo[], rest: Parameters<typeof complaint>[0] = {}) =>
  entryOf(caller, 'registered', {
    ...complaint(rest),
    attachments: photos.map(({ attachment }) => attachment),
  })

async function send(caller: Caller, ...docs: Entry[]): Promise<void> {
  const answer = await caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  expect(answer).toMatchObject({ status: 201, body: [] })
}

const at = (hash: string, entry: string) => `/api/media/${hash}?entry=${encodeURIComponent(entry)}`

const put = (caller: Caller, { bytes, attachment }: Photo, entry: string, type = attachment.type) =>
  caller.browser.request(at(attachment.hash, entry), {
    method: 'PUT',
    headers: { 'x-kentongan-device': caller.device, 'content-type': type },
    body: bytes,
  })

const get = (caller: Caller, { attachment }: Photo, entry: string) =>
  caller.call('GET', at(attachment.hash, entry))

const head = async (caller: Caller, { attachment }: Photo, entry: string) =>
  (await caller.call('HEAD', at(attachment.hash, entry))).status

/** A photo that its author has brought, and the entry that names it. */
async function brought(name: string, rest: Parameters<typeof complaint>[0] = {}) {
  const given = photo(name)
  const entry = registered(author, [given], rest)
  await send(author, entry)
  expect((await put(author, given, entry._id)).status).toBe(201)
  return { given, entry }
}

describe('bringing a photo', () => {
  it('works once an accepted entry names it, and the second time changes nothing', async () => {
    const given = photo('biasa', { size: 300_000 })
    const entry = registered(author, [given])
    expect(await put(author, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-named' } })
    await send(author, entry)
    expect(await head(author, given, entry._id)).toBe(404)
    expect((await put(author, given, entry._id)).status).toBe(201)
    expect((await put(author, given, entry._id)).status).toBe(200)
    expect(await head(author, given, entry._id)).toBe(200)
    const { info } = server.archive.files
    expect(await info(given.attachment.hash)).toEqual({ type: 'image/jpeg', bytes: 300_000 })
  })

  it('twenty times at once stores it once', async () => {
    const given = photo('serentak')
    const entry = registered(author, [given])
    await send(author, entry)
    const all = await Promise.all(Array.from({ length: 20 }, () => put(author, given, entry._id)))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(all.filter(({ status }) => status === 200)).toHaveLength(19)
  })

  it('is only for its author and who may see the entry', async () => {
    const given = photo('orang-lain')
    const entry = registered(author, [given])
    await send(author, entry)
    expect(await put(other, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-named' } })
    expect(await head(other, given, entry._id)).toBe(404)
    expect((await put(desk, given, entry._id)).status).toBe(201)
  })

  it('is refused under an entry that names something else, or is none', async () => {
    const { entry } = await brought('bernama')
    const stray = photo('liar')
    for (const id of [entry._id, '', 'number:2026:00001', `${entry._id}x`, '../../_all_docs'])
      expect(await put(author, stray, id)).toMatchObject({ status: 404, body: { error: 'not-named' } })
  })

  it.each<[string, (given: Photo) => Photo, string, string | undefined]>([
    ['other bytes of the same length', (p) => ({ ...p, bytes: photo('palsu').bytes }), 'hash', undefined],
    ['fewer bytes', (p) => ({ ...p, bytes: p.bytes.slice(0, -1) }), 'bytes', undefined],
    ['no bytes', (p) => ({ ...p, bytes: new Uint8Array() }), 'bytes', undefined],
    ['another type than the entry says', (p) => p, 'type', 'image/png'],
    ['JSON', (p) => p, 'type', 'application/json'],
    ['a page', (p) => p, 'type', 'text/html'],
  ])('is refused for good with %s', async (what, spoil, reason, type) => {
    const given = photo(`rusak ${what}`)
    const entry = registered(author, [given])
    await send(author, entry)
    const answer = await put(author, spoil(given), entry._id, type)
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid', reason } })
    expect(await head(author, given, entry._id)).toBe(404)
  })

  it.each<[string, { type: string; sign: number[] }]>([
    ['a program called a picture', { type: 'image/jpeg', sign: [0x4d, 0x5a, 0x90] }],
    ['a page called a picture', { type: 'image/png', sign: [0x3c, 0x73, 0x76, 0x67] }],
    ['a picture called a sound', { type: 'audio/ogg', sign: [0xff, 0xd8, 0xff] }],
  ])('is refused for good when it is %s', async (what, as) => {
    const given = photo(what, as)
    const entry = registered(author, [given])
    await send(author, entry)
    expect(await put(author, given, entry._id)).toMatchObject({
      status: 400,
      body: { error: 'invalid', reason: 'type' },
    })
  })

  it.each([
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image/webp', [...Buffer.from('RIFF    WEBP')]],
    ['audio/webm', [0x1a, 0x45, 0xdf, 0xa3]],
    ['audio/mp4', [0, 0, 0, 24, ...Buffer.from('ftypM4A ')]],
    ['audio/ogg', [...Buffer.from('OggS')]],
  ])('takes %s, and gives it back byte for byte', async (type, sign) => {
    const given = photo('', { type, sign })
    const entry = registered(author, [given])
    await send(author, entry)
    expect((await put(author, given, entry._id)).status).toBe(201)
    const answer = await fetch(server.url + at(given.attachment.hash, entry._id), { headers: author.headers })
    expect(answer.headers.get('content-type')).toBe(type)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(given.bytes)
  })

  it('takes two megabytes and not a byte more', async () => {
    const most = photo('besar', { size: 2 * 1024 * 1024 })
    const more = photo('terlalu besar', { size: 2 * 1024 * 1024 + 1 })
    const entry = registered(author, [most, more])
    await send(author, entry)
    expect((await put(author, most, entry._id)).status).toBe(201)
    expect(await put(author, more, entry._id)).toMatchObject({ status: 413, body: { error: 'too-large' } })
  })

  it('without a session is refused before anything is read', async () => {
    const path = at('0'.repeat(64), 'x')
    const headers = { 'content-type': 'image/jpeg', 'content-length': 2_000_000, 'x-kentongan-device': 'dx' }
    const status = await new Promise((done, failed) => {
      const call = request(server.url + path, { method: 'PUT', headers }, (answer) => {
        done(answer.statusCode)
        call.destroy()
      })
      call.on('error', failed).flushHeaders() // and never a body
    })
    expect(status).toBe(401)
  })

  it('from another site is refused', async () => {
    const { given, entry } = await brought('situs lain')
    const answer = await author.browser.request(at(given.attachment.hash, entry._id), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', 'sec-fetch-site': 'cross-site' },
      body: given.bytes,
    })
    expect(answer).toMatchObject({ status: 403, body: { error: 'cross-site' } })
  })
})

describe('seeing a photo', () => {
  it('is for who may see the entry that names it, as a file and never as a page', async () => {
    const { given, entry } = await brought('lihat')
    const answer = await fetch(server.url + at(given.attachment.hash, entry._id), { headers: desk.headers })
    expect(answer.status).toBe(200)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(given.bytes)
    const said = Object.fromEntries(answer.headers)
    expect(said).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  it('is nothing to others: whether it exists is not told', async () => {
    const { given, entry } = await brought('rahasia')
    const missing = registered(author, [photo('belum')])
    await send(author, missing)
    const none = { status: 404, body: { error: 'not-found' } }
    expect(await get(other, given, entry._id)).toMatchObject(none)
    expect(await get(other, photo('belum'), missing._id)).toMatchObject(none)
    expect(await get(other, given, entryOf(author, 'note', {})._id)).toMatchObject(none)
    expect(await get(desk, photo('belum'), missing._id)).toMatchObject({
      status: 404,
      body: { error: 'not-yet' },
    })
  })

  it('is not for who knows its hash and names it in a case of their own', async () => {
    const { given, entry } = await brought('tebak')
    const own = registered(other, [])
    await send(other, own)
    expect(await get(other, given, own._id)).toMatchObject({ status: 404, body: { error: 'not-found' } })
    expect(await get(other, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-found' } })
  })

  it('is not for who names its hash in an accepted entry of their own and has not got the bytes', async () => {
    const { given } = await brought('gapai')
    const own = registered(other, [given])
    await send(other, own)
    expect(await head(other, given, own._id)).toBe(404)
    expect(await get(other, given, own._id)).toMatchObject({ status: 404, body: { error: 'not-yet' } })
    expect(await put(other, photo('lain'), own._id)).toMatchObject({ status: 404 })
    const forged = { ...given, bytes: photo('lain').bytes }
    expect(await put(other, forged, own._id)).toMatchObject({ status: 400, body: { reason: 'hash' } })
    expect((await get(other, given, own._id)).status).toBe(404)
    expect((await put(other, given, own._id)).status).toBe(200)
    expect((await get(other, given, own._id)).status).toBe(200)
  })

  it('ends for a respondent, and for who no longer holds the case', async () => {
    const { given, entry } = await brought('terlapor')
    const journal = entry._id.split(':')[0]!
    await send(desk, entryOf(desk, 'assigned', { lead: kadusB, helpers: [] }, journal, 3))
    expect((await get(other, given, entry._id)).status).toBe(200)
    await send(desk, entryOf(desk, 'restricted', { respondents: [kadusB] }, journal, 4))
    expect(await get(other, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-found' } })
    expect(await put(other, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-named' } })
    expect((await get(desk, given, entry._id)).status).toBe(200)
  })

  it('of an act in the middle of a case is not for the capturer, who does not see the act', async () => {
    const { entry } = await brought('pencatat')
    const journal = entry._id.split(':')[0]!
    const proof = photo('tindak lanjut')
    const act = entryOf(desk, 'note', { text: 'Foto', attachments: [proof.attachment] }, journal, 3)
    await send(desk, act)
    expect((await put(desk, proof, act._id)).status).toBe(201)
    expect(await get(author, proof, act._id)).toMatchObject({ status: 404, body: { error: 'not-found' } })
    expect((await get(desk, proof, act._id)).status).toBe(200)
  })

  it('a correction puts another photo in its place, and both can be seen', async () => {
    const { given, entry } = await brought('semula')
    const better = photo('pengganti')
    const [journal] = entry._id.split(':')
    const changes = { attachments: [better.attachment] }
    const data = { entry: entry._id, changes, reason: 'Foto buram' }
    const correction = entryOf(author, 'corrected', data, journal, 3)
    await send(author, correction)
    expect((await put(author, better, correction._id)).status).toBe(201)
    expect((await get(desk, better, correction._id)).status).toBe(200)
    expect((await get(desk, given, entry._id)).status).toBe(200)
  })
})

describe('phones out of use', () => {
  it('a retired one brings what it still has, and sees nothing', async () => {
    const retired = await server.enrol(kadusA)
    const given = photo('pensiun')
    const entry = registered(retired, [given])
    await send(retired, entry)
    await server.office.desk.devices.change(retired.device, () => ({ state: 'retired' }))
    expect((await put(retired, given, entry._id)).status).toBe(201)
    expect(await get(retired, given, entry._id)).toMatchObject({
      status: 403,
      body: { error: 'device-retired' },
    })
  })

  it('a lost one brings photos of what waits in quarantine; nobody sees them before a person has looked', async () => {
    const lost = await server.enrol(kadusA)
    await server.office.desk.devices.change(lost.device, () => ({ state: 'lost' }))
    const given = photo('hilang')
    const entry = registered(lost, [given])
    expect((await put(lost, given, entry._id)).status).toBe(404)
    await send(lost, entry)
    expect((await put(lost, given, entry._id)).status).toBe(201)
    expect(await get(lost, given, entry._id)).toMatchObject({ status: 403, body: { error: 'device-lost' } })
    expect(await get(desk, given, entry._id)).toMatchObject({ status: 404, body: { error: 'not-found' } })
    await server.archive.admitHeld(lost.device, new Set([lost.device]))
    expect((await get(desk, given, entry._id)).status).toBe(200)
  })
})
