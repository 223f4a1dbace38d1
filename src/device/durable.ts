/**
 * Three things that PouchDB leaves open. Chrome's IndexedDB is relaxed by default (a power cut can lose the last
 * writes): what an officer was told is saved must be on the disk. And PouchDB closes a database for good when one
 * transaction aborts, and on a full disk cannot open it again: the event is kept from reaching it, so that what is
 * there stays readable. And at each opening it writes down what stands there already, for which a full disk has no room:
 * an officer who opens the app then would see nothing of what is on the phone (decision 044a).
 */

import { watchConnection } from './gone.ts'

const mustLast = new Set<string>()
const POUCH = /^_pouch_kentongan-/
let wrapped = false

/** From now on, every write to the database of this (raw) name is flushed before it counts as done. */
export function makeDurable(database: string): void {
  mustLast.add(database)
  if (!wrapped) wrapTransaction()
  wrapped = true
}

function wrapTransaction(): void {
  const original = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const strict = mode === 'readwrite' && !options?.durability && mustLast.has(this.name)
    const tx = original.call(this, stores, mode, strict ? { ...options, durability: 'strict' } : options)
    watchConnection(this)
    if (POUCH.test(this.name)) {
      tx.addEventListener('abort', (event) => event.stopPropagation())
      if (typeof stores !== 'string' && [...stores].includes(TRIAL)) setUpWithoutWriting(tx)
    }
    return tx
  }
}

/** Of PouchDB's stores the one that only its setup at each opening touches: to see whether Blobs can be stored. */
const TRIAL = 'detect-blob-support'

/** What the setup would write as it stands already, it only counts. */
function setUpWithoutWriting(tx: IDBTransaction): void {
  let stands: string | undefined
  const objectStore = tx.objectStore.bind(tx)
  tx.objectStore = (name) => {
    const store = objectStore(name)
    const [get, put] = [store.get.bind(store), store.put.bind(store)]
    store.get = (key) => {
      const request = get(key)
      request.addEventListener('success', () => (stands = JSON.stringify(request.result)))
      return request
    }
    store.put = (value, key) => {
      const isThere = name === TRIAL || JSON.stringify(value) === stands
      return isThere ? (store.count() as IDBRequest<IDBValidKey>) : put(value, key)
    }
    return store
  }
}
