/** The mailbox to this phone. What it stored, the replicator's own checkpoint tells the centre: ticks read it. */
import type { Line } from '../line.ts'
import { setMeta, getMeta } from '../local.ts'
import { offerFilesAgain } from '../media/name.ts'
import { offerAgain } from '../register/own.ts'
import type { Store } from '../store.ts'
import { ask } from './ask.ts'
import type { Guard } from './guard.ts'
import { noteReached, reachedBy, type Seq } from './reached.ts'
import { openInbox } from './remote.ts'

const BATCH = 1_000

/**
 * Fetches what is new; answers the mailbox's sequence up to which this phone has everything. Where nothing is, one small
 * request says so: the replicator alone would ask five.
 */
export async function pull(
  store: Store,
  line: Line,
  guard: Guard,
  generation: string,
  arrived: () => void,
): Promise<Seq> {
  const quiet = await stillAt(store, line, guard)
  if (quiet !== undefined) return quiet
  const door = await openInbox(line, { guard, generation })
  // The same one to the end: another tab may put a new one in its place meanwhile.
  const inbox = store.boxes.in
  const replication = inbox.replicate.from(door, { batch_size: BATCH })
  replication.on('change', () => {
    guard.progress()
    arrived()
  })
  try {
    const { last_seq } = await guard.while(Promise.resolve(replication))
    await guard.while(noteReached(inbox, last_seq))
    return last_seq
  } finally {
    replication.cancel()
  }
}

interface Changes {
  results: unknown[]
  last_seq: Seq
}

/** The mailbox's sequence where it has nothing that this phone has not; undefined where it has, or nobody knows. */
async function stillAt(store: Store, line: Line, guard: Guard): Promise<Seq | undefined> {
  const since = await guard.while(reachedBy(store.boxes.in))
  if (since === undefined) return undefined
  const query = new URLSearchParams({ since: String(since), limit: '1' })
  const { results, last_seq } = await ask<Changes>(line, guard, `/sync/inbox/_changes?${query.toString()}`)
  return results.length === 0 ? last_seq : undefined
}

/**
 * A mailbox that was lost has a successor without its tombstones: `in` starts afresh, so that nothing stays that was
 * taken away meanwhile. What is unsent is not touched; what was confirmed is offered again.
 */
export async function heedGeneration(store: Store, generation: string): Promise<void> {
  const known = await getMeta(store.local, 'generation')
  if (known === generation) return
  if (known !== undefined) {
    await offerAgain(store)
    await offerFilesAgain(store.local)
  }
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
