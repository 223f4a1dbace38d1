/** Opening the store of an acting officer: the verbs of this room, put together. */
import { journalOf } from '../domain/ids.ts'
import { counted } from '../domain/counted.ts'
import { EMPTY_VILLAGE } from '../domain/village.ts'
import { noteAccess, writeAccess } from './access.ts'
import { append } from './append.ts'
import { openCalls } from './calls/calls.ts'
import { isClosed } from './boxes.ts'
import type { Device } from './contract.ts'
import { destroyAll } from './destroy.ts'
import { openDrafts } from './drafts.ts'
import { openHub, tellOf } from './hub.ts'
import { getMeta, rowsOf, wordsHere } from './local.ts'
import { openMedia } from './media/media.ts'
import { openOnDemand } from './on-demand.ts'
import { bringReplicator } from './pouch.ts'
import { catchUp } from './register/catch-up.ts'
import { journalsOf } from './register/read.ts'
import { dismiss, waiting } from './refused.ts'
import { openStore } from './store.ts'
import { askPhones } from './sync/contact.ts'
import { Sync } from './sync/sync.ts'
import type { Account } from './types.ts'
import { goneBeneath, noticeVanished } from './vanished.ts'

bringReplicator(async () => (await import('./replicator.ts')).replicator)

export interface DeviceOptions {
  /** The app's version, told to the centre. */
  version: string
  /** How long a sync cycle may stand still, ms. */
  stall?: number
}

/** Opens the officer's databases and starts to sync. What is stored shows at once; what is new follows. */
export async function openDevice(account: Account, options: DeviceOptions): Promise<Device> {
  const store = await openStore(account)
  const { local } = store
  const vanished = await noticeVanished(store)
  const beneath = goneBeneath(store)
  const hub = openHub(account)
  const tell = tellOf(hub)
  const sync = new Sync(store, {
    ...options,
    tell,
    status: (status) => hub.tell({ status }),
    lost: () => void wipe(),
  })

  const onDemand = openOnDemand(store, sync.line)
  hub.subscribe((event) => void onDemand.heed(event))

  // The register shows what it knows at once; what is new follows.
  const caughtUp = catchUp(store).then(tell, (error: unknown) => {
    if (!isClosed(error)) console.error('register', error)
  })

  async function close(): Promise<void> {
    beneath.stop()
    await Promise.all([sync.close(), caughtUp])
    hub.close()
    await store.boxes.close()
    local.close()
  }

  async function wipe(): Promise<void> {
    hub.tell({ wiped: true })
    await close()
    await destroyAll(account)
    await (await import('./shares.ts')).shares.clear()
  }

  const device: Device = {
    account,
    vanished,
    gone: beneath.gone,
    async append(entries) {
      const result = await append(store, entries)
      if (!result.ok) return result
      await catchUp(store).then(tell, (error: unknown) => {
        // The entries are safe; the register catches up when it can (the disk may have just become full).
        console.error('register', error)
        tell({ journals: new Set(result.entries.map(({ _id }) => journalOf(_id))), own: true })
      })
      sync.wrote()
      return result
    },
    noteAccess: (what, cases, detail) => noteAccess(store, what, cases, detail),
    async handInAccess() {
      if (await writeAccess(store, true)) tell(await catchUp(store))
      // A cycle may have written it just before, and not sent it yet.
      const left = await waiting(store)
      if (left.length && counted(left).length === 0) await sync.sendNow()
    },
    journal: onDemand.journal,
    journals: (ids) => journalsOf(store, ids),
    cases: async (ids) => (await rowsOf(local, 'cases', ids)).map(({ summary }) => summary),
    meetings: async (ids) => (await rowsOf(local, 'meetings', ids)).map(({ summary }) => summary),
    words: (ids) => wordsHere(local, ids),
    hamlet: async () => (await getMeta(local, 'hamlet'))?.cases ?? [],
    meetingsOf: (caseId) => local.getAllKeysFromIndex('meetings', 'cases', caseId),
    // What an older version stored may lack what this one knows.
    village: async () => ({ ...EMPTY_VILLAGE, ...(await getMeta(local, 'village')) }),
    watermarks: async () => (await getMeta(local, 'watermarks')) ?? {},
    clockOffset: async () => (await getMeta(local, 'contact'))?.offset ?? 0,
    refused: () => local.getAll('refused'),
    async dismiss(id) {
      await dismiss(store, id)
      tell({ own: true })
    },
    waiting: () => waiting(store),
    rescueFile: async (note, typed) => (await import('./rescue.ts')).makeRescueFile(store, note, typed),
    drafts: openDrafts(local, hub),
    media: openMedia(store, sync.line, () => hub.tell({ media: true })),
    calls: openCalls({ account, local, line: sync.line, changed: () => hub.tell({ calls: true }) }),
    status: () => sync.status,
    sendNow: () => sync.sendNow(),
    phones: () => askPhones(store, sync.line, options.version),
    subscribe: (listener) => hub.subscribe(listener),
    request: (path, init) => sync.line.request(path, init),
    close,
    async destroy() {
      await close()
      await destroyAll(account)
    },
  }
  await sync.start()
  return device
}
