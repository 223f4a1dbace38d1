import { describe, expect, it } from 'vitest'
import { fileInfo, getDoc, putFile, readFile, removeDoc } from '../../../server/couch/index.ts'
import { at, ids, type Given } from './given.ts'

const bytes = (size: number, first = 0) => Uint8Array.from({ length: size }, (_, n) => (first + n * 31) % 256)

export function attachmentsContract(given: Given): void {
  const { call } = given

  describe('files', () => {
    it('come back byte for byte, with their type and size, and lists do not carry them', async () => {
      const photo = bytes(300_000)
      expect(await putFile(given.db, 'photo', 'image/jpeg', photo)).toBe('created')
      expect(new Uint8Array((await readFile(given.db, 'photo'))!)).toEqual(photo)
      expect(await fileInfo(given.db, 'photo')).toEqual({ type: 'image/jpeg', bytes: 300_000 })
      const listed = await call('GET', '/_all_docs?include_docs=true')
      expect(ids(listed)).toEqual(['photo'])
      expect(JSON.stringify(listed.body).length).toBeLessThan(2_000)
    })

    it('two with the same bytes are two documents', async () => {
      for (const id of ['a', 'b']) await putFile(given.db, id, 'audio/ogg', bytes(5_000))
      await removeDoc(given.db, 'a', (await getDoc(given.db, 'a'))!._rev)
      expect(await readFile(given.db, 'a')).toBeUndefined()
      expect((await readFile(given.db, 'b'))!.length).toBe(5_000)
    })

    it('of an id that is taken stay as they are, even when twenty come at once', async () => {
      const all = Array.from({ length: 20 }, (_, n) => putFile(given.db, 'one', 'image/png', bytes(1_000, n)))
      const told = await Promise.all(all)
      expect(told.filter((each) => each === 'created')).toHaveLength(1)
      const winner = told.indexOf('created')
      expect(new Uint8Array((await readFile(given.db, 'one'))!)).toEqual(bytes(1_000, winner))
    })

    it('that are not there are missing: without a document, without the attachment, after a removal', async () => {
      expect(await readFile(given.db, 'none')).toBeUndefined()
      expect(await fileInfo(given.db, 'none')).toBeUndefined()
      await call('PUT', at('plain'), { n: 1 })
      expect(await fileInfo(given.db, 'plain')).toBeUndefined()
      expect(await call('GET', `${at('plain')}/file`)).toMatchObject({
        status: 404,
        body: { error: 'not_found', reason: 'Document is missing attachment' },
      })
      await putFile(given.db, 'gone', 'image/png', bytes(10))
      await removeDoc(given.db, 'gone', (await getDoc(given.db, 'gone'))!._rev)
      expect(await readFile(given.db, 'gone')).toBeUndefined()
      expect(await putFile(given.db, 'gone', 'image/png', bytes(10))).toBe('created')
    })
  })
}
