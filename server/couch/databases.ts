import type { Couch } from './connect.ts'
import { request, statusOf } from './request.ts'
import type { Db } from './request.ts'

/** Village and officer ids become part of database names and urls. */
const shape = /^[a-z][a-z0-9-]{0,59}$/

function checked(id: string, what: string): string {
  if (shape.test(id)) return id
  throw new Error(`Not a valid ${what}: ${JSON.stringify(id)} (a-z, 0-9 and -, beginning with a letter).`)
}

const prefix = (village: string) => `kentongan-${checked(village, 'village id')}`

/** Every entry ever accepted in the village: the only truth. */
export const archiveName = (village: string) => `${prefix(village)}-archive`
/** Sessions, codes, devices, keys. */
export const deskName = (village: string) => `${prefix(village)}-desk`
/** Photos, voice notes and signatures, by hash. */
export const mediaName = (village: string) => `${prefix(village)}-media`
/** The mailbox of one officer. */
export const boxName = (village: string, officer: string) =>
  `${prefix(village)}-box-${checked(officer, 'officer id')}`

/** A handle on a database, which may not exist yet. */
export function database(couch: Couch, name: string): Db {
  return { server: couch.server, name }
}

/**
 * The database, created when it is not there. One shard (`q=1`): only so are `_changes` in order and sequence
 * numbers comparable.
 */
export async function ensureDatabase(couch: Couch, name: string): Promise<Db> {
  const db = database(couch, name)
  await request(db, { method: 'PUT', query: { q: 1 } }).catch((error: unknown) => {
    if (statusOf(error) !== 412) throw error
  })
  if (couch.engine === 'couchdb') await Promise.all([checkShards(db), closeToOthers(db)])
  return db
}

/** All databases of a village that exist, in order. */
export async function databasesOf(couch: Couch, village: string): Promise<string[]> {
  const names = await couch.server.db.list()
  const own = [archiveName(village), deskName(village), mediaName(village)]
  const boxes = boxName(village, 'x').slice(0, -1)
  return names.filter((name) => own.includes(name) || name.startsWith(boxes)).sort()
}

/** Removes a database for good; one that is not there is fine. */
export async function dropDatabase({ server, name }: Db): Promise<void> {
  await request({ server, name }, { method: 'DELETE' }).catch((error: unknown) => {
    if (statusOf(error) !== 404) throw error
  })
}

async function checkShards(db: Db): Promise<void> {
  const { cluster } = await request<{ cluster: { q: number } }>(db, {})
  if (cluster.q === 1) return
  throw new Error(`The database ${db.name} has ${cluster.q} shards (q=${cluster.q}); only q=1 will do.`)
}

type Security = { members?: { names?: string[]; roles?: string[] } }

/** Admins only. That is the default since 3.0, but a cluster's settings may say otherwise. */
async function closeToOthers(db: Db): Promise<void> {
  const security = await request<Security>(db, { path: '_security' })
  const { names = [], roles = [] } = security.members ?? {}
  if (names.length === 0 && roles.length === 1 && roles[0] === '_admin') return
  const body = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['_admin'] } }
  await request(db, { method: 'PUT', path: '_security', body })
}
