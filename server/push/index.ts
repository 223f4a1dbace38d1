/** Calling officers through the push services of their browsers (docs/decisions/019). */
import type { Agent } from 'node:https'
import type { Archive, Crier } from '../archive/index.ts'
import { publicAgent, publicEndpoint } from './address.ts'
import { openCrier } from './crier.ts'
import { openPushKeys } from './keys.ts'
import { openQueue } from './queue.ts'
import { openSender } from './sender.ts'
import { openSubscriptions, tagOf } from './subscriptions.ts'

/** For tests, which have a push service of their own; no setting of the server leads here. */
export interface PushTrial {
  agent?: Agent
  /** An endpoint that may be posted to although it is not public. */
  trusts?: (endpoint: string) => boolean
  gather?: number
}

export interface PushOptions {
  archive: Archive
  publicUrl: string
  /** Whose device it is, where it is in use and signed in. */
  userOf(device: string): Promise<string | undefined>
  trial?: PushTrial | undefined
}

/** A subscription as a browser hands it out, and the public half of the key that it was made with. */
export interface Offer {
  endpoint: string
  keys: { p256dh: string; auth: string }
  key: string
}

export interface Push {
  /** The public half of the key that phones subscribe with. */
  key(): Promise<string>
  /** Calls this device from now on; answers its tag. `why`: what is wrong with the offer. */
  subscribe(
    officer: string,
    device: string,
    offer: Offer,
  ): Promise<{ ok: true; tag: string } | { ok: false; why: 'endpoint' | 'key' | 'refused' }>
  forget(device: string): Promise<void>
  /** Names the subscription that a device is called by; undefined where it has to bring one. */
  tag(device: string): Promise<string | undefined>
  /** For the postman. */
  crier: Crier
  /** Sends what is due now; ends when that was tried. */
  ring(): Promise<void>
  stop(): Promise<void>
}

/** Long enough that ten tasks given one after the other make one call. */
const GATHER_MS = 4_000

/** Opens it over an archive; the first time it makes the keys. */
export async function openPush({ archive, publicUrl, userOf, trial = {} }: PushOptions): Promise<Push> {
  const { agent = publicAgent(), trusts = () => false, gather = GATHER_MS } = trial
  const keys = openPushKeys(archive.desk)
  const subscriptions = openSubscriptions(archive.desk)
  const queue = openQueue(archive.desk)
  const subject = publicUrl.startsWith('https:') ? publicUrl : 'mailto:kentongan@localhost'
  const sender = openSender({ archive, keys, subscriptions, queue, userOf, agent, subject })
  const { ring } = sender
  await keys.current()
  void ring()

  return {
    key: async () => (await keys.current()).public,
    async subscribe(officer, device, { endpoint: offered, keys: browser, key }) {
      const endpoint = trusts(offered) ? offered : publicEndpoint(offered)
      if (!endpoint) return { ok: false, why: 'endpoint' }
      if (!(await keys.byPublic(key))) return { ok: false, why: 'key' }
      const old = await subscriptions.get(device)
      if (old?.refused && old.endpoint === endpoint) return { ok: false, why: 'refused' }
      await subscriptions.put(device, { officer, endpoint, keys: browser, key })
      if (old?.refused) await queue.hurry(device, archive.clock()).then(() => void ring())
      return { ok: true, tag: tagOf(endpoint) }
    },
    async forget(device) {
      await queue.drop(device)
      await subscriptions.forget(device)
    },
    async tag(device) {
      const subscription = await subscriptions.get(device)
      return subscription && !subscription.refused && (await keys.byPublic(subscription.key))
        ? tagOf(subscription.endpoint)
        : undefined
    },
    crier: openCrier({ archive, subscriptions, queue, gather, ring: () => void ring() }),
    ring,
    async stop() {
      await sender.stop()
      agent.destroy()
    },
  }
}
