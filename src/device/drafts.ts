/** Drafts in raw IndexedDB: small, flushed at each write, told to the other tabs. */
import type { Drafts } from './contract.ts'
import type { Hub } from './hub.ts'
import type { Local } from './local.ts'

/** The drafts of an officer. */
export function openDrafts(local: Local, hub: Hub): Drafts {
  return {
    async list() {
      const all = await local.getAll('drafts')
      return all.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    },
    get: (id) => local.get('drafts', id),
    async save(draft) {
      const tx = local.transaction('drafts', 'readwrite')
      // Committed at once: a page that is just being left does not live to do it.
      await Promise.all([tx.store.put(draft), tx.commit(), tx.done])
      hub.tell({ drafts: true })
    },
    async remove(id) {
      await local.delete('drafts', id)
      hub.tell({ drafts: true })
    },
  }
}
