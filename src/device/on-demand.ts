/**
 * While `in` fills, a journal that has not (all) come is fetched by itself, into a cache that is thrown away as soon as
 * it has: only in memory, so that nothing of it outlives a removal.
 */
import { unionById } from '../domain/entries.ts'
import type { Journal } from './contract.ts'
import { readJournal } from './journal.ts'
import type { Line } from './line.ts'
import { rowOf } from './local.ts'
import type { Store } from './store.ts'
import type { AnyEntry, DeviceEvent } from './types.ts'

export interface OnDemand {
  /** One journal, whole wherever it can be: what came, and what was fetched of it. */
  journal(id: string): Promise<Journal>
  /** Throws away what was fetched of journals that have come or were taken away. */
  heed(event: DeviceEvent): Promise<void>
}

/** Reads the journals of one officer's store. */
export function openOnDemand(store: Store, line: Line): OnDemand {
  const running = new Map<string, Promise<void>>()
  const fetched = (id: string): Promise<void> => {
    if (store.fetched.has(id)) return Promise.resolve()
    const known = running.get(id) ?? fetchInto(store, line, id).finally(() => running.delete(id))
    running.set(id, known)
    return known
  }
  return {
    async journal(id) {
      const waited = await isAhead(store, id)
      if (waited) await fetched(id)
      // Asked again: all of it may have come meanwhile, or have been taken away.
      const ahead = waited && (await isAhead(store, id))
      if (!ahead) store.fetched.delete(id)
      const journal = await readJournal(store.boxes, store.local, id)
      const more = store.fetched.get(id)
      if (more) return { ...journal, entries: unionById(journal.entries, more) }
      return ahead ? { ...journal, onItsWay: true } : journal
    },
    async heed({ journals }) {
      for (const id of store.fetched.keys())
        if (journals === 'all' || journals?.includes(id))
          if (!(await isAhead(store, id))) store.fetched.delete(id)
    },
  }
}

/** Whether the register tells of more than has come of the journal. */
const isAhead = async ({ local }: Store, id: string): Promise<boolean> => !!(await rowOf(local, id))?.ahead

/** Being out of reach is no fault here: the fill brings it sooner or later. */
async function fetchInto({ fetched }: Store, line: Line, id: string): Promise<void> {
  const response = await line.request(`/api/journals/${id}`).catch(() => undefined)
  if (response?.ok) fetched.set(id, ((await response.json()) as { entries: AnyEntry[] }).entries)
}
