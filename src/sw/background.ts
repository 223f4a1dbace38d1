/** Background Sync: sends while no page of the app may be open. */
import { errandInBackground } from '../device/background.ts'
import { SEND_TAG } from '../device/sync/later.ts'

declare const self: ServiceWorkerGlobalScope
declare const __VERSION__: string

/** The browser's event, which TypeScript does not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

/** Listens for the browser saying that there is a line. */
export function sendInBackground(): void {
  self.addEventListener('sync', (event) => {
    const { tag } = event as SyncEvent
    if (tag === SEND_TAG) (event as SyncEvent).waitUntil(sendAll())
  })
}

/** Throws where something is left: the browser then tries again by itself, later and later. */
async function sendAll(): Promise<void> {
  const unsent = await errandInBackground(__VERSION__)
  if (unsent > 0) throw new Error(`${unsent} entries are still unsent`)
}
