/** The browser's side of being called: one subscription for the whole browser, whoever uses it. */

/** The service worker's own registration, or from a page the one that serves it; undefined where there is none. */
export async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const own = (globalThis as { registration?: ServiceWorkerRegistration }).registration
  return own ?? (await navigator.serviceWorker?.getRegistration())
}

/** Whether this browser can be called at all. */
export const able = (): boolean => 'PushManager' in globalThis && 'Notification' in globalThis

export const granted = (): boolean => able() && Notification.permission === 'granted'

/** The subscription that the browser has; undefined where it has none. */
export async function subscription(): Promise<PushSubscription | undefined> {
  return (await (await registration())?.pushManager?.getSubscription()) ?? undefined
}

/** A browser without a push service may never answer. */
const PATIENCE_MS = 15_000

/** The subscription under this key: the one that is there, or a new one. Throws where the browser can't get any now. */
export async function subscribe(key: string): Promise<PushSubscription> {
  const manager = (await registration())?.pushManager
  if (!manager) throw new TypeError('no service worker')
  const known = await manager.getSubscription()
  if (known && coded(known.options.applicationServerKey) === key) return known
  await known?.unsubscribe()
  const asked = manager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  return Promise.race([asked, silence()])
}

const silence = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new TypeError('no push service answers')), PATIENCE_MS)
  })

/** Bytes in base 64 for URLs, as keys travel. */
export function coded(bytes: ArrayBuffer | null): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes ?? [])))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** By this the centre names the subscription that it holds of a device. */
export async function tagOf({ endpoint }: Pick<PushSubscription, 'endpoint'>): Promise<string> {
  return coded(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint))).slice(0, 22)
}

/** Shows a number on the app's icon, where the platform has it; none where it is 0. */
export async function showBadge(count: number): Promise<void> {
  // Refused where the app is not installed.
  if (count > 0) await navigator.setAppBadge?.(count).catch(() => undefined)
  else await navigator.clearAppBadge?.().catch(() => undefined)
}
