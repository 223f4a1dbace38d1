/** Which devices want to be called, and where: one subscription a device, kept in the desk database. */
import { createHash } from 'node:crypto'
import { getDoc, readRange, removeDoc, upsert, type Db } from '../couch/index.ts'

export interface Subscription {
  officer: string
  endpoint: string
  /** The browser's own public key and secret: what is sent can be read there alone. */
  keys: { p256dh: string; auth: string }
  /** The public half of our key that it was made with. */
  key: string
  since: string
  /** The push service does not take our signature for it (any more): the phone has to make another. */
  refused?: boolean
}

export interface Subscriptions {
  put(device: string, subscription: Omit<Subscription, 'since'>): Promise<void>
  get(device: string): Promise<Subscription | undefined>
  /** The devices of each officer. */
  byOfficer(): Promise<Map<string, string[]>>
  /** Whether the push service refuses us at this endpoint. */
  note(device: string, endpoint: string, refused: boolean): Promise<void>
  /** With what waits to be sent there. */
  forget(device: string): Promise<void>
}

const PREFIX = 'push:'

/** By this a phone knows that the centre holds the subscription which its browser has. */
export const tagOf = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('base64url').slice(0, 22)

/** The subscriptions of a desk database. */
export function openSubscriptions(desk: Db): Subscriptions {
  return {
    async put(device, subscription) {
      const since = new Date().toISOString()
      await upsert<Subscription>(desk, PREFIX + device, () => ({ ...subscription, since }))
    },
    get: (device) => getDoc<Subscription>(desk, PREFIX + device),
    async byOfficer() {
      const devices = new Map<string, string[]>()
      for (const { _id, officer } of await readRange<Subscription>(desk, { prefix: PREFIX }))
        devices.set(officer, [...(devices.get(officer) ?? []), _id.slice(PREFIX.length)])
      return devices
    },
    async note(device, endpoint, refused) {
      await upsert<Subscription>(desk, PREFIX + device, (old) =>
        old?.endpoint === endpoint && !!old.refused !== refused ? { ...old, refused } : undefined,
      )
    },
    async forget(device) {
      const doc = await getDoc<Subscription>(desk, PREFIX + device)
      if (doc) await removeDoc(desk, doc._id, doc._rev)
    },
  }
}
