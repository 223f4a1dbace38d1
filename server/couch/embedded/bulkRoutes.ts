import { asCouchError, badRequest, conflict } from './errors.ts'
import { checkDocument, checkReplicated } from './documents.ts'
import { squeeze } from './durable.ts'
import { created, ok } from './http.ts'
import { putLocal } from './localRoutes.ts'
import { asObject, type Fields } from './query.ts'
import { isTombstone } from './revtree.ts'
import type { Routes } from './router.ts'
import { written, type Book, type Shelf } from './shelf.ts'

type Result = { ok: true; id: string; rev: string } | { id: string; error: string; reason: string }

/** Many documents in one request. */
export function bulkRoutes(shelf: Shelf): Routes {
  return {
    'POST /:db/_bulk_docs': async ({ db, body }) => {
      const { docs, new_edits } = asObject(await body())
      const checked = checkDocs(docs)
      if (new_edits !== false) return shelf.use(db, async (book) => created(await writeAll(book, checked)))
      checked.forEach(checkReplicated)
      return shelf.use(db, async (book) => created(await replicateAll(book, checked)))
    },
    'POST /:db/_compact': ({ db }) =>
      shelf.use(db, async ({ db: pouch }) => {
        await pouch.compact()
        await squeeze(pouch.name)
        return { ...ok({ ok: true }), status: 202 }
      }),
  }
}

function checkDocs(docs: unknown) {
  if (docs === undefined) throw badRequest('POST body must include `docs` parameter.')
  if (!Array.isArray(docs)) throw badRequest('`docs` parameter must be an array.')
  return docs.map(checkDocument)
}

/** Ordinary updates: each document has a result of its own, in the order given. */
async function writeAll(book: Book, docs: (Fields & { _id?: string; _rev?: string })[]): Promise<Result[]> {
  const results = new Array<Result>(docs.length)
  const fit: number[] = []
  for (const [index, doc] of docs.entries()) {
    delete doc._revisions
    if (doc._id?.startsWith('_local/')) results[index] = await putLocalResult(book, { ...doc, _id: doc._id })
    else if (doc._id && doc._rev && (await isTombstone(book, doc._id, doc._rev)))
      results[index] = refused(doc._id, conflict())
    else fit.push(index)
  }
  const outcomes = await book.db.bulkDocs(fit.map((index) => docs[index]!))
  outcomes.forEach((result, at) => (results[fit[at]!] = asResult(result)))
  if (fit.length > 0) written(book)
  return results
}

async function putLocalResult(book: Book, doc: Fields & { _id: string }): Promise<Result> {
  const { id, rev } = await putLocal(book, doc)
  return { ok: true, id, rev }
}

/** A replicator's write keeps the histories it brings; only errors are answered. */
async function replicateAll(book: Book, docs: Fields[]): Promise<Result[]> {
  const local = docs.filter((doc) => String(doc._id).startsWith('_local/'))
  for (const doc of local) await putLocal(book, doc as Fields & { _id: string })
  const rest = docs.filter((doc) => !local.includes(doc))
  const errors = await book.db.bulkDocs(rest, { new_edits: false })
  if (rest.length > 0) written(book)
  return errors.map(asResult)
}

const refused = (id: string, { error, reason }: { error: string; reason: string }) => ({ id, error, reason })

function asResult(result: PouchDB.Core.Response | PouchDB.Core.Error): Result {
  if ('ok' in result && result.ok) return { ok: true, id: result.id, rev: result.rev }
  return refused(String(result.id), asCouchError(result))
}
