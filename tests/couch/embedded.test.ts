import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, database, readMany, startEmbedded } from '../../server/couch/index.ts'
import { bundle, temporaryDir, wire, type Wire } from './support.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await temporaryDir()
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

describe('the embedded engine', () => {
  let engine: Awaited<ReturnType<typeof startEmbedded>>
  let call: Wire
  beforeEach(async () => {
    engine = await startEmbedded({ dataDir })
    call = wire(engine.url)
    await call('PUT', '/db')
  })
  afterEach(() => engine.close())

  it('listens on loopback only and answers nothing without the right credentials', async () => {
    const { hostname, origin, username, password } = new URL(engine.url)
    expect(hostname).toBe('127.0.0.1')
    expect(password).toMatch(/^[0-9a-f]{48}$/)
    const paths = [
      '/',
      '/_all_dbs',
      '/db',
      '/db/x',
      '/db/_changes',
      '/db/_all_docs',
      '/db/_local/x',
      '/none',
      '/_up',
    ]
    for (const path of paths) expect((await fetch(origin + path)).status).toBe(401)
    for (const credentials of [`${username}:`, `${username}:${password}x`, `admin:${password}`, ':']) {
      const authorization = 'Basic ' + Buffer.from(credentials).toString('base64')
      expect((await fetch(origin + '/db', { headers: { authorization } })).status).toBe(401)
    }
    for (const path of ['/db/_bulk_get', '/db/_bulk_docs', '/db/_revs_diff'])
      expect((await fetch(origin + path, { method: 'POST', body: '{"docs":[]}' })).status).toBe(401)
    expect((await fetch(origin + '/db', { method: 'DELETE' })).status).toBe(401)
  })

  it('makes new credentials at every start and keeps its uuid and its data', async () => {
    await call('PUT', '/db/x', { v: 1 })
    const { uuid } = (await call('GET', '/')).body
    const old = engine.url
    await engine.close()
    engine = await startEmbedded({ dataDir })
    call = wire(engine.url)
    expect(new URL(engine.url).password).not.toBe(new URL(old).password)
    expect((await call('GET', '/')).body.uuid).toBe(uuid)
    expect((await call('GET', '/db/x')).body.v).toBe(1)
    expect((await call('GET', '/db')).body).toMatchObject({ doc_count: 1, update_seq: 1 })
  })

  it.each([
    ['GET', '/_node/_local/_config'],
    ['PUT', '/_node/nonode@nohost/_config/admins/me'],
    ['GET', '/_config'],
    ['GET', '/_session'],
    ['POST', '/_session'],
    ['PUT', '/_users'],
    ['GET', '/_users/_all_docs'],
    ['PUT', '/_replicator'],
    ['POST', '/_replicate'],
    ['GET', '/_active_tasks'],
    ['GET', '/_utils'],
    ['GET', '/_up'],
    ['GET', '/db/_security'],
    ['PUT', '/db/_security'],
    ['POST', '/db/_find'],
    ['POST', '/db/_purge'],
    ['PUT', '/db/_revs_limit'],
    ['PUT', '/db/_design/x'],
    ['GET', '/db/_design/x/_view/y'],
    ['GET', '/db/x/attachment'],
    ['GET', '/__proto__'],
    ['GET', '/_engine'],
    ['GET', '/..%2f..%2fetc/passwd'],
    ['GET', '/..%2f_engine'],
  ])('%s %s does not exist', async (method, path) => {
    const reply = await call(method, path, method === 'GET' ? undefined : {})
    expect(reply).toMatchObject({ status: 404, body: { error: 'not_found' } })
  })

  const deep = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)

  it.each([
    ['PUT', '/db/p', '{'],
    ['PUT', '/db/p', ''],
    ['PUT', '/db/p', '[]'],
    ['PUT', '/db/p', '5'],
    ['PUT', '/db/p', deep(100)],
    ['PUT', '/db/p', deep(100_000)],
    ['PUT', '/db/p', '{"_rev":{}}'],
    ['PUT', '/db/p', '{"_deleted":"yes"}'],
    ['PUT', '/db/p', '{"_attachments":{"a":null}}'],
    ['PUT', '/db/p', '{"_attachments":{"a":{"content_type":"x","data":5}}}'],
    ['PUT', '/db/p', '{"_attachments":"text"}'],
    ['PUT', '/db/p?rev=1-a', '{"_rev":"1-b"}'],
    ['PUT', '/db/_local/p', '[]'],
    ['PUT', '/db/_local/p', '{"_rev":5}'],
    ['PUT', '/db/%ff', '{}'],
    ['POST', '/db/_bulk_docs', '{"docs":[null]}'],
    ['POST', '/db/_bulk_docs', '{"docs":[{"_id":"a","_rev":"1-a","_revisions":5}],"new_edits":false}'],
    ['POST', '/db/_bulk_docs', '{"docs":[{"_id":"a","_revisions":{"start":1,"ids":[5]}}],"new_edits":false}'],
    ['POST', '/db/_bulk_docs', '{"docs":[{"_id":"a"}],"new_edits":false}'],
    ['POST', '/db/_bulk_docs', '{"docs":[{"_rev":"1-a"}],"new_edits":false}'],
    ['POST', '/db/_revs_diff', '{"x":5}'],
    ['POST', '/db/_revs_diff', '{"x":[5]}'],
    ['POST', '/db/_bulk_get', '{"docs":[5]}'],
    ['POST', '/db/_bulk_get', '{"docs":[{"id":{}}]}'],
    ['POST', '/db/_all_docs', '{"keys":5}'],
    ['POST', '/db/_all_docs', '{"keys":[{}]}'],
    ['POST', '/db/_changes', '{"doc_ids":5}'],
    ['GET', '/db/_changes?since=12-g1AAA', undefined],
    ['GET', '/db/_changes?limit=-1', undefined],
    ['GET', '/db/_changes?filter=my/filter', undefined],
    ['GET', '/db/x?open_revs=5', undefined],
    ['GET', '/db/x?open_revs=[{}]', undefined],
    ['GET', '/db/%E0%A4%A', undefined],
  ])('%s %s with the junk %.60s is a bad request, and the engine lives on', async (method, path, body) => {
    await call('PUT', '/db/x', {})
    expect(await call(method, path, body)).toMatchObject({ status: 400 })
    expect(await call('GET', '/db/x')).toMatchObject({ status: 200 })
  })

  it('asks for revisions that never were, latest or not, end well', async () => {
    const { rev } = (await call('PUT', '/db/x', {})).body
    for (const asked of ['9-z', '1-constructor', '1-__proto__'])
      for (const latest of [true, false])
        expect((await call('GET', `/db/x?rev=${asked}&latest=${latest}`)).status).toBe(404)
    expect((await call('POST', '/db/_revs_diff', { x: [rev], constructor: ['1-a'] })).body).toEqual({
      constructor: { missing: ['1-a'] },
    })
  })

  it('refuses a body over the limit and lives on', async () => {
    const big = `{"text":"${'x'.repeat(65 * 1024 * 1024)}"}`
    expect(await call('PUT', '/db/big', big)).toMatchObject({ status: 413, body: { error: 'too_large' } })
    expect((await call('GET', '/db')).body.doc_count).toBe(0)
  })

  it('closes in the midst of writing and waiting: what was acknowledged is kept, polls are let go', async () => {
    const poll = call('GET', '/db/_changes?feed=longpoll&since=now')
    await sleep(300)
    const rest = wire(engine.url)
    const writes = Array.from({ length: 50 }, (_, n) =>
      rest('PUT', `/db/w${n}`, {}).catch(() => ({ status: 0 })),
    )
    await sleep(20)
    const before = Date.now()
    await engine.close()
    expect(Date.now() - before).toBeLessThan(3_000)
    expect((await poll).status).toBe(200)
    const replies = await Promise.all(writes)
    expect(replies.map(({ status }) => status).filter((status) => ![201, 503, 0].includes(status))).toEqual(
      [],
    )
    const acknowledged = replies.flatMap(({ status }, n) => (status === 201 ? [`w${n}`] : []))
    engine = await startEmbedded({ dataDir })
    const { body } = await wire(engine.url)('POST', '/db/_all_docs', { keys: acknowledged })
    expect(body.rows.filter((row: { error?: string }) => row.error)).toEqual([])
  })

  it('refuses a data directory that this process uses already', async () => {
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'ELOCKED' })
    expect((await call('GET', '/db')).status).toBe(200)
  })
})

describe('a process with the embedded engine', () => {
  let writer: Awaited<ReturnType<typeof bundle>>
  beforeAll(async () => {
    writer = await bundle('writer')
  })
  afterAll(() => writer.remove())

  /** Starts the child; `until` sees every line it prints. */
  async function start(
    round: string,
    until: (lines: string[]) => boolean,
  ): Promise<[ChildProcess, string[]]> {
    const child = spawn(process.execPath, [writer.script, dataDir, round], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: string[] = []
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The writer ended with ${code}.`)))
      createInterface({ input: child.stdout! }).on('line', (line) => {
        lines.push(line)
        if (until(lines)) resolve()
      })
    })
    return [child, lines]
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.removeAllListeners('exit')
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
  }

  it('killed in the midst of writing, again and again, loses nothing that it acknowledged', async () => {
    const acknowledged: string[] = []
    for (const round of ['1', '2', '3']) {
      const [child, lines] = await start(round, ({ length }) => length > 300)
      await kill(child)
      acknowledged.push(...lines.filter((line) => line !== 'ready'))
    }
    const couch = await connect({ dataDir })
    const db = database(couch, 'kentongan-killed-archive')
    const found = await readMany(db, acknowledged)
    expect(acknowledged.length).toBeGreaterThanOrEqual(900)
    expect(acknowledged.filter((_, at) => !found[at])).toEqual([])
    await couch.close()
  })

  it('keeps others out of its data directory while it lives, and not a moment longer', async () => {
    const [child] = await start('idle', ({ length }) => length > 0)
    const refused = startEmbedded({ dataDir })
    await expect(refused).rejects.toMatchObject({ code: 'ELOCKED' })
    await expect(refused).rejects.toThrow(/is in use by another process\.$/)
    await kill(child)
    const engine = await startEmbedded({ dataDir })
    await engine.close()
  })
})
