import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { seqNumber } from '../../../server/couch/index.ts'
import { ids, type Given } from './given.ts'

export function changesContract(given: Given): void {
  const { call, put, remove } = given

  describe('_changes', () => {
    it('come in the order of writing, page by page, each document once with its last revision', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await put(id)
      const { rev } = (await call('PUT', '/b', { _rev: (await call('GET', '/b')).body._rev })).body
      await remove('d', (await call('GET', '/d')).body._rev)
      const seen: string[] = []
      let since = '0'
      for (let results = [0]; results.length > 0;) {
        const page = await call('GET', `/_changes?limit=2&style=all_docs&since=${encodeURIComponent(since)}`)
        seen.push(...ids(page))
        results = page.body.results
        since = String(page.body.last_seq)
      }
      expect(seen).toEqual(['a', 'c', 'e', 'b', 'd'])
      const last = await call('GET', '/_changes?descending=true&limit=2&include_docs=true')
      expect(last.body.results).toMatchObject([
        { id: 'd', deleted: true, doc: { _id: 'd', _deleted: true } },
        { id: 'b', changes: [{ rev }], doc: { _rev: rev } },
      ])
      expect(seqNumber(last.body.results[0].seq)).toBe(7)
    })

    it('since=now begins after everything written so far', async () => {
      await put('a')
      const { body } = await call('GET', '/_changes?since=now')
      expect(body).toMatchObject({ results: [], pending: 0 })
      await put('b')
      expect(ids(await call('GET', `/_changes?since=${encodeURIComponent(body.last_seq)}`))).toEqual(['b'])
    })

    it('can be asked for some documents only', async () => {
      for (const id of ['a', 'b', 'c']) await put(id)
      expect(ids(await call('POST', '/_changes?filter=_doc_ids', { doc_ids: ['b', 'x'] }))).toEqual(['b'])
    })

    it('a long poll is woken by a write, by a removal, and answers at once when there is something', async () => {
      const rev = await put('a')
      const poll = () => call('GET', '/_changes?feed=longpoll&since=now&timeout=20000')
      const woken = Promise.all([poll(), poll()])
      await sleep(300)
      await remove('a', rev)
      for (const reply of await woken) expect(reply.body.results).toMatchObject([{ id: 'a', deleted: true }])
      expect(ids(await call('GET', '/_changes?feed=longpoll&since=0'))).toEqual(['a'])
    })

    it('a long poll in vain ends empty, with the place to go on from, kept alive by empty lines if wanted', async () => {
      await put('a')
      const before = Date.now()
      const { body } = await call('GET', '/_changes?feed=longpoll&since=now&timeout=300')
      expect(Date.now() - before).toBeGreaterThan(250)
      expect(body.results).toEqual([])
      expect(seqNumber(body.last_seq)).toBe(1)
      const beating = call('GET', '/_changes?feed=longpoll&since=now&heartbeat=100')
      await sleep(500)
      await put('b')
      expect(ids(await beating)).toEqual(['b'])
    })

    it('a place that is none is a bad request', async () => {
      expect(await call('GET', '/_changes?since=junk')).toMatchObject({ status: 400 })
      expect(await call('GET', '/_changes?feed=junk')).toMatchObject({ status: 400 })
    })
  })
}
