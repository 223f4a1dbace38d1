import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as couch from '../../server/couch/index.ts'
import { engines, openEngine, type Bench } from './support.ts'

type Doc = { n: number }

describe.each(engines)('the verbs of the store, on %s', (engine) => {
  let bench: Bench
  let db: couch.Db
  beforeAll(async () => {
    bench = await openEngine(engine)
  })
  beforeEach(async () => {
    db = await bench.fresh()
  })
  afterAll(() => bench.end())

  it('ranges, ids and single documents are read with their contents', async () => {
    await couch.bulk<Doc>(
      db,
      [3, 1, 2].map((n) => ({ _id: `c1:${n}`, n })),
    )
    await couch.putDoc<Doc>(db, { _id: 'c2:1', n: 9 })
    expect((await couch.readRange<Doc>(db, { prefix: 'c1:' })).map(({ n }) => n)).toEqual([1, 2, 3])
    const back = await couch.readRange<Doc>(db, { prefix: 'c1:' }, { descending: true, limit: 2 })
    expect(back.map(({ n }) => n)).toEqual([3, 2])
    expect(await couch.readIds(db, { start: 'c1:3', end: 'c2:1' })).toMatchObject([
      { id: 'c1:3' },
      { id: 'c2:1' },
    ])
    const many = await couch.readMany<Doc>(db, ['c2:1', 'none', 'c1:1'])
    expect(many.map((doc) => doc?.n)).toEqual([9, undefined, 1])
    expect(await couch.readMany(db, [])).toEqual([])
    expect(await couch.getDoc(db, 'none')).toBeUndefined()
    const { rev } = await couch.putDoc(db, { _id: 'gone' })
    expect(await couch.removeDoc(db, 'gone', rev)).toBe(true)
    expect(await couch.removeDoc(db, 'gone', rev)).toBe(false)
    expect(await couch.getDoc(db, 'gone')).toBeUndefined()
    expect(await couch.readMany(db, ['gone'])).toEqual([undefined])
  })

  it('a database that is not there is a fault, not a missing document', async () => {
    const lost = couch.database(bench.couch, 'kentongan-lost-desk')
    await expect(couch.getDoc(lost, 'x')).rejects.toMatchObject({ statusCode: 404 })
    await expect(couch.removeDoc(lost, 'x', '1-a')).rejects.toMatchObject({ statusCode: 404 })
    await expect(couch.upsert(lost, 'x', () => ({}))).rejects.toMatchObject({ statusCode: 404 })
  })

  it('register numbers claimed by twenty at once are gapless, and each belongs to one', async () => {
    const claim = async (by: number) => {
      for (let n = 1; ; n++)
        if ((await couch.putNew(db, { _id: `number:2026:${n}`, by })) === 'created') return n
    }
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, by) => claim(by)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(await couch.putNew(db, { _id: 'number:2026:1' })).toMatchObject({ _id: 'number:2026:1' })
  })

  it('a bulk of more than a batch answers for every document, in order', async () => {
    await couch.putDoc(db, { _id: 'd0700' })
    const docs = Array.from({ length: 1200 }, (_, n) => ({ _id: `d${String(n).padStart(4, '0')}` }))
    const results = await couch.bulk(db, docs)
    expect(results.map(({ id }) => id)).toEqual(docs.map(({ _id }) => _id))
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ id: 'd0700', error: 'conflict' }])
  })

  it('changes made to one document by ten at once are all kept', async () => {
    const more = (old: Doc | undefined) => ({ n: (old?.n ?? 0) + 1 })
    await Promise.all(Array.from({ length: 10 }, () => couch.upsert<Doc>(db, 'count', more)))
    expect(await couch.upsert<Doc>(db, 'count', () => undefined)).toMatchObject({ n: 10 })
    await couch.upsert<Doc>(db, 'count', (old) => ({ n: old?.n ?? 0, _deleted: true }))
    expect(await couch.upsert<Doc>(db, 'count', more)).toMatchObject({ n: 1 })
    await couch.upsert<Doc>(db, '_local/place', () => ({ n: 5 }))
    expect(await couch.getDoc<Doc>(db, '_local/place')).toMatchObject({ n: 5 })
  })

  it('a follower gets every change, one batch at a time, again after its own failure, and stops when told', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const troubles: unknown[] = []
    let busy = false
    const onBatch = async (changes: couch.Change<Doc>[]) => {
      expect(busy).toBe(false)
      busy = true
      await sleep(5)
      busy = false
      if (troubles.length === 0) throw new Error('not this time')
      seen.push(...changes.map(({ doc }) => doc!.n))
    }
    const onTrouble = (error: unknown) => troubles.push(error)
    const options = { since: 0, onBatch, onTrouble, signal: stop.signal, includeDocs: true, limit: 10 }
    const followed = couch.followChanges<Doc>(db, options)
    for (let n = 0; n < 50; n++) await couch.putDoc<Doc>(db, { _id: `d${n}`, n })
    while (seen.length < 50) await sleep(20)
    expect(seen).toEqual(Array.from({ length: 50 }, (_, n) => n))
    expect(troubles).toHaveLength(1)
    expect(couch.seqNumber(await couch.updateSeq(db))).toBe(50)
    stop.abort()
    await followed
  })

  it('compaction keeps what is current and throws the past away', async () => {
    const { rev } = await couch.putDoc<Doc>(db, { _id: 'x', n: 1 })
    await couch.putDoc<Doc>(db, { _id: 'x', _rev: rev, n: 2 })
    await couch.compact(db)
    expect(await couch.getDoc<Doc>(db, 'x')).toMatchObject({ n: 2 })
  })

  it('a village finds its own databases, and no other village gets into its names', async () => {
    const village = `v${Date.now().toString(36)}`
    const names = [
      couch.archiveName(village),
      couch.boxName(village, 'siti-2'),
      couch.deskName(village),
      couch.mediaName(village),
    ]
    const dbs = await Promise.all([...names, ...names].map((name) => couch.ensureDatabase(bench.couch, name)))
    await couch.ensureDatabase(bench.couch, couch.archiveName(`${village}-timur`))
    expect(await couch.databasesOf(bench.couch, village)).toEqual(names.sort())
    await Promise.all(
      [...dbs, couch.database(bench.couch, couch.archiveName(`${village}-timur`))].map(couch.dropDatabase),
    )
    for (const bad of ['', '9a', 'A', 'a/b', 'a_b', '../x', '-a']) {
      expect(() => couch.archiveName(bad)).toThrow('Not a valid village id')
      expect(() => couch.boxName(village, bad)).toThrow('Not a valid officer id')
    }
  })
})

describe.each(engines.filter((name) => name === 'couchdb'))('a CouchDB', () => {
  it('gives databases to admins only, with one shard, and one with more shards is refused', async () => {
    const { couch: engine, fresh, end } = await openEngine('couchdb')
    const db = await fresh()
    const security = await engine.server.request({ db: db.name, path: '_security' })
    expect(security).toMatchObject({ members: { roles: ['_admin'] } })
    expect(await engine.server.db.get(db.name)).toMatchObject({ cluster: { q: 1 } })
    await couch.dropDatabase(db)
    await engine.server.db.create(db.name, { q: 2 })
    await expect(couch.ensureDatabase(engine, db.name)).rejects.toThrow(/has 2 shards/)
    await end()
  })
})

describe('a COUCHDB_URL that will not do', () => {
  const connect = (couchdbUrl: string) => couch.connect({ dataDir: '/nonexistent', couchdbUrl })

  async function fake(status: number, body: object, userCtx = { roles: ['_admin'] }) {
    const server = createServer((request, response) => {
      const session = request.url === '/_session'
      response.writeHead(session ? 200 : status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(session ? { userCtx } : body))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    return { url: `http://admin:secret@127.0.0.1:${port}`, end: () => server.close() }
  }

  it.each([
    ['junk', /is not a URL/],
    ['http://127.0.0.1:5984', /carries no user/],
    ['http://admin:secret@127.0.0.1:1', /\(127\.0\.0\.1:1\) cannot be reached/],
  ])('%s is refused in a sentence', async (url, sentence) => {
    await expect(connect(url)).rejects.toThrow(sentence)
  })

  it.each([
    [401, {}, undefined, /refuses the user or the password/],
    [200, { hello: 1 }, undefined, /does not answer like a CouchDB/],
    [200, { couchdb: 'Welcome', version: '3.1.2' }, undefined, /is CouchDB 3\.1\.2; 3\.2 or newer/],
    [200, { couchdb: 'Welcome', version: '3.5.0' }, { roles: [] }, /not an admin/],
  ])(
    'an answer %i %o is refused in a sentence without the password',
    async (status, body, userCtx, sentence) => {
      const { url, end } = await fake(status, body, userCtx)
      const error = await connect(url).catch((reason: Error) => reason)
      expect((error as Error).message).toMatch(sentence)
      expect((error as Error).message).not.toContain('secret')
      end()
    },
  )
})
