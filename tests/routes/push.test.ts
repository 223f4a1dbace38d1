/** What a phone may say about where it is called, and what it may not. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDoc, readIds, readRange } from '../../server/couch/index.ts'
import type { Caller } from '../support/browser-session.ts'
import { PEOPLE } from '../support/domain.ts'
import { Ear } from '../support/push-service.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA } = PEOPLE
let server: TestServer
let phone: Caller
let key: string

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
  )
  phone = await server.enrol(kadusA)
  key = (await phone.call<{ key: string }>('GET', '/api/push')).body.key
})
afterAll(() => server.close())

const ENDPOINT = 'https://push.example.org/send/abc'
const offer = (endpoint = ENDPOINT) => ({ endpoint, keys: new Ear(endpoint).keys, key })
const put = (body: unknown, caller = phone) => caller.call('PUT', '/api/push', body)
const stored = (device = phone.device) => getDoc(server.archive.desk, `push:${device}`)
const contact = async (caller = phone) =>
  (await caller.call<{ push?: string }>('POST', '/api/contact', { unsent: 0, refused: 0, version: '1' })).body
    .push

describe('the keys', () => {
  it('are made at the first start, one pair, and the private half is told to nobody', async () => {
    const [secret, ...others] = await readRange<{ public: string; private: string }>(server.archive.desk, {
      prefix: 'secret:push:',
    })
    expect(others).toEqual([])
    expect(secret).toMatchObject({ public: key, private: expect.stringMatching(/^[\w-]{43}$/) as string })
    const answers = [
      await phone.call('GET', '/api/push'),
      await put(offer()),
      await phone.call('GET', '/api/session'),
    ]
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(secret!.private)
  })

  it('go into the backup, the subscriptions do not', async () => {
    await put(offer())
    const lines: string[] = []
    for await (const line of server.archive.exportAll()) lines.push(line)
    expect(lines.filter((line) => line.includes('"secret:push:'))).toHaveLength(1)
    expect(lines.join()).not.toContain('push.example.org')
  })
})

describe('a subscription', () => {
  it('is taken, told at contact by its tag, replaced by the next one, and taken back', async () => {
    const first = await put(offer())
    expect(first.status).toBe(200)
    expect(first.body).toEqual({ tag: expect.stringMatching(/^[\w-]{22}$/) as string })
    expect(await contact()).toBe(first.body.tag)
    const second = await put(offer('https://push.example.org/send/def'))
    expect(second.body.tag).not.toBe(first.body.tag)
    expect(await contact()).toBe(second.body.tag)
    expect((await phone.call('DELETE', '/api/push')).status).toBe(200)
    expect(await contact()).toBeUndefined()
    expect((await phone.call('DELETE', '/api/push')).status).toBe(200)
  })

  it('is one for each device, however often it is sent', async () => {
    for (let n = 0; n < 30; n++) await put(offer(`https://push.example.org/send/${n}`))
    expect(await readIds(server.archive.desk, { prefix: 'push:' })).toHaveLength(1)
  })

  it('is of the device that sends it: not of one that is named, nor of another session', async () => {
    await phone.call('DELETE', '/api/push')
    const other = await server.enrol(petugas)
    const asOther = await other.browser.json('PUT', '/api/push', offer(), phone.device)
    expect(asOther.status).toBe(401)
    await put({ ...offer(), device: phone.device, officer: kadusA }, other)
    expect(await stored()).toBeUndefined()
    expect(await stored(other.device)).toMatchObject({ officer: petugas })
    await put(offer())
    expect((await other.browser.json('DELETE', '/api/push', {}, phone.device)).status).toBe(401)
    expect(await stored()).toBeDefined()
  })

  it('needs a session, and one in use', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? JSON.stringify(offer()) : undefined
      const headers = {
        ...(body ? { 'content-type': 'application/json' } : {}),
        'x-kentongan-device': phone.device,
      }
      const init = { method, headers, ...(body ? { body } : {}) }
      expect((await fetch(`${server.url}/api/push`, init)).status).toBe(401)
    }
    const retired = await server.enrol(kadusA)
    await server.office.desk.devices.change(retired.device, () => ({ state: 'retired' }))
    expect((await retired.call('GET', '/api/push')).status).toBe(403)
    expect((await put(offer(), retired)).status).toBe(403)
  })

  it('is not taken from another site', async () => {
    const headers = { ...phone.headers, 'content-type': 'application/json', origin: 'https://evil.example' }
    const init = { method: 'PUT', headers, body: JSON.stringify(offer()) }
    expect((await fetch(`${server.url}/api/push`, init)).status).toBe(403)
  })

  it.each([
    ['plain http', { endpoint: 'http://push.example.org/x' }, 'endpoint'],
    ['an address of this machine', { endpoint: 'https://127.0.0.1/x' }, 'endpoint'],
    ['the name of this machine', { endpoint: 'https://localhost/x' }, 'endpoint'],
    ['an address in the house', { endpoint: 'https://192.168.1.1/x' }, 'endpoint'],
    ['the address of a cloud', { endpoint: 'https://169.254.169.254/latest' }, 'endpoint'],
    ['IPv6 at home', { endpoint: 'https://[::1]/x' }, 'endpoint'],
    ['another port', { endpoint: 'https://push.example.org:5984/x' }, 'endpoint'],
    ['a password', { endpoint: 'https://a:b@push.example.org/x' }, 'endpoint'],
    ['no endpoint', { endpoint: undefined }, 'endpoint'],
    ['an endless endpoint', { endpoint: `https://push.example.org/${'a'.repeat(1_100)}` }, 'endpoint'],
    ['a key that is none', { keys: { p256dh: 'AAAA', auth: 'AAAA' } }, 'keys.p256dh'],
    ['a point that is not on the curve', { keys: { ...offer().keys, p256dh: coded(65, 4) } }, 'keys.p256dh'],
    ['a short secret', { keys: { ...offer().keys, auth: coded(15) } }, 'keys.auth'],
    ['no keys', { keys: undefined }, 'keys'],
    ['a key of another village', { key: new Ear('').keys.p256dh }, 'key'],
  ])('with %s is refused, and what was there stays', async (_what, wrong, reason) => {
    await put(offer())
    const before = await stored()
    const { status, body } = await put({ ...offer(), ...wrong })
    expect([status, body.error, body.reason]).toEqual([400, 'invalid', reason])
    expect(await stored()).toEqual(before)
  })

  it('that is too large is refused before it is read', async () => {
    expect((await put({ ...offer(), more: 'x'.repeat(70_000) })).status).toBe(413)
  })
})

function coded(length: number, first?: number): string {
  const bytes = randomBytes(length)
  if (first !== undefined) bytes[0] = first
  return bytes.toString('base64url')
}
