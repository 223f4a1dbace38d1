/** Who is told of changes: the listeners of this tab, and the officer's other tabs. */
import { channelName } from './names.ts'
import type { Change } from './store.ts'
import type { Account, DeviceEvent } from './types.ts'

export interface Hub {
  subscribe(listener: (event: DeviceEvent) => void): () => void
  /** Tells this tab's listeners and every other tab. */
  tell(event: DeviceEvent): void
  close(): void
}

/** PouchDB tells other contexts of changes only through localStorage: tabs hear of each other here instead. */
export function openHub(account: Account): Hub {
  const listeners = new Set<(event: DeviceEvent) => void>()
  const channel = new BroadcastChannel(channelName(account))
  const pass = (event: DeviceEvent) => {
    for (const listener of listeners) listener(event)
  }
  channel.onmessage = ({ data }: MessageEvent<DeviceEvent>) => pass(data)
  let open = true
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(event) {
      if (!open) return
      pass(event)
      channel.postMessage(event)
    },
    close() {
      open = false
      listeners.clear()
      channel.close()
    },
  }
}

/** Tells a hub what a cycle or a fold has changed; nothing, where nothing has. */
export const tellOf =
  (hub: Hub) =>
  (change: Partial<Change> & { contact?: boolean }): void => {
    const event = asEvent(change)
    if (event) hub.tell(event)
  }

function asEvent({
  journals,
  own,
  drafts,
  media,
  contact,
}: Partial<Change> & { contact?: boolean }): DeviceEvent | undefined {
  const touched = journals === 'all' ? 'all' : journals?.size ? [...journals] : undefined
  if (!touched && !own && !drafts && !media && !contact) return undefined
  return {
    ...(touched ? { journals: touched } : {}),
    ...(own ? { own } : {}),
    ...(drafts ? { drafts } : {}),
    ...(media ? { media } : {}),
    ...(contact ? { contact } : {}),
  }
}
