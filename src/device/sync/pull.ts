/** The mailbox to this phone. What it stored, the replicator's own checkpoint tells the centre: ticks read it. */
import type { Line } from '../line.ts'
import { setMeta, getMeta } from '../local.ts'
import { offerAgain } from '../register/own.ts'
import type { Store } from '../store.ts'
import type { Guard } from './guard.ts'
import { openDoor } from './remote.ts'

const BATCH = 1_000

/** Fetches what is new; answers the mailbox's sequence up to which this phone has everything. */
export async function pull(
  store: Store,
  line: Line,
  guard: Guard,
  generation: string,
  arrived: () => void,
): Promise<string | number> {
  const door = await openDoor(line, 'inbox', { guard, generation })
  const replication = store.boxes.in.replicate.from(door, { batch_size: BATCH })
  replication.on('change', () => {
    guard.progress()
    arrived()
  })
  try {
    return (await guard.while(Promise.resolve(replication))).last_seq
  } finally {
    replication.cancel()
  }
}

/**
 * A mailbox that was lost has a successor without its tombstones: `in` starts afresh, so that nothing stays that was
 * taken away meanwhile. What is unsent is not touched; what was confirmed is offered again.
 */
export async function heedGeneration(store: Store, generation: string): Promise<void> {
  const known = await getMeta(store.local, 'generation')
  if (known === generation) return
  if (known !== undefined) await offerAgain(store)
  await forgetMailbox(store, generation)
}

/** Starts an empty `in` for a mailbox of that name; once. */
export async function forgetMailbox(store: Store, generation: string): Promise<void> {
  const known = await getMeta(store.local, 'generation')
  if (known === generation) return
  await setMeta(store.local, 'refilling', true)
  if (known !== undefined) await store.boxes.replaceIn()
  await setMeta(store.local, 'generation', generation)
}
