import { badRequest, CouchError } from './errors.ts'
import { readRevisions } from './documentRoutes.ts'
import { ok } from './http.ts'
import { asObject, checkRev, count, flag, jsonParam, type Fields } from './query.ts'
import { revisionTree, unknownRevs } from './revtree.ts'
import type { Routes } from './router.ts'
import type { Book, Shelf } from './shelf.ts'

/** Reading many documents: by range, by ids, by revisions. */
export function readRoutes(shelf: Shelf): Routes {
  return {
    'GET /:db/_all_docs': ({ db, query }) =>
      shelf.use(db, async (book) => ok(await allDocs(book, query, jsonParam(query, 'keys')))),
    'POST /:db/_all_docs': async ({ db, query, body }) => {
      const { keys } = asObject(await body())
      return shelf.use(db, async (book) => ok(await allDocs(book, query, keys)))
    },
    'POST /:db/_revs_diff': async ({ db, body }) => {
      const asked = checkRevs(asObject(await body()))
      return shelf.use(db, async (book) => ok(await revsDiff(book, asked)))
    },
    'POST /:db/_bulk_get': async ({ db, query, body }) => {
      const asked = checkAsked(asObject(await body()).docs)
      const one = (book: Book) => (doc: Asked) => bulkGetOne(book, doc, query)
      return shelf.use(db, async (book) => ok({ results: await Promise.all(asked.map(one(book))) }))
    },
  }
}

async function allDocs(book: Book, query: URLSearchParams, keys: unknown) {
  if (keys !== undefined) return byKeys(book, query, keys)
  const startkey = keyParam(query, 'startkey', 'start_key')
  const endkey = keyParam(query, 'endkey', 'end_key')
  const key = keyParam(query, 'key')
  const limit = count(query, 'limit')
  const options = {
    ...(startkey !== undefined && { startkey }),
    ...(endkey !== undefined && { endkey }),
    ...(key !== undefined && { key }),
    ...(limit !== undefined && { limit }),
    skip: count(query, 'skip') ?? 0,
    include_docs: flag(query, 'include_docs'),
    descending: flag(query, 'descending'),
    inclusive_end: flag(query, 'inclusive_end', true),
  }
  const { total_rows, rows } = await book.db.allDocs(options as PouchDB.Core.AllDocsWithinRangeOptions)
  return { total_rows, offset: null, rows }
}

/** Ids are strings here, so a key of another type can only be a mistake. */
function keyParam(query: URLSearchParams, ...names: string[]): string | undefined {
  const value = jsonParam(query, ...names)
  if (value === undefined || typeof value === 'string') return value
  throw badRequest(`\`${names[0]}\` must be a string.`)
}

async function byKeys(book: Book, query: URLSearchParams, keys: unknown) {
  if (!Array.isArray(keys)) throw badRequest('`keys` body member must be an array.')
  if (!keys.every((key) => typeof key === 'string' && key !== '')) throw badRequest('`keys` must be strings.')
  const include_docs = flag(query, 'include_docs')
  const { total_rows, rows } = await book.db.allDocs({ keys: keys as string[], include_docs })
  return {
    total_rows,
    offset: null,
    rows: include_docs ? rows : rows.map(({ doc: _, ...row }: Fields) => row),
  }
}

function checkRevs(asked: Fields): Record<string, string[]> {
  for (const revs of Object.values(asked)) {
    if (!Array.isArray(revs)) throw badRequest('Revisions must be an array.')
    revs.forEach(checkRev)
  }
  return asked as Record<string, string[]>
}

/** PouchDB's own asks again for the past of what is here; CouchDB does not. */
async function revsDiff(book: Book, asked: Record<string, string[]>) {
  const one = async ([id, revs]: [string, string[]]) => {
    const missing = unknownRevs((await revisionTree(book, id)) ?? [], revs)
    return missing.length > 0 ? [[id, { missing }] as const] : []
  }
  return Object.fromEntries((await Promise.all(Object.entries(asked).map(one))).flat())
}

type Asked = { id: string; rev?: unknown }

function checkAsked(docs: unknown): Asked[] {
  if (!Array.isArray(docs)) throw badRequest('`docs` parameter must be an array.')
  const fit = docs.every((doc) => typeof (doc as Asked | null)?.id === 'string' && (doc as Asked).id !== '')
  if (!fit) throw badRequest('Each of `docs` needs an id.')
  return docs as Asked[]
}

async function bulkGetOne(book: Book, { id, rev }: Asked, query: URLSearchParams) {
  try {
    const found =
      rev === undefined
        ? [await winner(book, id, query)]
        : await readRevisions(book, id, [checkRev(rev)], query)
    const missing = { id, rev, error: 'not_found', reason: 'missing' }
    return { id, docs: found.map((one) => ('ok' in one ? one : { error: missing })) }
  } catch (trouble) {
    if (!(trouble instanceof CouchError)) throw trouble
    return { id, docs: [{ error: { id, rev, error: trouble.error, reason: trouble.reason } }] }
  }
}

async function winner(book: Book, id: string, query: URLSearchParams) {
  const doc = await book.db.get(id, { revs: flag(query, 'revs') }).catch((error: { status?: number }) => {
    if (error.status !== 404) throw error
  })
  return doc ? { ok: doc } : { missing: 'undefined' }
}
