import { describe, expect, it } from 'vitest'
import { seqNumber } from '../../../server/couch/index.ts'
import { conflict, entry, type Given } from './given.ts'

export function bulkContract(given: Given): void {
  const { call, put, bulk } = given

  describe('_bulk_docs', () => {
    it('each document has its own result, in order, and one conflict hinders no other', async () => {
      await put('b')
      expect(await bulk([{ _id: 'a' }, { _id: 'b', v: 2 }, { _id: 'c' }, { _id: 'c', v: 2 }])).toMatchObject([
        { ok: true, id: 'a' },
        { id: 'b', ...conflict },
        { ok: true, id: 'c' },
        { id: 'c', ...conflict },
      ])
    })

    it('a document without a revision is revived over its tombstone, one with the tombstone is refused', async () => {
      const [{ rev }] = await bulk([{ _id: entry, v: 1 }])
      const [tombstone] = await bulk([{ _id: entry, _rev: rev, _deleted: true }])
      const refused = [{ id: entry, ...conflict }]
      expect(await bulk([{ _id: entry, _rev: tombstone.rev, v: 1 }])).toEqual(refused)
      expect(await bulk([{ _id: entry, _rev: tombstone.rev, _deleted: true }])).toEqual(refused)
      const [revived] = await bulk([{ _id: entry, v: 1 }])
      expect(revived).toMatchObject({ ok: true, rev: expect.stringMatching(/^3-/) })
      expect(await bulk([{ _id: entry, v: 1 }])).toEqual(refused)
      const [again] = await bulk([{ _id: entry, _rev: revived.rev, _deleted: true }])
      expect(again.rev).toMatch(/^4-/)
    })

    it('replicated documents keep their history, and repeating them changes nothing', async () => {
      const doc = { _id: 'r', _rev: '3-cc', _revisions: { start: 3, ids: ['cc', 'bb', 'aa'] }, v: 1 }
      expect(await bulk([doc], { new_edits: false })).toEqual([])
      expect(await bulk([doc], { new_edits: false })).toEqual([])
      expect((await call('GET', '/r?revs=true')).body).toEqual(doc)
      expect(seqNumber((await call('GET', '')).body.update_seq)).toBe(1)
      const gone = { _id: 'r', _rev: '4-dd', _revisions: { start: 4, ids: ['dd', 'cc'] }, _deleted: true }
      expect(await bulk([gone], { new_edits: false })).toEqual([])
      expect((await call('GET', '/r')).status).toBe(404)
    })

    it.each(['{', '[]', 'null', '5', '""', '{}', '{"docs":5}', '{"docs":[5]}', '{"docs":[{"_id":5}]}'])(
      'the junk body %s is a bad request',
      async (junk) => expect(await call('POST', '/_bulk_docs', junk)).toMatchObject({ status: 400 }),
    )

    it.each(['{"_id":"_x"}', '{"_id":""}', '{"_id":"x","_foo":1}', '{"_id":"x","_rev":"junk"}'])(
      'the ill-formed document %s spoils its batch, nothing of it is written',
      async (doc) => {
        const { status } = await call('POST', '/_bulk_docs', `{"docs":[{"_id":"fine"},${doc}]}`)
        expect(status).toBe(400)
        expect((await call('GET', '/fine')).status).toBe(404)
      },
    )
  })
}
