/** A newer version of the app: it asks, and every tab reloads after the yes. */
import { Workbox } from 'workbox-window'

const AGAIN_MS = 3_000

class Update {
  available = $state(false)
  readonly version = __VERSION__
  #workbox?: Workbox

  /** Registers the service worker. Not in development, where it would serve yesterday's code. */
  start(): void {
    if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
    this.#reloadOnTakeover()
    this.#workbox = new Workbox('/sw.js')
    this.#workbox.addEventListener('waiting', () => (this.available = true))
    // Where the browser blocks it the app still works while it is open, and says why it can't be installed.
    void this.#workbox.register().catch(() => undefined)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#workbox?.update().catch(() => undefined)
    })
  }

  /**
   * Lets the waiting version take over; the reload follows by itself. A browser lets the old one finish what it does, and
   * was seen not to look again whether it has: it is asked until the page is reloaded.
   */
  apply(): void {
    this.#workbox?.messageSkipWaiting()
    setTimeout(() => this.apply(), AGAIN_MS)
  }

  /** Asks the centre for a newer version; says what it answered. */
  async check(): Promise<'newest' | 'found' | 'offline'> {
    const registration = await navigator.serviceWorker.getRegistration()
    if (!navigator.onLine) return 'offline'
    try {
      await registration?.update()
    } catch {
      return 'offline'
    }
    return registration?.installing || registration?.waiting ? 'found' : 'newest'
  }

  /** Every tab reloads when another version takes over: old code would ask for chunks that are gone. */
  #reloadOnTakeover(): void {
    let controlled = !!navigator.serviceWorker.controller
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      // Site data was cleared: nobody controls the page any more, and offline there would be nothing to load.
      if (!navigator.serviceWorker.controller) return
      if (controlled) location.reload()
      controlled = true // the first install takes over pages that are current already
    })
  }
}

export const update = new Update()
