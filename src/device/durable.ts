/**
 * Two things that PouchDB leaves open. Chrome's IndexedDB is relaxed by default (a power cut can lose the last
 * writes): what an officer was told is saved must be on the disk. And PouchDB closes a database for good when one
 * transaction aborts, and on a full disk cannot open it again: the event is kept from reaching it, so that what is
 * there stays readable.
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
    if (POUCH.test(this.name)) tx.addEventListener('abort', (event) => event.stopPropagation())
    return tx
  }
}
