/** A phone whose storage is full, and has room again. */
import type { Page } from 'playwright-core'
import type { TestDevice } from './browser.ts'

const QUOTA = 20_000_000

async function limit(device: TestDevice, quotaSize?: number): Promise<void> {
  const cdp = await device.context.newCDPSession(device.page!)
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: device.origin, quotaSize })
}

/** Call it before anything is stored: Chromium remembers for a while how much room there was. */
export const smallStorage = (device: TestDevice, bytes = QUOTA): Promise<void> => limit(device, bytes)

/** Somebody has deleted what filled it. */
export const makeRoom = (device: TestDevice): Promise<void> => limit(device)

/** Leaves less room than the last of these sizes, in bytes. */
export const fillUp = (page: Page, sizes: readonly number[]): Promise<void> =>
  page.evaluate(async (given) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('ballast')
      open.onupgradeneeded = () => void open.result.createObjectStore('ballast', { autoIncrement: true })
      open.onsuccess = () => resolve(open.result)
      open.onerror = () => reject(open.error as Error)
    })
    const store = (size: number) =>
      new Promise<boolean>((resolve) => {
        const tx = db.transaction('ballast', 'readwrite')
        tx.objectStore('ballast').add(crypto.getRandomValues(new Uint8Array(size)))
        tx.oncomplete = () => resolve(true)
        tx.onabort = () => resolve(false)
      })
    for (const size of given) while (await store(size));
    db.close()
  }, sizes)
