import { describe, expect, it } from 'vitest'
import { ensureDatabase, seqNumber } from '../../../server/couch/index.ts'
import { urlOf, wire } from '../support.ts'
import { type Given } from './given.ts'

export function databasesContract(given: Given): void {
  const { call, put, remove } = given

  describe('databases', () => {
    it('the server introduces itself with a uuid that phones can build on', async () => {
      const { body } = await wire(urlOf(given.db))('GET', '/')
      expect(body).toMatchObject({
        couchdb: 'Welcome',
        version: given.bench.couch.version,
        uuid: given.bench.couch.uuid,
      })
      expect(body.uuid).toMatch(/^[0-9a-f]{32}$/)
    })

    it('a database is created once, listed, described, and gone when deleted', async () => {
      const info = await call('GET', '')
      expect(info.body).toMatchObject({ db_name: given.db.name, doc_count: 0, doc_del_count: 0 })
      expect(await call('PUT', '')).toMatchObject({ status: 412, body: { error: 'file_exists' } })
      expect((await wire(urlOf(given.db))('GET', '/_all_dbs')).body).toContain(given.db.name)
      expect(await call('DELETE', '')).toMatchObject({ status: 200, body: { ok: true } })
      const gone = { status: 404, body: { error: 'not_found', reason: 'Database does not exist.' } }
      expect(await call('GET', '')).toMatchObject(gone)
      expect(await call('PUT', '/x', {})).toMatchObject(gone)
      expect(await call('DELETE', '')).toMatchObject(gone)
      await ensureDatabase(given.bench.couch, given.db.name)
      expect((await call('GET', '')).body.doc_count).toBe(0)
    })

    it('documents and tombstones are counted apart', async () => {
      await put('a')
      await remove('b', await put('b'))
      expect((await call('GET', '')).body).toMatchObject({ doc_count: 1, doc_del_count: 1 })
      await put('b')
      const { body } = await call('GET', '')
      expect(body).toMatchObject({ doc_count: 2, doc_del_count: 0 })
      expect(seqNumber(body.update_seq)).toBe(4)
    })
  })
}
