/** Own entries to the centre: appended to the archive, or refused one by one. */
import type { Line } from '../line.ts'
import type { Own, Local } from '../local.ts'
import { journalOf } from '../../domain/ids.ts'
import { waiting } from '../refused.ts'
import { confirm } from '../register/own.ts'
import type { Store } from '../store.ts'
import type { AnyEntry, Entry, Refused } from '../types.ts'
import type { Guard } from './guard.ts'
import { openDoor } from './remote.ts'
import type { Trouble } from './trouble.ts'

/** So many of the largest entries fit into one request (10 MiB); and what a broken line takes away is little. */
const BATCH = 75

export interface Pushed {
  /** Whether the state of an own entry changed. */
  changed: boolean
  /** The centre can't judge something yet. It stays unsent, and is offered again; what comes the other way goes on. */
  doubt?: Trouble
}

/** Offers everything that the centre has not; asks nothing where that is nothing. */
export async function push(store: Store, line: Line, guard: Guard, generation: string): Promise<Pushed> {
  if ((await guard.while(waiting(store))).length === 0) return { changed: false }
  let refused = 0
  let doubt: Trouble | undefined
  const sent = async (documents: AnyEntry[], response: Response) => {
    refused += await keepRefused(store.local, documents, response)
  }
  const door = await openDoor(line, 'outbox', {
    guard,
    generation,
    sent,
    mustSend: (ids) => neverConfirmed(store.local, ids),
    doubted: (trouble) => (doubt = trouble),
  })
  const replication = store.boxes.out.replicate.to(door, { batch_size: BATCH })
  replication.on('change', guard.progress)
  try {
    const result = await guard.while(Promise.resolve(replication))
    return { changed: (await confirm(store, Number(result.last_seq))) || refused > 0 }
  } catch (error) {
    if (!doubt || guard.trouble) throw error
    return { changed: refused > 0, doubt }
  } finally {
    replication.cancel()
  }
}

/**
 * Own entries of which this phone never heard that the centre took them. A copy of this phone (moved to a new one with
 * everything on it) may have used their ids for something else.
 */
async function neverConfirmed(local: Local, ids: string[]): Promise<Set<string>> {
  const states = await Promise.all(ids.map((id) => local.get('own', id)))
  return new Set(ids.filter((_, i) => !states[i] || states[i].state === 'unsent'))
}

interface Answer {
  id?: string
  error?: string
  reason?: string
}

/**
 * Keeps what the centre refuses for good. Done before PouchDB hears of it: it reports a refusal once, moves its
 * checkpoint on and never asks again.
 */
async function keepRefused(local: Local, documents: AnyEntry[], response: Response): Promise<number> {
  const answers = (await response.json()) as Answer[]
  const refused = answers.filter(({ error }) => error === 'forbidden' || error === 'unauthorized')
  if (!refused.length) return 0
  const tx = local.transaction(['refused', 'own'], 'readwrite')
  for (const { id, reason } of refused) {
    const entry = documents.find(({ _id }) => _id === id)
    if (!entry) continue
    const own = await tx.objectStore('own').get(entry._id)
    void tx.objectStore('refused').put(asRefused(entry, reason))
    void tx.objectStore('own').put({ ...(own ?? asOwn(entry)), state: 'refused' })
  }
  await tx.done
  return refused.length
}

function asRefused(entry: AnyEntry, reason = 'forbidden'): Refused {
  const { _id, kind, v, by, at, data } = entry
  const kept = { _id, kind, v, by, at, data } as Entry
  return { id: _id, code: reason, entry: kept, refusedAt: new Date().toISOString() }
}

const asOwn = ({ _id, kind, at }: AnyEntry): Own => ({
  id: _id,
  seq: 0,
  journal: journalOf(_id),
  kind,
  at,
  state: 'refused',
})
