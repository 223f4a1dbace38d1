import { badRequest, conflict, notFound } from './errors.ts'
import { checkDocument } from './documents.ts'
import { created, ok, type Answer } from './http.ts'
import { asObject, checkRev, flag, jsonParam } from './query.ts'
import { isTombstone, leavesOf, revisionTree } from './revtree.ts'
import type { Call, Routes } from './router.ts'
import { written, type Book, type Shelf } from './shelf.ts'

/** One document at a time. */
export function documentRoutes(shelf: Shelf): Routes {
  return {
    'GET /:db/:id': (call) => shelf.use(call.db, (book) => read(book, call)),
    'PUT /:db/:id': async (call) => {
      const doc = withRev(asObject(await call.body(), 'Document must be a JSON object'), call)
      return shelf.use(call.db, (book) => write(book, { ...checkDocument(doc), _id: call.id }))
    },
    'DELETE /:db/:id': (call) => shelf.use(call.db, (book) => remove(book, call)),
  }
}

function withRev(doc: Record<string, unknown>, { query }: Call) {
  const rev = query.get('rev')
  if (rev === null || rev === doc._rev) return doc
  if (doc._rev === undefined) return { ...doc, _rev: rev }
  throw badRequest('Document rev from request body and query string have different values')
}

async function read(book: Book, { id, query }: Call): Promise<Answer> {
  const openRevs = query.get('open_revs')
  if (openRevs !== null) return ok(await readOpen(book, id, query))
  const rev = query.get('rev')
  const wanted = rev === null ? undefined : await wantedRev(book, id, checkRev(rev), query)
  const options = {
    revs: flag(query, 'revs'),
    conflicts: flag(query, 'conflicts'),
    ...(wanted && { rev: wanted }),
  }
  const doc = await book.db.get(id, options)
  return ok(doc, { etag: `"${doc._rev}"` })
}

/** `latest=true` asks for what a revision has become. (PouchDB's own throws where nobody can catch it.) */
async function wantedRev(book: Book, id: string, rev: string, query: URLSearchParams): Promise<string> {
  if (!flag(query, 'latest')) return rev
  const [leaf] = leavesOf((await revisionTree(book, id)) ?? [], rev)
  if (!leaf) throw notFound()
  return leaf.rev
}

async function readOpen(book: Book, id: string, query: URLSearchParams) {
  if (query.get('open_revs') !== 'all') {
    const asked = jsonParam(query, 'open_revs')
    if (!Array.isArray(asked)) throw badRequest('open_revs must be an array or "all"')
    return readRevisions(book, id, asked.map(checkRev), query)
  }
  const tree = await revisionTree(book, id)
  if (!tree) throw notFound()
  const leaves = leavesOf(tree).map((leaf) => leaf.rev)
  return readRevisions(book, id, leaves, query)
}

/** Each revision asked for, as `{ok}` or `{missing}`. */
export async function readRevisions(book: Book, id: string, revs: string[], query: URLSearchParams) {
  const revisions = { revs: flag(query, 'revs') }
  const one = async (rev: string) => {
    try {
      return { ok: await book.db.get(id, { ...revisions, rev: await wantedRev(book, id, rev, query) }) }
    } catch (error) {
      if ((error as { status?: number }).status !== 404) throw error
      return { missing: rev }
    }
  }
  return Promise.all(revs.map(one))
}

async function write(book: Book, doc: { _id: string; _rev?: string }): Promise<Answer> {
  // A tombstone is not continued: only a write without `_rev` brings a document back. So says CouchDB.
  if (doc._rev && (await isTombstone(book, doc._id, doc._rev))) throw conflict()
  const done = await book.db.put(doc)
  written(book)
  return created(done)
}

async function remove(book: Book, { id, query }: Call): Promise<Answer> {
  await book.db.get(id)
  const rev = query.get('rev')
  if (rev === null) throw conflict()
  const done = await book.db.remove(id, checkRev(rev))
  written(book)
  return ok(done)
}
