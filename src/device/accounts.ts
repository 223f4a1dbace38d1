/** Everyone enrolled on this browser, in a database of their own: a service worker has no localStorage. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { makeDurable } from './durable.ts'
import { ACCOUNTS } from './names.ts'
import type { Account, Pin } from './types.ts'

interface Schema extends DBSchema {
  accounts: { key: string; value: Account }
  meta: { key: string; value: string }
}

/** In `meta`, before the id of a device that signed out here and whose session the centre has not ended yet. */
const LEAVING = 'leaving:'
/** In `meta`, before the id of a device whose data were taken from this browser on purpose: what it was stays away. */
const GONE = 'gone:'
/** In `meta`, before the id of an officer who has a PIN here. */
const PIN = 'pin:'
/** In `meta`, before the id of an officer who was asked whether they want to be called. */
const WISH = 'wish:'

let opened: Promise<IDBPDatabase<Schema>> | undefined

function open(): Promise<IDBPDatabase<Schema>> {
  makeDurable(ACCOUNTS)
  opened ??= openDB<Schema>(ACCOUNTS, 1, {
    upgrade(db) {
      db.createObjectStore('accounts', { keyPath: 'officer' })
      db.createObjectStore('meta')
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => (opened = undefined),
  })
  opened.catch(() => (opened = undefined))
  return opened
}

export const accounts = {
  /** In the order of enrolment; without those that are just being taken away. */
  async all(): Promise<Account[]> {
    const { here } = await everybody()
    return here.sort((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1))
  },

  /** The officer in front: the one who acted last. */
  async acting(): Promise<Account | undefined> {
    const officer = await (await open()).get('meta', 'acting')
    const all = await accounts.all()
    return all.find((account) => account.officer === officer) ?? all[0]
  },

  /** Puts an officer in front. */
  async use(officer: string): Promise<void> {
    await (await open()).put('meta', officer, 'acting')
  },

  /** Adds an account, or changes what is known of it. */
  async save(account: Account): Promise<void> {
    await (await open()).put('accounts', account)
  },

  /** Takes the account away, and with it its PIN and its wish. */
  async remove(officer: string): Promise<void> {
    const tx = (await open()).transaction(['accounts', 'meta'], 'readwrite')
    void tx.objectStore('accounts').delete(officer)
    void tx.objectStore('meta').delete(PIN + officer)
    void tx.objectStore('meta').delete(WISH + officer)
    await tx.done
  },

  /** The officer's PIN on this browser; undefined where they have none. */
  async pin(officer: string): Promise<Pin | undefined> {
    return asPin(await (await open()).get('meta', PIN + officer))
  },

  /** Changes (or, by undefined, removes) it while no other tab can; answers with what it is now. */
  async changePin(
    officer: string,
    change: (pin: Pin | undefined) => Pin | undefined,
  ): Promise<Pin | undefined> {
    const { store, done } = (await open()).transaction('meta', 'readwrite')
    const pin = change(asPin(await store.get(PIN + officer)))
    void (pin ? store.put(JSON.stringify(pin), PIN + officer) : store.delete(PIN + officer))
    await done
    return pin
  },

  /** Whether the officer wants to be called on this browser, as text; undefined while they were never asked. */
  async wish(officer: string): Promise<string | undefined> {
    return (await open()).get('meta', WISH + officer)
  },

  async setWish(officer: string, text: string): Promise<void> {
    await (await open()).put('meta', text, WISH + officer)
  },

  /** Notes that a device leaves this browser. */
  async leave(device: string): Promise<void> {
    await (await open()).put('meta', new Date().toISOString(), LEAVING + device)
  },

  /** Devices that have left, of which the centre has not heard yet. */
  async leaving(): Promise<string[]> {
    const keys = await (await open()).getAllKeys('meta')
    return keys.filter((key) => key.startsWith(LEAVING)).map((key) => key.slice(LEAVING.length))
  },

  async left(device: string): Promise<void> {
    await (await open()).delete('meta', LEAVING + device)
  },

  /**
   * From now on the device counts as taken away, whatever other tabs still write: they shall not take the deleting of its
   * data for an accident.
   */
  async bury(device: string): Promise<void> {
    await (await open()).put('meta', new Date().toISOString(), GONE + device)
  },

  /** Whether that was noted of a device; it stays noted. */
  async isBuried(device: string): Promise<boolean> {
    return (await (await open()).getKey('meta', GONE + device)) !== undefined
  },

  /** Those whose taking away was begun and not ended. */
  buried: async (): Promise<Account[]> => (await everybody()).buried,
}

async function everybody(): Promise<{ here: Account[]; buried: Account[] }> {
  const tx = (await open()).transaction(['accounts', 'meta'])
  const [all, keys] = await Promise.all([
    tx.objectStore('accounts').getAll(),
    tx.objectStore('meta').getAllKeys(),
  ])
  const isBuried = ({ device }: Account) => keys.includes(GONE + device)
  return { here: all.filter((account) => !isBuried(account)), buried: all.filter(isBuried) }
}

const asPin = (text: string | undefined): Pin | undefined => (text ? (JSON.parse(text) as Pin) : undefined)
