/** Own entries to the centre: appended to the archive, or refused one by one. */
import type { Line } from '../line.ts'
import type { Own, Local } from '../local.ts'
import { journalOf } from '../../domain/ids.ts'
import { confirm } from '../register/own.ts'
import type { Store } from '../store.ts'
import type { AnyEntry, Entry, Refused } from '../types.ts'
import type { Guard } from './guard.ts'
import { openDoor } from './remote.ts'

const BATCH = 500

/** Offers everything that the centre has not; answers whether the state of an own entry changed. */
export async function push(store: Store, line: Line, guard: Guard, generation: string): Promise<boolean> {
  let refused = 0
  const sent = async (documents: AnyEntry[], response: Response) => {
    refused += await keepRefused(store.local, documents, response)
  }
  const door = await openDoor(line, 'outbox', { guard, generation, sent })
  const replication = store.boxes.out.replicate.to(door, { batch_size: BATCH })
  replication.on('change', guard.progress)
  try {
    const result = await guard.while(Promise.resolve(replication))
    return (await confirm(store, Number(result.last_seq))) || refused > 0
  } finally {
    replication.cancel()
  }
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
