/** What every answer has in common: headers, errors, limits; and the app's files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE } from '../support/domain.ts'
import type { Caller } from '../support/browser-session.ts'
import { COUCHDB_URL, startTestServer, type TestServer } from '../support/server.ts'

const PAGE = '<!doctype html><title>Kentongan</title>'
const ASSET = 'assets/index-DkT3x9_a.js'
let server: TestServer
let folder: string
let caller: Caller

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-app-'))
  mkdirSync(join(folder, 'assets'))
  const files = {
    'index.html': PAGE,
    [ASSET]: `//${'x'.repeat(3000)}`,
    'sw.js': '//',
    'manifest.webmanifest': '{}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  server = await startTestServer({ appFolder: folder })
  await server.people({ id: PEOPLE.petugas, position: 'petugasPengelola' })
  caller = await server.enrol(PEOPLE.petugas)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers })
const page = (path: string) => get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })

describe('every answer', () => {
  const poll = async () => {
    const { body } = await caller.call('GET', '/sync/inbox/_changes')
    return get(`/sync/inbox/_changes?feed=longpoll&timeout=10&since=${String(body.last_seq)}`, caller.headers)
  }

  it.each<[string, () => Promise<Response>, number]>([
    ['a page', () => page('/'), 200],
    ['a page by its address', () => page('/kasus/c123'), 200],
    ['a file', () => get(`/${ASSET}`), 200],
    ['a missing file', () => get('/assets/old-12345678.js'), 404],
  ])('of the app says what a page may load and use: %s', async (_what, ask, status) => {
    const { headers, status: answered } = await ask()
    expect(answered).toBe(status)
    const policy = headers.get('content-security-policy')!
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split(';')).toContain(part)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expectSafe(headers)
  })

  it.each<[string, () => Promise<Response>, number]>([
    ['of the API', () => get('/api/session', caller.headers), 200],
    ['of the door', () => get('/sync/', caller.headers), 200],
    ['a poll', poll, 200],
    ['no session', () => get('/api/session'), 401],
    ['no session at the door', () => get('/sync/inbox/_changes'), 401],
    ['nothing there', () => get('/api/none'), 404],
    [
      'another method',
      () => fetch(`${server.url}/api/session`, { method: 'DELETE', headers: caller.headers }),
      404,
    ],
    ['from another site', () => fetch(`${server.url}/api/enrol`, { method: 'POST' }), 403],
    ['health', () => get('/healthz'), 200],
  ])('with data may be shown, framed and kept by nobody, in few bytes: %s', async (_what, ask, status) => {
    const answer = await ask()
    await answer.text()
    expect(answer.status).toBe(status)
    const { headers } = answer
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
    expectSafe(headers)
    const rest = [...headers].filter(([name]) => name !== 'set-cookie')
    expect(rest.reduce((bytes, [name, value]) => bytes + name.length + value.length + 4, 0)).toBeLessThan(340)
  })

  function expectSafe(headers: Headers): void {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
    expect(headers.has('access-control-allow-origin')).toBe(false)
  }

  it('of a URL that can’t be read is a refusal without a stack', async () => {
    const text = await raw(`GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect(text).toMatch(/^HTTP\/1.1 400 /)
    expect(text).toMatch(/content-security-policy: default-src 'none'/i)
    expect(text).toContain('"error":"bad-request"')
    expect(text).not.toMatch(/FST_ERR|at .*\.js/)
  })
})

/** Bytes as they are: `fetch` mends what it sends. */
function raw(text: string): Promise<string> {
  return new Promise((done, failed) => {
    let answer = ''
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (answer += data))
    socket.on('error', failed)
    socket.on('close', () => done(answer))
  })
}

describe('the app’s files', () => {
  it('are kept for ever where their name has a hash, and asked for anew otherwise', async () => {
    expect((await get(`/${ASSET}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/tugas']) {
      const { headers } = await page(path)
      expect(headers.get('cache-control')).toBe('no-cache')
      expect(headers.get('etag')).toBeTruthy()
    }
  })

  it('are compressed', async () => {
    const { headers } = await get(`/${ASSET}`, { 'accept-encoding': 'br' })
    expect(headers.get('content-encoding')).toBe('br')
  })

  it.each(['/', '/tugas', '/daftar', '/kasus/c0000000000000001', '/apiary', '/synced'])(
    'begin with the page at every address of the app: %s',
    async (path) => {
      const answer = await page(path)
      expect([answer.status, await answer.text()]).toEqual([200, PAGE])
    },
  )

  it.each(['/api/none', '/api', '/sync/none', '/sync/_all_dbs', '/healthz/x'])(
    'are not served where the API or the doors are: %s',
    async (path) => {
      const answer = await fetch(server.url + path, { headers: { ...caller.headers, accept: 'text/html' } })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )

  it.each(['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/assets/../../package.json'])(
    'are all there is: %s',
    async (path) => {
      const text = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      expect(text).toMatch(/^HTTP\/1.1 (404|403|400) /)
      expect(text).not.toContain('"kentongan"')
    },
  )

  it('of a missing name are no page for a script that asks', async () => {
    const answer = await get('/assets/old-12345678.js', { accept: '*/*' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: 'not-found' })
  })
})

describe('health', () => {
  it('names engine and version', async () => {
    const engine = COUCHDB_URL ? 'couchdb' : 'embedded'
    const answer = await get('/healthz')
    expect(await answer.json()).toEqual({ status: 'ok', engine, version: server.office.version })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('too many requests', () => {
  it('are counted by device, not by address', async () => {
    const strict = await startTestServer({ perMinute: 5 })
    try {
      await strict.people({ id: PEOPLE.petugas, position: 'petugasPengelola' })
      const [first, second] = [await strict.enrol(PEOPLE.petugas), await strict.enrol(PEOPLE.petugas)]
      const statuses: number[] = []
      for (let n = 0; n < 6; n++) statuses.push((await first.call('GET', '/api/session')).status)
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
      expect((await first.call('GET', '/api/session')).body.error).toBe('too-many')
      expect((await second.call('GET', '/api/session')).status).toBe(200)
      expect((await fetch(`${strict.url}/healthz`)).status).toBe(200)
    } finally {
      await strict.close()
    }
  })
})

describe.each(COUCHDB_URL ? [] : ['embedded'])('when the %s engine is gone', () => {
  it('answers a fault with an id and nothing else, and is not healthy', async () => {
    const broken = await startTestServer()
    await broken.people({ id: PEOPLE.petugas, position: 'petugasPengelola' })
    const phone = await broken.enrol(PEOPLE.petugas)
    await broken.office.postman.stop()
    await broken.office.couch.close()
    const { status, body } = await phone.call('GET', '/api/session')
    expect(status).toBe(500)
    expect(body).toEqual({ error: 'fault', id: expect.stringMatching(/^[0-9a-f]{10}$/) as string })
    const health = await fetch(`${broken.url}/healthz`)
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({ status: 'engine-unavailable' })
    await broken.close().catch(() => {})
  })
})
