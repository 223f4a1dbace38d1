/** The browser's storage: whether it promised to keep it, and how full it is. */
import { current } from './current.svelte.ts'

class StorageState {
  persisted = $state(false)
  /** Bytes in use and bytes allowed; undefined where the browser does not tell. */
  usage = $state<number>()
  quota = $state<number>()
  /** The browser threw this officer's data away since the last visit (it is fetched anew). */
  vanished = $state(false)

  constructor() {
    current.onDevice((device) => {
      this.vanished = device.vanished
      void this.refresh()
    })
  }

  /** Asks the browser never to throw the data away; says whether it agreed. */
  async askPersist(): Promise<boolean> {
    if (navigator.storage?.persist) this.persisted = await navigator.storage.persist()
    return this.persisted
  }

  /** Measures anew. */
  async refresh(): Promise<void> {
    if (!navigator.storage?.estimate) return
    const [estimate, persisted] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted?.() ?? false,
    ])
    this.usage = estimate.usage
    this.quota = estimate.quota
    this.persisted = persisted
  }
}

export const storage = new StorageState()
