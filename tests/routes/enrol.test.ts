/** Enrolment: codes are spent once, by a button, and give the browser a session. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDoc, readRange, upsert } from '../../server/couch/index.ts'
import { newDeviceId } from '../../src/domain/ids.ts'
import { countAttempts, ENROL_LIMITS, lineOf } from '../../server/routes/attempts.ts'
import { PEOPLE } from '../support/domain.ts'
import { TestBrowser } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA } = PEOPLE
const DAY_MS = 86_400_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
  )
})
afterAll(() => server.close())

const browser = () => new TestBrowser(server.url)
const newCode = async (validFor = DAY_MS) =>
  (await server.office.desk.codes.make({ officer: kadusA, validFor })).code
const spend = (code: unknown, device: unknown = {}, from = browser()) =>
  from.json('POST', '/api/enrol', { code, device })

describe('a code', () => {
  it('gives the browser a session that lasts', async () => {
    const answer = await spend(await newCode(), { label: 'HP Kadus', platform: 'Android' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      officer: kadusA,
      device: expect.stringMatching(/^d[0-9a-hjkmnp-tv-z]{12}$/) as string,
      village: server.archive.village,
    })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toContain(`kentongan_${answer.body.device as string}=`)
    expect(cookie).toMatch(/; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('may be typed small, with spaces and look-alikes', async () => {
    const code = await newCode()
    expect((await spend(` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `)).status).toBe(200)
  })

  it('is spent only once', async () => {
    const code = await newCode()
    expect((await spend(code)).status).toBe(200)
    const again = await spend(code)
    expect(again).toMatchObject({
      status: 409,
      body: { error: 'code-used', id: expect.any(String) as string },
    })
    expect(again.headers.getSetCookie()).toEqual([])
  })

  it('is spent by one of two who try at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const code = await newCode()
      const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await spend(code)).status))
      expect(statuses.sort()).toEqual([200, 409, 409, 409])
    }
  })

  it('is not spent by opening the link or by a preview', async () => {
    const code = await newCode()
    for (const path of ['/daftar', `/api/enrol?code=${code}`, `/daftar?code=${code}`]) {
      for (const method of ['GET', 'HEAD']) await browser().request(path, { method })
    }
    expect((await spend(code)).status).toBe(200)
  })

  it('expires', async () => {
    expect(await spend(await newCode(-1))).toMatchObject({ status: 410, body: { error: 'code-expired' } })
  })

  it.each(['', 'ABCDE', 'ABCDE-FGHJK', 'bukan kode'])(
    'is refused where it is unknown: "%s"',
    async (code) => {
      expect(await spend(code)).toMatchObject({ status: 404, body: { error: 'code-unknown' } })
    },
  )

  it('gives a phone its id back that a restored backup does not know: what it wrote under it is still its own', async () => {
    const known = newDeviceId(crypto.getRandomValues(new Uint8Array(16)))
    const again = await spend(await newCode(), { id: known })
    expect(again.body).toMatchObject({ officer: kadusA, device: known })
    const { code } = await server.office.desk.codes.make({ officer: petugas, validFor: DAY_MS })
    const other = await spend(code, { id: known })
    expect(other.status).toBe(200)
    expect(other.body.device).not.toBe(known)
  })

  it.each(['pusat', 'x', '__proto__'])('never gives a phone the id "%s"', async (id) => {
    const answer = await spend(await newCode(), { id })
    expect(answer.body.device).toMatch(/^d/)
    expect(answer.body.device).not.toBe(id)
  })

  it('does not end the sessions of the officer', async () => {
    const first = await server.enrol(kadusA)
    await server.enrol(kadusA)
    expect((await first.call('GET', '/api/session')).status).toBe(200)
  })

  it('is nowhere stored, nor is the session’s token', async () => {
    const code = await newCode()
    const { browser: used } = await server.enrol(kadusA)
    const text = JSON.stringify(await readRange(server.archive.desk, { start: ' ', end: '\ufff0' }))
    expect(text).not.toContain(code)
    expect(text).not.toContain(code.replace('-', ''))
    for (const token of used.cookies.values()) expect(text).not.toContain(token)
  })

  it('of the demo may be used again and again', async () => {
    const { code } = await server.office.desk.codes.make({
      officer: kadusA,
      validFor: DAY_MS,
      reusable: true,
    })
    for (let round = 0; round < 3; round++) expect((await spend(code)).status).toBe(200)
  })
})

describe('on iOS, where Safari and the home-screen app keep separate stores', () => {
  const usedAgo = async (ms: number) => {
    const docs = await readRange<{ used?: object }>(server.archive.desk, { prefix: 'code:' })
    const at = new Date(Date.now() - ms).toISOString()
    for (const { _id, used } of docs)
      if (used) await upsert(server.archive.desk, _id, (doc) => doc && { ...doc, used: { ...used, at } })
  }

  it.each(['ios', 'iPhone', 'iPad'])(
    'a code can be spent once more, as two devices: %s',
    async (platform) => {
      const code = await newCode()
      const safari = await spend(code, { platform })
      const app = await spend(code, { platform })
      expect([safari.status, app.status]).toEqual([200, 200])
      expect(app.body.device).not.toBe(safari.body.device)
      expect((await spend(code, { platform })).body.error).toBe('code-used')
    },
  )

  it('but not by another kind of phone, nor after half an hour', async () => {
    const code = await newCode()
    expect((await spend(code, { platform: 'ios' })).status).toBe(200)
    expect((await spend(code, { platform: 'Android' })).body.error).toBe('code-used')
    await usedAgo(31 * 60_000)
    expect((await spend(code, { platform: 'ios' })).body.error).toBe('code-used')
  })
})

describe('enrolling again', () => {
  it('keeps the device id of the same officer in the same browser, with a new session', async () => {
    const first = await server.enrol(kadusA)
    const old = first.headers
    const again = await server.enrol(kadusA, first.browser, { id: first.device })
    expect(again.device).toBe(first.device)
    expect((await again.call('GET', '/api/session')).status).toBe(200)
    expect((await fetch(`${server.url}/api/session`, { headers: old })).status).toBe(401)
  })

  it('gives a new id for another officer, an unknown id, and a phone that is lost', async () => {
    const first = await server.enrol(kadusA)
    const other = await server.enrol(petugas, first.browser, { id: first.device })
    expect(other.device).not.toBe(first.device)
    const stranger = await server.enrol(kadusA, browser(), { id: 'd0000000000000' })
    expect(stranger.device).not.toBe('d0000000000000')
    await other.call('POST', `/api/devices/${first.device}/state`, { state: 'lost' })
    const found = await server.enrol(kadusA, first.browser, { id: first.device })
    expect(found.device).not.toBe(first.device)
    const doc = await getDoc<{ state: string }>(server.archive.desk, `device:${first.device}`)
    expect(doc!.state).toBe('lost')
  })
})

describe('guessing', () => {
  it('is slowed down for an address and for all, but right codes are free', async () => {
    const limits = { each: 3, all: 5, windowMs: 60_000 }
    const strict = await startTestServer({ enrolLimits: limits })
    try {
      await strict.people({ id: kadusA, position: 'kepalaDusun' })
      const from = (address: string, code = 'ABCDE-FGHJK') =>
        new TestBrowser(strict.url).request('/api/enrol', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: JSON.stringify({ code }),
        })
      for (let round = 0; round < 6; round++) await strict.enrol(kadusA)
      for (let round = 0; round < 3; round++) expect((await from('192.0.2.1')).status).toBe(404)
      const slowed = await from('192.0.2.1')
      expect(slowed).toMatchObject({ status: 429, body: { error: 'too-many' } })
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await from('192.0.2.2')).status).toBe(404)
      expect((await from('192.0.2.2')).status).toBe(404)
      expect((await from('192.0.2.3')).status).toBe(429)
    } finally {
      await strict.close()
    }
  })

  it('from many places closes enrolment for nobody else, and one line has no second try by another address', async () => {
    const { all, each } = ENROL_LIMITS
    expect(all).toBeGreaterThanOrEqual(200 * each)
    const attempts = countAttempts(ENROL_LIMITS)
    for (let n = 0; n < 150; n++) attempts.fail(lineOf(`203.0.113.${n}`))
    expect(attempts.wait(lineOf('192.0.2.1'))).toBe(0)
    for (let n = 0; n < each; n++) attempts.fail(lineOf(`2001:db8:1:2::${n + 1}`))
    expect(attempts.wait(lineOf('2001:db8:1:2:a:b:c:d'))).toBeGreaterThan(0)
    expect(attempts.wait(lineOf('2001:db8:1:3::1'))).toBe(0)
    expect(lineOf('2001:db8::1')).toBe(lineOf('2001:db8:0:0:5::'))
  })
})

describe('bad input', () => {
  it.each<[string, RequestInit, number, string]>([
    ['no JSON', { body: '{"code":' }, 400, 'not-json'],
    ['nothing', { body: '' }, 400, 'not-json'],
    [
      'a form',
      { body: 'code=1', headers: { 'content-type': 'text/plain', 'x-kentongan-device': 'x' } },
      400,
      'not-json',
    ],
    ['no code', { body: '{}' }, 400, 'invalid'],
    ['a list', { body: '[]' }, 400, 'invalid'],
    ['a code that is no text', { body: '{"code":{"$gt":""}}' }, 400, 'invalid'],
    ['too much', { body: JSON.stringify({ code: 'x'.repeat(70_000) }) }, 413, 'too-large'],
  ])('gets a code that the app can translate: %s', async (_what, init, status, error) => {
    const headers = { 'content-type': 'application/json', ...init.headers }
    const answer = await browser().request('/api/enrol', { method: 'POST', ...init, headers })
    expect(answer).toMatchObject({ status, body: { error, id: expect.any(String) as string } })
  })
})
