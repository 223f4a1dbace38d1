import { CouchError } from './errors.ts'
import { created, ok } from './http.ts'
import type { Routes } from './router.ts'
import type { Book, Shelf } from './shelf.ts'

/** The version of CouchDB whose answers the engine gives. */
export const spokenVersion = '3.5.0'

/** The server itself and its databases. */
export function serverRoutes(shelf: Shelf, uuid: string): Routes {
  const welcome = { couchdb: 'Welcome', version: spokenVersion, uuid, vendor: { name: 'Kentongan' } }
  return {
    'GET /': () => ok(welcome),
    'GET /_all_dbs': async () => ok(await shelf.names()),
    'GET /:db': async ({ db }) => ok(await shelf.use(db, info)),
    'PUT /:db': async ({ db }) => {
      checkName(db)
      await shelf.create(db)
      return created({ ok: true })
    },
    'DELETE /:db': async ({ db }) => {
      await shelf.drop(db)
      return ok({ ok: true })
    },
  }
}

function checkName(name: string): void {
  if (/^[a-z][a-z0-9_$()+/-]{0,199}$/.test(name)) return
  const reason =
    `Name: '${name}'. Only lowercase characters (a-z), digits (0-9), and any of the characters ` +
    '_, $, (, ), +, -, and / are allowed. Must begin with a letter.'
  throw new CouchError(400, 'illegal_database_name', reason)
}

async function info(book: Book) {
  const { doc_count, update_seq } = await book.db.info()
  const doc_del_count = await countTombstones(book)
  return { db_name: book.name, update_seq, doc_count, doc_del_count, instance_start_time: '0', props: {} }
}

/** PouchDB does not count deletions. Following its changes from where the last count ended keeps this cheap. */
async function countTombstones({ db, tombstones }: Book): Promise<number> {
  const { results, last_seq } = await db.changes({ since: tombstones.seq })
  for (const { id, deleted } of results) tombstones.ids[deleted ? 'add' : 'delete'](id)
  tombstones.seq = Number(last_seq)
  return tombstones.ids.size
}
