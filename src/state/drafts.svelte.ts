/** Drafts: whatever is half written survives the app being killed in mid-word. */
import type { Device } from '../device/contract.ts'
import type { Draft } from '../device/types.ts'
import { current } from './current.svelte.ts'
import { DraftHandle, typedNow } from './draft-handle.svelte.ts'
import { timestamp } from './timestamp.ts'
import { unkept } from './unkept.svelte.ts'

class DraftsState {
  all = $state.raw<Draft[]>([])
  /** False until they were read once. */
  ready = $state(false)

  constructor() {
    current.onDevice((device) => {
      this.ready = false
      void this.#load(device)
      return device.subscribe((event) => {
        if (event.drafts || event.journals) void this.#load(device)
      })
    })
  }

  /** Opens a draft, or starts it with `initial`; `about` names the journal it is about. */
  open<T extends object>(id: string, kind: string, initial: T, about?: string): DraftHandle<T> {
    return new DraftHandle(id, kind, initial, about)
  }

  /** Everything half written that this page knows, as it stands in memory. */
  typed(): Draft[] {
    return [
      ...new Map([...this.all, ...unkept.all, ...typedNow()].map((draft) => [draft.id, draft])).values(),
    ]
  }

  /** Writes a draft that begins filled in, unless it is there already; where the disk is full, it waits in memory. */
  async begin(id: string, kind: string, data: object): Promise<void> {
    const device = current.open
    if (unkept.get(id) || (await device.drafts.get(id))) return
    await unkept.save(device, { id, kind, data: $state.snapshot(data), updatedAt: timestamp() })
  }

  async #load(device: Device): Promise<void> {
    const all = await device.drafts.list()
    if (current.device !== device) return
    this.all = all
    this.ready = true
  }
}

export const drafts = new DraftsState()
