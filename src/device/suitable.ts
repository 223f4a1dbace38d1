/** Whether this browser can hold an officer's work at all. */
import { isFull } from './full.ts'

export type Unsuitable =
  | 'insecure' // http outside localhost: no service worker, no installing
  | 'no-storage' // IndexedDB is missing or closed, as in some private windows
  | 'no-service-worker'
  | 'too-old'

/** What this browser lacks; empty where it is suitable. */
export async function unsuitable(): Promise<Unsuitable[]> {
  const lacks: Unsuitable[] = []
  if (!isSecureContext) lacks.push('insecure')
  else if (!('serviceWorker' in navigator)) lacks.push('no-service-worker')
  if (!hasApis()) lacks.push('too-old')
  if ((await tryStorage()) === 'none') lacks.push('no-storage')
  return lacks
}

function hasApis(): boolean {
  const needed = [
    globalThis.structuredClone,
    globalThis.BroadcastChannel,
    globalThis.AbortController,
    AbortSignal.timeout,
    Array.prototype.findLast,
    Object.hasOwn,
  ]
  // Missing on plain http too, which has its own word.
  return needed.every(Boolean) && (!isSecureContext || !!crypto.randomUUID)
}

/**
 * Opens a database, writes and deletes it: some private windows have the API and refuse the work. A full disk refuses it
 * too, and is no reason to turn somebody away: what is on the phone is to be reached all the same.
 */
export function tryStorage(): Promise<'works' | 'full' | 'none'> {
  const name = 'kentongan-trial'
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name)
      let full = false
      request.onupgradeneeded = () => {
        const transaction = request.transaction!
        transaction.onabort = () => (full = isFull(transaction.error))
        request.result.createObjectStore('trial').put(1, 1)
      }
      request.onerror = () => resolve(full || isFull(request.error) ? 'full' : 'none')
      request.onsuccess = () => {
        request.result.close()
        indexedDB.deleteDatabase(name)
        resolve('works')
      }
    } catch {
      resolve('none')
    }
  })
}
