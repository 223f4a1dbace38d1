/** PouchDB from its parts: the idb adapter at the start, replication when the first sync begins: a smaller start. */
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

type Bring = () => Promise<PouchDB.Plugin[]>

let bring: Bring | undefined
let complete: Promise<typeof PouchDB> | undefined

/** Says how this context comes by the replicator: a page loads it when it first syncs, a service worker has it bundled. */
export const bringReplicator = (by: Bring): void => void (bring ??= by)

/** PouchDB with its replicator. */
export function withReplication(): Promise<typeof PouchDB> {
  complete ??= bring!().then((plugins) => {
    for (const plugin of plugins) PouchDB.plugin(plugin)
    return PouchDB
  })
  complete.catch(() => (complete = undefined))
  return complete
}
