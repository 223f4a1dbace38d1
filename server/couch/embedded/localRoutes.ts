import { asCouchError, badRequest } from './errors.ts'
import { created, ok, type Answer } from './http.ts'
import { asObject, type Fields } from './query.ts'
import type { Routes } from './router.ts'
import type { Book, Shelf } from './shelf.ts'

/** `_local` documents: checkpoints that are neither replicated nor part of the changes. */
export function localRoutes(shelf: Shelf): Routes {
  return {
    'GET /:db/_local/:id': ({ db, id }) => shelf.use(db, async (book) => ok(await book.db.get(id))),
    'PUT /:db/_local/:id': async ({ db, id, body }) => {
      const doc = asObject(await body(), 'Document must be a JSON object')
      return shelf.use(db, async (book) => created(await putLocal(book, { ...doc, _id: id })))
    },
    'DELETE /:db/_local/:id': ({ db, id }) => shelf.use(db, (book) => removeLocal(book, id)),
  }
}

/**
 * CouchDB never answers conflict for a `_local` document, whatever `_rev` it brings: the last writer wins.
 * PouchDB does, so the revision that is there is taken. (Hence no lock can be built of `_local` documents.)
 */
export async function putLocal(book: Book, doc: Fields & { _id: string }): Promise<PouchDB.Core.Response> {
  if (doc._rev !== undefined && !/^0-\d+$/.test(String(doc._rev))) throw badRequest('Invalid rev format')
  for (;;) {
    const old = await book.db.get(doc._id).catch(() => undefined)
    try {
      return await book.db.put({ ...doc, _rev: old?._rev })
    } catch (error) {
      if (asCouchError(error).status !== 409) throw error
    }
  }
}

async function removeLocal(book: Book, id: string): Promise<Answer> {
  const { _rev } = await book.db.get(id)
  return ok(await book.db.remove(id, _rev))
}
