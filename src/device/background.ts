/**
 * The errand without a page: for the service worker, which wakes for Background Sync and push messages while the app may
 * be closed. Nothing here needs `document`, and nothing is loaded lazily where it is bundled.
 */
import { accounts } from './accounts.ts'
import { destroyAll } from './destroy.ts'
import { openHub, tellOf } from './hub.ts'
import { openLine } from './line.ts'
import { withLock } from './locks.ts'
import { lockName } from './names.ts'
import { countUnsent } from './media/media.ts'
import { bringReplicator } from './pouch.ts'
import { waiting } from './refused.ts'
import { replicator } from './replicator.ts'
import { shares } from './shares.ts'
import { openStore, type Store } from './store.ts'
import { attempt } from './sync/attempt.ts'
import { Guard } from './sync/guard.ts'
import type { Account } from './types.ts'

bringReplicator(() => Promise.resolve(replicator))

/**
 * Sends and fetches once for every officer enrolled on this browser, one after the other; open tabs hear of it. Answers
 * how many own entries and files are still unsent. Never throws for a line that is down.
 */
export async function errandInBackground(version: string): Promise<number> {
  let unsent = 0
  for (const account of await accounts.all()) unsent += await errandOf(account, version)
  return unsent
}

async function errandOf(account: Account, version: string): Promise<number> {
  const store = await openStore(account)
  const hub = openHub(account)
  let lost = false
  try {
    lost = await withLock(lockName(account, 'sync'), () => run(store, version, tellOf(hub)))
    if (lost) hub.tell({ wiped: true })
    return lost ? 0 : (await waiting(store)).length + (await countUnsent(store.local))
  } finally {
    hub.close()
    await store.boxes.close()
    store.local.close()
    if (lost) await Promise.all([destroyAll(account), shares.clear()])
  }
}

/** The browser ends a service worker that works for some minutes on end: the rest is for the next time it wakes. */
const WAKEFUL_MS = 120_000

/** One cycle, and further ones while files go; whether the phone was declared lost, and everything on it has been handed in. */
async function run(store: Store, version: string, tell: ReturnType<typeof tellOf>): Promise<boolean> {
  const line = openLine(store.account, () => undefined)
  const files = { batch: { done: 0 }, sending: () => undefined }
  // Nobody writes here: the pages that do have a sync of their own.
  const errand = { store, line, version, behind: false, tell, ...files, onWrite: () => () => undefined }
  const end = Date.now() + WAKEFUL_MS
  let ended = await attempt(errand, new Guard())
  while (ended.ok && ended.done.files === 'more' && Date.now() < end)
    ended = await attempt(errand, new Guard())
  return !ended.ok && ended.trouble.problem === 'lost'
}
