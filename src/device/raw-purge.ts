/**
 * Takes documents out of a PouchDB for good. PouchDB can only delete by a tombstone, which would be pushed (and
 * refused); its idb adapter has no purge. So the records themselves are deleted, as the adapter lays them out.
 */

const DOCUMENTS = 'document-store'
const REVISIONS = 'by-sequence'

/** Deletes documents with all their revisions. `database` is the raw name. */
export async function rawPurge(database: string, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const db = await open(database)
  try {
    await purge(db, ids)
  } finally {
    db.close()
  }
}

function open(database: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function purge(db: IDBDatabase, ids: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction([DOCUMENTS, REVISIONS], 'readwrite')
    const byRevision = tx.objectStore(REVISIONS).index('_doc_id_rev')
    for (const id of ids) {
      tx.objectStore(DOCUMENTS).delete(id)
      deleteAll(byRevision, IDBKeyRange.bound(`${id}::`, `${id}::\uffff`))
    }
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error)
  })
}

function deleteAll(index: IDBIndex, range: IDBKeyRange): void {
  const request = index.openCursor(range)
  request.onsuccess = () => {
    request.result?.delete()
    request.result?.continue()
  }
}
