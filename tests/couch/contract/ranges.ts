import { beforeEach, describe, expect, it } from 'vitest'
import { ids, type Given } from './given.ts'

export function rangesContract(given: Given): void {
  const { call, put, remove, bulk } = given

  describe('_all_docs', () => {
    const journal = [
      'c1:00000001:da',
      'c1:00000002:given.db',
      'c1:00000010:da',
      'c10:00000001:da',
      'c2:00000001:da',
    ]
    const range = (start: string, end: string, rest = '') =>
      call('GET', `/_all_docs?startkey="${start}"&endkey="${encodeURIComponent(end)}"${rest}`)

    beforeEach(async () => {
      await bulk(journal.toReversed().map((_id) => ({ _id })))
    })

    it('a prefix range holds one case and nothing of its neighbours, in order', async () => {
      expect(ids(await range('c1:', 'c1:\ufff0'))).toEqual(journal.slice(0, 3))
      expect(ids(await range('c1:\ufff0', 'c1:', '&descending=true'))).toEqual(journal.slice(0, 3).reverse())
      expect(ids(await range('c1:', 'c1:\ufff0', '&skip=1&limit=1'))).toEqual([journal[1]])
      expect(ids(await range(journal[0]!, journal[2]!, '&inclusive_end=false'))).toEqual(journal.slice(0, 2))
      expect(ids(await range('c2', 'c1'))).toEqual([])
      expect(ids(await range('c', 'd', '&limit=0'))).toEqual([])
    })

    it('ids sort by their bytes', async () => {
      await bulk(['B', 'a', 'Z', 'é', '~', '-'].map((_id) => ({ _id })))
      expect(ids(await call('GET', '/_all_docs'))).toEqual([
        '-',
        'B',
        'Z',
        'a',
        ...[...journal].sort(),
        '~',
        'é',
      ])
    })

    it('ids asked for answer in the order asked, the deleted and the unknown said so', async () => {
      const rev = await put('x', { v: 1 })
      await remove('y', await put('y'))
      const { body } = await call('POST', '/_all_docs?include_docs=true', { keys: ['y', 'x', 'none'] })
      expect(body.rows).toMatchObject([
        { id: 'y', value: { deleted: true }, doc: null },
        { id: 'x', value: { rev }, doc: { _id: 'x', _rev: rev, v: 1 } },
        { key: 'none', error: 'not_found' },
      ])
      expect(ids(await call('POST', '/_all_docs', { keys: [] }))).toEqual([])
    })

    it.each(['limit=abc', 'limit=-1', 'startkey=junk'])('%s is a bad request', async (query) => {
      expect(await call('GET', `/_all_docs?${query}`)).toMatchObject({ status: 400 })
    })
  })
}
