/** Drafts in raw IndexedDB: small, flushed at each write, told to the other tabs. */
import type { Drafts } from './contract.ts'
import type { Hub } from './hub.ts'
import type { Local } from './local.ts'
import { withRoom } from './media/room.ts'
import type { Draft } from './types.ts'

/** The drafts of an officer. */
export function openDrafts(local: Local, hub: Hub): Drafts {
  return {
    async list() {
      const all = await local.getAll('drafts')
      return all.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
    },
    get: (id) => local.get('drafts', id),
    async save(draft) {
      await withRoom(local, () => put(local, draft))
      hub.tell({ drafts: true })
    },
    async remove(id) {
      await local.delete('drafts', id)
      hub.tell({ drafts: true })
    },
  }
}

/** Committed at once: a page that is just being left does not live to do it. */
async function put(local: Local, draft: Draft): Promise<void> {
  const tx = local.transaction('drafts', 'readwrite')
  await Promise.all([tx.store.put(draft), tx.commit(), tx.done])
}
