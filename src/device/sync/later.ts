/** Background Sync: the browser wakes the service worker when there is a line again, the app may be closed by then. */

/** By this name the service worker knows what it is woken for. */
export const SEND_TAG = 'kirim'

/** What only some browsers have (Chrome on Android), and TypeScript does not know. */
interface WithSync {
  sync?: { register(tag: string): Promise<void> }
}

/** Asks the browser to send later, where it can. Where it can't, the next opening of the app does it. */
export async function askToSendLater(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration()
    await (registration as WithSync | undefined)?.sync?.register(SEND_TAG)
  } catch {
    // Not allowed here: a help that is never needed.
  }
}
