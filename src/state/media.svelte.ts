/** Photos and voice notes: stored at once, sent after the text, fetched when somebody wants to see them. */
import type { Device } from '../device/contract.ts'
import type { Fetched, MediaState, Prepared, RefusedFile, Whereabouts } from '../device/types.ts'
import type { Attachment } from '../domain/kinds/fields.ts'
import { current } from './current.svelte.ts'

type Kept = Awaited<ReturnType<Device['media']['keep']>>
/** Why a file cannot be shown now. */
export type Away = Extract<Fetched, { ok: false }>['why']

export type Where = Record<string, Whereabouts>
export type { MediaState, Prepared, RefusedFile, Whereabouts }

class Media {
  /** Stores a file durably; what names it may be written afterwards. */
  keep(prepared: Prepared): Promise<Kept> {
    return current.open.media.keep(prepared)
  }

  /** Tells at once, and at every change, how much waits to be sent and how much is kept. */
  followTotals(tell: (totals: MediaState) => void): () => void {
    const device = current.open
    return follow(device, () => device.media.state().then(tell))
  }

  /** Deletes what was fetched of others; answers how many. */
  dropFetched(): Promise<number> {
    return current.open.media.dropFetched()
  }

  /** What the centre refused for good. */
  refused(): Promise<RefusedFile[]> {
    return current.open.media.refused()
  }

  /** Puts a refused file aside: its bytes leave this phone. */
  dismiss(hash: string): Promise<void> {
    return current.open.media.dismiss(hash)
  }

  /** Tells at once, and at every change, where the files are; what it answers ends that. */
  follow(hashes: readonly string[], tell: (where: Where) => void): () => void {
    const device = current.open
    return follow(device, () => device.media.where(hashes).then(tell))
  }
}

function follow(device: Device, look: () => Promise<void>): () => void {
  void look()
  return device.subscribe((event) => {
    if (event.media || event.own) void look()
  })
}

export const media = new Media()

/** One file on the screen: here, or still to be fetched. Belongs to the component that makes it; `destroy` frees it. */
export class MediaFile {
  /** What an `img` or `audio` shows; undefined while it is not here. */
  url = $state<string>()
  blob = $state.raw<Blob>()
  /** False until the phone's own store was asked. */
  looked = $state(false)
  busy = $state(false)
  away = $state<Away>()
  #attachment: Pick<Attachment, 'hash'>
  #entry: string
  #device = current.open
  #gone = false

  constructor(attachment: Pick<Attachment, 'hash'>, entry: string) {
    this.#attachment = attachment
    this.#entry = entry
    void this.#look()
  }

  /** Gets it from the centre. */
  async fetch(): Promise<void> {
    if (this.busy || this.url) return
    this.busy = true
    this.away = undefined
    const result = await this.#device.media.fetch(this.#attachment.hash, this.#entry)
    this.busy = false
    if (result.ok) this.#show(result.blob)
    else this.away = result.why
  }

  destroy(): void {
    this.#gone = true
    if (this.url) URL.revokeObjectURL(this.url)
  }

  async #look(): Promise<void> {
    const blob = await this.#device.media.get(this.#attachment.hash)
    if (blob) this.#show(blob)
    this.looked = true
  }

  #show(blob: Blob): void {
    if (this.#gone || this.url) return
    this.blob = blob
    this.url = URL.createObjectURL(blob)
  }
}
