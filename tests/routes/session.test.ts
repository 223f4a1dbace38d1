/** Sessions: a cookie per device, several officers in one browser, and no way in from other sites. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upsert } from '../../server/couch/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { TestBrowser, type Caller } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA } = PEOPLE
let server: TestServer
let kadus: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kadusA, position: 'kepalaDusun', dusun: 'Melati' },
  )
  kadus = await server.enrol(kadusA)
})
afterAll(() => server.close())

describe('the session', () => {
  it('tells officer, device, village and where the app stands', async () => {
    const { status, body, headers } = await kadus.call('GET', '/api/session')
    expect(status).toBe(200)
    expect(body).toEqual({
      officer: kadusA,
      device: kadus.device,
      state: 'active',
      village: server.archive.village,
      generation: expect.stringMatching(/^[0-9a-f-]{32,36}$/) as string,
      now: expect.any(String) as string,
      version: server.office.version,
      publicUrl: server.url,
      warnings: [],
    })
    expect(headers.getSetCookie()[0]).toMatch(/Max-Age=34560000/)
    expect(headers.get('cache-control')).toBe('no-store')
    const { body: again } = await kadus.call('GET', '/api/session')
    expect(again.generation).toBe(body.generation)
  })

  it.each<[string, () => Record<string, string>]>([
    ['no cookie', () => ({})],
    ['a wrong token', () => ({ cookie: `kentongan_${kadus.device}=${'A'.repeat(43)}` })],
    ['no token', () => ({ cookie: `kentongan_${kadus.device}=` })],
    ['an unknown device', () => ({ cookie: 'kentongan_d000000000000=x' })],
    ['a strange name', () => ({ cookie: 'kentongan__design=x; kentongan_../desk=y' })],
    ['another device in the header', () => ({ ...kadus.headers, 'x-kentongan-device': 'd000000000000' })],
  ])('is missing with %s', async (_what, headers) => {
    const answer = await fetch(`${server.url}/api/session`, { headers: headers() })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: 'no-session' })
    expect((await fetch(`${server.url}/sync/`, { headers: headers() })).status).toBe(401)
  })

  it('ends when the device has not been in touch for longer than a cookie lives', async () => {
    const old = await server.enrol(kadusA)
    const lastContact = new Date(Date.now() - 401 * 86_400_000).toISOString()
    await upsert(server.archive.desk, `device:${old.device}`, (doc) => doc && { ...doc, lastContact })
    expect((await old.call('GET', '/api/session')).status).toBe(401)
  })

  it('ends by signing out, which leaves other devices alone', async () => {
    const phone = await server.enrol(kadusA)
    expect((await phone.call('POST', '/api/signout')).status).toBe(200)
    expect(phone.browser.cookies.size).toBe(0)
    expect((await fetch(`${server.url}/api/session`, { headers: phone.headers })).status).toBe(401)
    expect((await kadus.call('GET', '/api/session')).status).toBe(200)
  })
})

describe('two officers in one browser', () => {
  it('are told apart by the header, and nobody acts without it', async () => {
    const browser = new TestBrowser(server.url)
    const first = await server.enrol(petugas, browser)
    const second = await server.enrol(kadusA, browser)
    expect(browser.cookies.size).toBe(2)
    expect((await first.call('GET', '/api/session')).body.officer).toBe(petugas)
    expect((await second.call('GET', '/api/session')).body.officer).toBe(kadusA)
    expect((await browser.request('/api/session')).status).toBe(401)
    await second.call('POST', '/api/signout')
    expect((await browser.request('/api/session')).body).toMatchObject({ officer: petugas })
  })
})

describe('a request from another site', () => {
  const post = (headers: Record<string, string>, path = '/api/signout', body?: string) =>
    fetch(server.url + path, { method: 'POST', headers: { cookie: kadus.headers.cookie!, ...headers }, body })

  it.each<[string, Record<string, string>]>([
    ['a plain form', {}],
    ['a form in plain text', { 'content-type': 'text/plain' }],
    ['a foreign origin', { 'content-type': 'application/json', origin: 'https://evil.example' }],
    ['a hidden origin', { 'content-type': 'application/json', origin: 'null' }],
    ['the same name on another port', { 'content-type': 'application/json', origin: 'http://localhost:1' }],
    [
      'what the browser calls cross-site',
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    ],
  ])('changes nothing: %s', async (_what, headers) => {
    for (const path of [
      '/api/signout',
      '/%61pi/signout',
      '/sync/outbox/_bulk_docs',
      '/s%79nc/outbox/_bulk_docs',
    ]) {
      const answer = await post(headers, path, headers['content-type'] ? '{}' : undefined)
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ error: 'cross-site' })
    }
    expect((await kadus.call('GET', '/api/session')).status).toBe(200)
  })

  it('is told from the app’s own, under either address', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ unsent: 0, version: '1' })
    expect((await post({ ...headers, origin: server.url }, '/api/contact', body)).status).toBe(200)
    const { port } = new URL(server.url)
    const other = await fetch(`http://127.0.0.1:${port}/api/contact`, {
      method: 'POST',
      headers: { ...headers, cookie: kadus.headers.cookie!, origin: `http://127.0.0.1:${port}` },
      body,
    })
    expect(other.status).toBe(200)
  })
})

describe('under https', () => {
  it('cookies are for https only; on plain http the app is warned', async () => {
    const secure = await startTestServer({ publicUrl: 'https://aduan.desa.example' })
    const insecure = await startTestServer({ publicUrl: 'http://192.0.2.7:8080' })
    try {
      for (const each of [secure, insecure]) await each.people({ id: kadusA, position: 'kepalaDusun' })
      const { code } = await secure.office.desk.codes.make({ officer: kadusA, validFor: 60_000 })
      const answer = await new TestBrowser(secure.url).json('POST', '/api/enrol', { code })
      expect(answer.headers.getSetCookie()[0]).toContain('; Secure')
      // Said with the app's own files: the browser asks for the service worker's again and again.
      const { headers } = await fetch(`${secure.url}/sw.js`)
      expect(headers.get('strict-transport-security')).toContain('max-age=')
      const phone = await insecure.enrol(kadusA)
      const { body } = await phone.call('GET', '/api/session')
      expect(body.warnings).toEqual(['insecure-public-url'])
    } finally {
      await secure.close()
      await insecure.close()
    }
  })
})
