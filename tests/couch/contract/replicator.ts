import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Pouch, temporaryDir, urlOf } from '../support.ts'
import { at, type Given } from './given.ts'

export function replicatorContract(given: Given): void {
  const { call, put, remove, bulk } = given

  describe('the replicator', () => {
    it('_revs_diff names what is missing, and knows the past of what is here', async () => {
      const doc = { _id: 'r', _rev: '3-cc', _revisions: { start: 3, ids: ['cc', 'bb', 'aa'] } }
      await bulk([doc], { new_edits: false })
      const { body } = await call('POST', '/_revs_diff', { r: ['3-cc', '2-bb', '9-z'], none: ['1-a'] })
      expect(body).toMatchObject({ r: { missing: ['9-z'] }, none: { missing: ['1-a'] } })
      expect((await call('POST', '/_revs_diff', { r: ['3-cc'] })).body).toEqual({})
      for (const junk of ['{', '[]', '5', '{"r":["junk"]}'])
        expect(await call('POST', '/_revs_diff', junk)).toMatchObject({ status: 400 })
    })

    it('_bulk_get answers each revision asked for with the latest, compacted or not', async () => {
      const first = await put('x', { v: 1 })
      const second = await put('x', { _rev: first, v: 2 })
      expect(await call('POST', '/_compact', {})).toMatchObject({ status: 202, body: { ok: true } })
      const docs = [{ id: 'x', rev: first }, { id: 'x', rev: '9-z' }, { id: 'none', rev: '1-a' }, { id: 'x' }]
      const { body } = await call('POST', '/_bulk_get?revs=true&latest=true', { docs })
      const ok = { _id: 'x', _rev: second, v: 2, _revisions: { start: 2 } }
      expect(body.results).toMatchObject([
        { id: 'x', docs: [{ ok }] },
        { id: 'x', docs: [{ error: { id: 'x', rev: '9-z', error: 'not_found' } }] },
        { id: 'none', docs: [{ error: { error: 'not_found' } }] },
        { id: 'x', docs: [{ ok }] },
      ])
    })

    it('a stock PouchDB pushes, pulls, loses what was removed and gets back what was revived', async () => {
      const dir = await temporaryDir()
      const [out, inbox] = ['out', 'in'].map((name) => new Pouch(join(dir, name), { adapter: 'leveldb' }))
      const remote = new Pouch(urlOf(given.db), { adapter: 'http', skip_setup: true })
      await out!.bulkDocs(
        Array.from({ length: 250 }, (_, n) => ({ _id: `c1:${String(n).padStart(8, '0')}:da`, n })),
      )
      expect(await out!.replicate.to(remote)).toMatchObject({ ok: true, docs_written: 250 })
      expect(await inbox!.replicate.from(remote)).toMatchObject({ ok: true, docs_written: 250 })
      const id = 'c1:00000007:da'
      await remove(id, (await call('GET', at(id))).body._rev)
      await inbox!.replicate.from(remote)
      await expect(inbox!.get(id)).rejects.toMatchObject({ status: 404, reason: 'deleted' })
      const rev = await put(id, { n: 7 })
      await inbox!.replicate.from(remote)
      expect(await inbox!.get(id)).toMatchObject({ _rev: rev, n: 7 })
      await Promise.all([out!.close(), inbox!.close()])
      await rm(dir, { recursive: true, force: true })
    })
  })
}
