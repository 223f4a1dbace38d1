/** PouchDB from its parts: the idb adapter at the start, replication when the first sync begins. */
import PouchDB from 'pouchdb-core'
import idb from 'pouchdb-adapter-idb'
import type { AnyEntry } from './types.ts'

PouchDB.plugin(idb)

export type Pouch = PouchDB.Database<AnyEntry>

/** What PouchDB has but its types do not tell. */
interface Hidden {
  compactDocument(id: string, maxHeight: number): Promise<void>
}

/** Opens (or makes) a database. No auto_compaction: with idb it can lose attachments. */
export const openPouch = (name: string): Pouch =>
  new PouchDB<AnyEntry>(name, { adapter: 'idb', auto_compaction: false, revs_limit: 100 })

/** Takes the bodies of all superseded revisions of a document from the disk. */
export const eraseOldBodies = (pouch: Pouch, id: string): Promise<void> =>
  (pouch as unknown as Hidden).compactDocument(id, 0)

let replication: Promise<typeof PouchDB> | undefined

/** PouchDB with its replicator, loaded when it is first needed: a smaller start. */
export function withReplication(): Promise<typeof PouchDB> {
  replication ??= Promise.all([import('pouchdb-adapter-http'), import('pouchdb-replication')]).then(
    ([http, replicator]) => PouchDB.plugin(http.default).plugin(replicator.default),
  )
  replication.catch(() => (replication = undefined))
  return replication
}
