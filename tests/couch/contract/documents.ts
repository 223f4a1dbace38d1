import { describe, expect, it } from 'vitest'
import { at, conflict, entry, ids, type Given } from './given.ts'

export function documentsContract(given: Given): void {
  const { call, put, remove } = given

  describe('documents', () => {
    it('an id with colons is written and read back unchanged', async () => {
      const rev = await put(entry, { kind: 'registered', n: 1 })
      expect((await call('GET', at(entry))).body).toEqual({ _id: entry, _rev: rev, kind: 'registered', n: 1 })
    })

    it('an update needs the current revision', async () => {
      const rev = await put(entry, { v: 1 })
      for (const doc of [{ v: 1 }, { v: 2 }, { _rev: '1-abc', v: 2 }])
        expect(await call('PUT', at(entry), doc)).toEqual({ status: 409, body: conflict })
      const second = await put(entry, { _rev: rev, v: 2 })
      expect(second).toMatch(/^2-/)
      expect(await call('PUT', at(entry), { _rev: rev, v: 3 })).toEqual({ status: 409, body: conflict })
      expect(await call('DELETE', at(entry))).toEqual({ status: 409, body: conflict })
      expect(await call('DELETE', `${at(entry)}?rev=${rev}`)).toEqual({ status: 409, body: conflict })
    })

    it('what is missing and what was deleted are told apart', async () => {
      const none = { status: 404, body: { error: 'not_found', reason: 'missing' } }
      const deleted = { status: 404, body: { error: 'not_found', reason: 'deleted' } }
      expect(await call('GET', '/none')).toEqual(none)
      expect(await call('DELETE', '/none?rev=1-a')).toEqual(none)
      const rev = await remove('x', await put('x'))
      expect(await call('GET', '/x')).toEqual(deleted)
      expect(await call('DELETE', `/x?rev=${rev}`)).toEqual(deleted)
    })

    it('a PUT without a revision revives a removed document, and it can be removed and revived again', async () => {
      let rev = await put(entry, { v: 1 })
      for (const generation of [3, 5, 7]) {
        const tombstone = await remove(entry, rev)
        expect(await call('PUT', at(entry), { _rev: tombstone, v: 1 })).toEqual({
          status: 409,
          body: conflict,
        })
        rev = await put(entry, { v: 1 })
        expect(rev).toMatch(new RegExp(`^${generation}-`))
      }
      const { body } = await call('GET', `${at(entry)}?revs=true`)
      expect(body._revisions.ids).toHaveLength(7)
      expect(ids(await call('GET', '/_changes'))).toEqual([entry])
    })

    it('of twenty parallel claims of one id exactly one wins, even with equal contents', async () => {
      for (const same of [true, false]) {
        const claim = (_: unknown, n: number) => call('PUT', `/number:2026:${same}`, { by: same ? 0 : n })
        const replies = await Promise.all(Array.from({ length: 20 }, claim))
        expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
        expect(replies.filter(({ status }) => status === 409)).toHaveLength(19)
      }
    })

    it('the revisions asked for come, the latest of each when wanted, and the unknown are named', async () => {
      const first = await put('x', { v: 1 })
      const second = await put('x', { _rev: first, v: 2 })
      const open = async (rest: string) => (await call('GET', `/x?open_revs=${rest}`)).body
      expect(await open('all')).toMatchObject([{ ok: { _rev: second } }])
      const asked = encodeURIComponent(JSON.stringify([first, '9-z']))
      expect(await open(`${asked}&latest=true&revs=true`)).toMatchObject([
        { ok: { _rev: second, v: 2, _revisions: { start: 2 } } },
        { missing: '9-z' },
      ])
      expect((await call('GET', `/x?rev=${first}`)).body.v).toBe(1)
      expect(await call('GET', '/x?rev=9-z')).toMatchObject({ status: 404 })
      expect(await call('GET', '/x?rev=junk')).toMatchObject({ status: 400, body: { error: 'bad_request' } })
    })
  })

  describe('_local documents', () => {
    it('are kept apart from the changes and from all documents, and are never in conflict', async () => {
      const path = `/_local/${encodeURIComponent('Kq3/x+==')}`
      expect(await call('GET', path)).toMatchObject({ status: 404, body: { error: 'not_found' } })
      expect(await call('PUT', path, { last_seq: 1 })).toMatchObject({ status: 201, body: { ok: true } })
      const { body } = await call('GET', path)
      expect(body).toMatchObject({ _id: '_local/Kq3/x+==', last_seq: 1 })
      expect((await call('PUT', path, { ...body, last_seq: 2 })).status).toBe(201)
      expect((await call('PUT', path, { ...body, last_seq: 3 })).status).toBe(201)
      expect((await call('PUT', path, { last_seq: 4 })).status).toBe(201)
      expect((await call('GET', path)).body.last_seq).toBe(4)
      expect(ids(await call('GET', '/_changes'))).toEqual([])
      expect(ids(await call('GET', '/_all_docs'))).toEqual([])
      expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { ok: true } })
      expect(await call('DELETE', path)).toMatchObject({ status: 404 })
    })
  })
}
