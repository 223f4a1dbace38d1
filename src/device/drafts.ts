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
      await local.put('drafts', draft)
      hub.tell({ drafts: true })
    },
    async remove(id) {
      await local.delete('drafts', id)
      hub.tell({ drafts: true })
    },
  }
}
