/** The browser's side of push messages, in a Chromium that has no push service of its own. Each runs in the page or its worker. */
import type { Ear } from './push-service.ts'

/** In the service worker: the browser tells of another subscription, and waits for what the app does about it. */
export async function changeSubscription({ endpoint, keys }: Pick<Ear, 'endpoint' | 'keys'>): Promise<void> {
  const bytes = (coded: string) =>
    Uint8Array.from(atob(coded.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer
  PushManager.prototype.getSubscription = () => Promise.resolve(null)
  PushManager.prototype.subscribe = (options) => {
    const applicationServerKey = bytes(options!.applicationServerKey as string)
    const getKey = (name: 'p256dh' | 'auth') => bytes(keys[name])
    return Promise.resolve({ endpoint, options: { applicationServerKey }, getKey } as PushSubscription)
  }
  const waited: Promise<unknown>[] = []
  const event = new Event('pushsubscriptionchange')
  Object.defineProperty(event, 'waitUntil', { value: (work: Promise<unknown>) => waited.push(work) })
  dispatchEvent(event)
  await Promise.all(waited)
}

/**
 * A Chromium without its maker's keys has no push service: in its place the page gets a subscription at the one of this
 * test, and another each time that it gave one back. Everything that comes after it is real.
 */
export function pushManagerOf(ears: Pick<Ear, 'endpoint' | 'keys'>[]): void {
  const bytes = (coded: string) =>
    Uint8Array.from(atob(coded.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer
  const kept = () => localStorage.getItem('subscribed')
  const at = () => Number(localStorage.getItem('ear'))
  const subscription = () => {
    const { endpoint, keys } = ears[at()]!
    return {
      endpoint,
      options: { applicationServerKey: bytes(kept()!), userVisibleOnly: true },
      getKey: (name: 'p256dh' | 'auth') => bytes(keys[name]),
      unsubscribe: async () => {
        localStorage.removeItem('subscribed')
        localStorage.setItem('ear', String(at() + 1))
        return true
      },
    }
  }
  PushManager.prototype.getSubscription = () =>
    Promise.resolve(kept() ? (subscription() as unknown as PushSubscription) : null)
  PushManager.prototype.subscribe = (options) => {
    localStorage.setItem('subscribed', options!.applicationServerKey as string)
    return Promise.resolve(subscription() as unknown as PushSubscription)
  }
}
