/** The device room on a page of its own, for tests in a real browser. */
import { accounts } from '../../../src/device/accounts.ts'
import { openDevice } from '../../../src/device/device.ts'
import { enrol } from '../../../src/device/enrol.ts'
import { sha256 } from '../../../src/device/media/hash.ts'
import { tidyFiles } from '../../../src/device/media/tidy.ts'
import { rawPurge } from '../../../src/device/raw-purge.ts'
import { shares } from '../../../src/device/shares.ts'
import { finishLeaving, signOut } from '../../../src/device/sign-out.ts'
import { unsuitable } from '../../../src/device/suitable.ts'
import { eraseOldBodies, openPouch, withReplication } from '../../../src/device/pouch.ts'
import { capture } from '../../../src/state/capture.svelte.ts'
import { CaseView } from '../../../src/state/case.svelte.ts'
import { connection } from '../../../src/state/connection.svelte.ts'
import { current } from '../../../src/state/current.svelte.ts'
import { drafts } from '../../../src/state/drafts.svelte.ts'
import { register } from '../../../src/state/register.svelte.ts'
import { session } from '../../../src/state/session.svelte.ts'
import { unkept } from '../../../src/state/unkept.svelte.ts'
import { update } from '../../../src/state/update.svelte.ts'
import { village } from '../../../src/state/village.svelte.ts'
import { foldCase } from '../../../src/domain/fold.ts'
import { summarise } from '../../../src/domain/summary.ts'
import { catchUp } from '../../../src/device/register/catch-up.ts'
import { clearOld } from '../../../src/device/register/own.ts'
import { openStore, type Store } from '../../../src/device/store.ts'
import type { Device } from '../../../src/device/contract.ts'
import type { DeviceEvent, Prepared } from '../../../src/device/types.ts'

const kit = {
  accounts,
  openDevice,
  enrol,
  shares,
  signOut,
  finishLeaving,
  unsuitable,
  openPouch,
  eraseOldBodies,
  rawPurge,
  withReplication,
  foldCase,
  summarise,
  dump,
  state: { CaseView, capture, connection, current, drafts, register, session, unkept, update, village },
  device: undefined as Device | undefined,
  events: [] as DeviceEvent[],
  /** The device's parts below its verbs, for what takes a month or a moment too short to meet. */
  store: undefined as Store | undefined,
  catchUp: () => catchUp(kit.store!),
  tidyFiles: (now: number) => tidyFiles(kit.store!, now),
  clearOld: (now: number) => clearOld(kit.store!, now),
  ownStates: async () => (await kit.store!.local.getAll('own')).map(({ state }) => state),
  /** A file as a camera widget makes it ready: of so many bytes, told from others by its name. */
  async photo(name: string, bytes = 1_000): Promise<Prepared> {
    // As a photo's, they can't be compressed: browsers would need no room for them.
    let noise = name.length
    const content = Uint8Array.from(
      { length: bytes },
      () => (noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0) >>> 24,
    )
    content.set([0xff, 0xd8, 0xff, 0xe0])
    content.set(new TextEncoder().encode(name), 4)
    const hash = await sha256(content)
    return {
      attachment: { hash, type: 'image/jpeg', bytes },
      blob: new Blob([content], { type: 'image/jpeg' }),
    }
  },
  /** Opens the acting account's device as the app does. */
  async open(options: { stall?: number } = {}) {
    const account = await accounts.acting()
    if (!account) throw new Error('nobody is enrolled')
    kit.device = await openDevice(account, { version: 'test', ...options })
    kit.device.subscribe((event) => kit.events.push(event))
    kit.store = await openStore(account)
    return account
  },
}

/** Everything that the browser's IndexedDB holds for this origin, as text. */
async function dump(): Promise<string> {
  const parts: string[] = []
  for (const { name } of await indexedDB.databases()) parts.push(await dumpOne(name!))
  return parts.join('\n')
}

function dumpOne(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const db = request.result
      const lines: string[] = []
      const stores = [...db.objectStoreNames]
      if (!stores.length) return resolve('')
      const tx = db.transaction(stores, 'readonly')
      for (const store of stores)
        tx.objectStore(store).openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
          if (!cursor) return
          lines.push(`${name}/${store}/${String(cursor.key)} ${JSON.stringify(cursor.value)}`)
          cursor.continue()
        }
      tx.oncomplete = () => {
        db.close()
        resolve(lines.join('\n'))
      }
    }
  })
}

export type Kit = typeof kit
declare global {
  var kit: Kit
}
globalThis.kit = kit
