import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entries.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { raw } from './support.ts'

const { petugas, sekdes, kadusA, kadusB } = PEOPLE

describe('an attacker at the doors', () => {
  let server: TestServer
  let [mallory, victim]: Caller[] = []
  /** An entry that Mallory may not see. */
  let secret: Entry

  const entry = (name: string, other: object = {}) => ({
    _id: `${caseId(name)}:00000001:${mallory!.device}`,
    kind: 'registered',
    v: 1,
    by: kadusA,
    at: new Date().toISOString(),
    data: complaint(),
    ...other,
  })
  const post = (docs: unknown) => mallory!.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })
  const reasons = async (...docs: unknown[]) => {
    const { body } = await post(docs)
    return (body as unknown as { reason: string }[]).map(({ reason }) => reason)
  }

  beforeAll(async () => {
    server = await startTestServer()
    await server.people(
      { id: petugas, position: 'petugasPengelola' },
      { id: sekdes, position: 'sekretarisDesa' },
      { id: kadusA, position: 'kepalaDusun', dusun: 'A' },
      { id: kadusB, position: 'kepalaDusun', dusun: 'B' },
    )
    ;[mallory, victim] = [await server.enrol(kadusA), await server.enrol(kadusB)]
    secret = {
      ...entry('secret'),
      _id: `${caseId('secret')}:00000001:${victim!.device}`,
      by: kadusB,
      data: complaint({ respondents: [kadusA], description: 'Rahasia sekali' }),
    } as Entry
    const given = await victim!.call('POST', '/sync/outbox/_bulk_docs', { docs: [secret], new_edits: false })
    expect(given).toMatchObject({ status: 201, body: [] })
    await server.office.postman.settled()
  }, 60_000)
  afterAll(() => server.close(), 30_000)

  it('finds no other endpoint and no other method', async () => {
    const id = encodeURIComponent(secret._id)
    const doors = ['', '/inbox', '/outbox', '/inbox/', '/outbox/']
    const below = [
      '/_all_docs',
      '/_find',
      '/_design/x',
      '/_security',
      '/_compact',
      '/_purge',
      '/_index',
      '/_explain',
    ]
    const rest = [
      '/_all_dbs',
      '/_session',
      '/_users',
      '/_node/_local/_config',
      '/_replicate',
      '/_up',
      '/_utils',
      '/x',
    ]
    const paths = [
      ...doors.flatMap((door) => below.map((path) => `/sync${door}${path}`)),
      ...rest.map((path) => `/sync${path}`),
      `/sync/outbox/${id}`,
      `/sync/inbox/${id}`,
      `/sync/inbox/${id}/photo.jpg`,
      '/sync/outbox/_changes',
      '/sync/outbox/_bulk_get',
      '/sync/inbox/_bulk_docs',
      '/sync/inbox/_revs_diff',
      `/sync/kentongan-${server.office.village}-archive/`,
      `/sync/inbox/../kentongan-${server.office.village}-archive/_all_docs`,
    ]
    const methods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'COPY']
    for (const path of paths)
      for (const method of methods) {
        const { status, text } = await raw(server.url, method, path, {
          headers: mallory!.headers,
          ...body(method),
        })
        expect([method, path, status, text.includes('Rahasia')]).toEqual([
          method,
          path,
          expect.any(Number),
          false,
        ])
        expect([404, 405, 400], `${method} ${path}`).toContain(status)
      }
    const allowed = [
      '/sync/',
      '/sync/inbox/',
      '/sync/outbox/',
      '/sync/inbox/_bulk_get',
      '/sync/outbox/_bulk_docs',
    ]
    for (const path of allowed)
      for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD']) {
        const { status } = await raw(server.url, method, path, { headers: mallory!.headers, ...body(method) })
        expect([404, 405, 400], `${method} ${path}`).toContain(status)
      }
  }, 60_000)

  const body = (method: string) => (['GET', 'HEAD', 'DELETE'].includes(method) ? {} : { body: '{}' })

  it('does not get around the doors by the way a path is written', async () => {
    const archive = `kentongan-${server.office.village}-archive`
    const paths = [
      '/sync/inbox/../outbox/',
      '/sync/inbox/%2e%2e/outbox/',
      '/sync/inbox/..%2foutbox%2f',
      `/sync/inbox/..%2f${archive}%2f_all_docs`,
      `/sync/inbox/..%2f${archive}%2f_all_docs?open_revs=["1-a"]`,
      `/sync/inbox/%2e%2e%2f${archive}?open_revs=["1-a"]`,
      '/sync/inbox/_local/..%2f_all_docs',
      '/sync/inbox/_local/%2e%2e%2f%2e%2e',
      '/sync/inbox/_all_docs?open_revs=["1-a"]',
      '/sync/inbox/_design%2fx?open_revs=["1-a"]',
      '/sync/inbox/_local%2fx?open_revs=["1-a"]',
      '/sync//inbox/',
      '//sync/inbox/',
      '/sync/inbox/%00',
      '/sync/inbox/%ff',
      '/SYNC/inbox/',
    ]
    for (const path of paths) {
      const { status, text } = await raw(server.url, 'GET', path, { headers: mallory!.headers })
      const isApp = status === 200 && text.startsWith('<!doctype html')
      expect([path, isApp || status >= 400]).toEqual([path, true])
      expect(text).not.toContain('Rahasia')
    }
  })

  it('passes nothing through to the engine that the replicator does not ask', async () => {
    const queries = [
      'include_docs=true',
      'filter=_view',
      'view=x/y',
      'feed=continuous',
      'since=now',
      'limit=-1',
      'style=x',
    ]
    const more = [
      'descending=true',
      'conflicts=true',
      'attachments=true',
      'filter=_doc_ids',
      'since=1&since=2',
      'limit=1e9',
    ]
    for (const query of [...queries, ...more]) {
      const { status, text } = await raw(server.url, 'GET', `/sync/inbox/_changes?${query}`, {
        headers: mallory!.headers,
      })
      expect([query, status]).toEqual([query, 400])
      expect(text).not.toMatch(/kentongan-|5984|stack/)
    }
    const selector = { selector: { _id: { $gt: null } } }
    expect((await mallory!.call('POST', '/sync/inbox/_changes?filter=_selector', selector)).status).toBe(400)
    const got = await mallory!.call('GET', '/sync/inbox/_changes?limit=999999')
    expect(got.status).toBe(200)
    expect(JSON.stringify(got.body)).not.toContain(secret._id)
  })

  it('reads no document of others, however it is asked for', async () => {
    const docs = [{ id: secret._id }, { id: secret._id, rev: '1-a' }]
    const { body } = await mallory!.call('POST', '/sync/inbox/_bulk_get?attachments=true', { docs })
    expect(JSON.stringify(body)).not.toContain('Rahasia')
    const open = `/sync/inbox/${encodeURIComponent(secret._id)}?open_revs=["1-a"]`
    expect(JSON.stringify((await mallory!.call('GET', open)).body)).not.toContain('Rahasia')
    for (const junk of [
      null,
      5,
      {},
      { docs: 5 },
      { docs: [5] },
      { docs: [{ id: '_local/x' }] },
      { docs: [{ id: 5 }] },
    ]) {
      expect((await mallory!.call('POST', '/sync/inbox/_bulk_get', junk)).status).toBe(400)
    }
  })

  it('learns nothing from what is missing', async () => {
    const diff = { [secret._id]: ['1-a'], [entry('never')._id]: ['1-b'] }
    const { body } = await mallory!.call('POST', '/sync/outbox/_revs_diff', diff)
    expect(Object.keys(body)).toEqual(Object.keys(diff))
    expect(await reasons(secret)).toEqual(['forged-author'])
  })

  it('writes nothing in another name, from another device, or over what exists', async () => {
    const mine = entry('mine')
    expect(await reasons(mine)).toEqual([])
    expect(await reasons({ ...entry('as victim'), by: kadusB })).toEqual(['forged-author'])
    expect(await reasons({ ...entry('as centre'), by: 'pusat' })).toEqual(['forged-author'])
    expect(await reasons({ ...secret, by: kadusA })).toEqual(['forged-device'])
    expect(await reasons({ ...entry('x'), _id: `${caseId('x')}:00000001:pusat` })).toEqual(['forged-device'])
    expect(await reasons({ ...mine, _rev: '2-b', _deleted: true })).toEqual(['immutable'])
    expect(await reasons({ ...mine, _rev: '2-b', data: complaint({ subject: 'Lain' }) })).toEqual([
      'immutable',
    ])
    expect(await reasons({ ...mine, data: complaint({ subject: 'Lain' }) })).toEqual(['other-content'])
    expect(await reasons({ ...entry('stamped'), arrived: { order: 1 } })).toEqual(['invalid'])
    expect(await reasons({ ...entry('number'), _id: 'number:2026:00001' })).toEqual(['invalid'])
    expect(await reasons({ ...entry('design'), _id: '_design/x' })).toEqual(['invalid'])
    expect(await reasons({ ...entry('invalid'), data: {} }, entry('valid'))).toEqual(['invalid'])
    const kept = await server.archive.entriesOf(caseId('mine'))
    expect(kept[0]!.data).toMatchObject({ subject: 'Jalan berlubang' })
    const byPhones = (await server.archive.entriesOf(caseId('valid'))).filter(({ by }) => by !== CENTRE)
    expect(byPhones).toHaveLength(1)
  })

  it('gets a clear answer to a body that is no JSON, too large, or no batch', async () => {
    const send = (text: string) =>
      raw(server.url, 'POST', '/sync/outbox/_bulk_docs', { headers: mallory!.headers, body: text })
    for (const text of ['{', 'junk', '', '{"docs":', '{"__proto__":{"x":1},"docs":[]}']) {
      const { status, text: answer } = await send(text)
      expect([text, status]).toEqual([text, 400])
      expect(JSON.parse(answer)).toMatchObject({ error: 'bad_request', id: expect.any(String) })
    }
    for (const text of ['null', '5', '[]', '{}', '{"docs":{}}']) expect((await send(text)).status).toBe(400)
    const large = JSON.stringify({ docs: [{ ...entry('large'), data: { text: 'x'.repeat(11_000_000) } }] })
    const { status, text } = await send(large)
    expect([status, JSON.parse(text)]).toEqual([413, expect.objectContaining({ reason: 'too-large' })])
    const nested = `{"docs":[{"_id":"${entry('nested')._id}","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`
    expect((await send(nested)).status).toBeLessThan(500)
    expect((await mallory!.call('GET', '/sync/')).status).toBe(200)
  })

  it('keeps checkpoints small, its own, and within their names', async () => {
    const put = (name: string, body: unknown) => mallory!.call('PUT', `/sync/inbox/_local/${name}`, body)
    expect((await put('mine', { last_seq: 0 })).status).toBe(201)
    expect((await put('mine', { last_seq: 0, _rev: '0-99' })).status).toBe(201)
    expect((await put('large', { text: 'x'.repeat(100_000) })).status).toBe(400)
    expect((await put('odd', { last_seq: 'now' })).status).toBe(201)
    expect([400, 404]).toContain((await put('x'.repeat(200), {})).status)
    expect((await put('a%2Fb', {})).status).toBe(404)
    for (const junk of [5, [], 'text']) expect((await put('junk', junk)).status).toBe(400)
    const other = await server.enrol(kadusA)
    expect((await other.call('GET', '/sync/inbox/_local/mine')).status).toBe(404)
    expect((await mallory!.call('GET', '/sync/inbox/_local/generation')).status).toBe(404)
    const { order } = (await server.archive.marks.watermarkOf(kadusA, mallory!.device)) ?? { order: 0 }
    expect(order).toBe(0)
  })

  it('gets nowhere without a session', async () => {
    for (const path of ['/sync/', '/sync/inbox/', '/sync/inbox/_changes', '/sync/outbox/', '/sync/x']) {
      const { status, text } = await raw(server.url, 'GET', path)
      expect([path, status, JSON.parse(text)]).toEqual([
        path,
        401,
        expect.objectContaining({ reason: 'no-session' }),
      ])
    }
    const stolen = { ...mallory!.headers, cookie: mallory!.headers.cookie!.replace(/.$/, '!') }
    expect((await raw(server.url, 'GET', '/sync/', { headers: stolen })).status).toBe(401)
  })

  it('does not hold the server up by leaving polls behind', async () => {
    const { hostname, port } = new URL(server.url)
    const headers = Object.entries(mallory!.headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const query = 'feed=longpoll&heartbeat=1000&since=99999999'
    const sockets = Array.from({ length: 12 }, () => {
      const socket = connect(Number(port), hostname)
      socket.write(`GET /sync/inbox/_changes?${query} HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n`)
      return socket
    })
    const ended = await Promise.all(
      sockets
        .slice(0, 6)
        .map((socket) => new Promise<boolean>((resolve) => socket.once('data', () => resolve(true)))),
    )
    expect(ended.length).toBe(6)
    for (const socket of sockets) socket.destroy()
    expect((await mallory!.call('GET', '/sync/')).status).toBe(200)
  })
})
