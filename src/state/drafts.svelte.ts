/** Drafts: whatever is half written survives the app being killed in mid-word. */
import { tick } from 'svelte'
import type { Device } from '../device/contract.ts'
import type { Draft } from '../device/types.ts'
import { current } from './current.svelte.ts'
import { preparing } from './preparing.svelte.ts'

const SAVE_AFTER_MS = 120

/** Drafts whose screen is gone, while photos still come in: who opens one again waits for them. */
const closing: Record<string, Promise<void> | undefined> = {}

/** One draft while its screen is open: change `data`, it saves itself. What is as it started is not kept. */
export class DraftHandle<T extends object> {
  readonly id: string
  readonly kind: string
  readonly about?: string
  data = $state() as T
  /** False until what was kept from before has been read. */
  ready = $state(false)
  /** Resolves when `ready` is true. */
  readonly restored: Promise<void>
  #device: Device
  #timer: ReturnType<typeof setTimeout> | undefined
  #pending: T | undefined
  #stop: () => void
  /** What says nothing of its own: the form as it starts, as text. */
  #empty: string
  #kept = false
  #gone = false

  constructor(id: string, kind: string, initial: T, about?: string) {
    this.id = id
    this.kind = kind
    this.about = about
    this.data = initial
    this.#empty = contentOf(initial)
    this.#device = current.open
    this.#stop = this.#watch()
    addEventListener('pagehide', this.flush)
    document.addEventListener('visibilitychange', this.#flushHidden)
    this.restored = this.#restore()
  }

  /** Writes at once what still waits for its moment. */
  flush = (): Promise<void> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const data = this.#pending
    this.#pending = undefined
    return data ? this.#save(data) : Promise.resolve()
  }

  /** Writes all of it now; resolves when it is on the disk. Nothing is written where it was thrown away. */
  async save(): Promise<void> {
    if (this.#gone) return
    this.#pending = $state.snapshot(this.data) as T
    await this.flush()
  }

  /** Throws the draft away: what it was for is written, or is not wanted any more. */
  async discard(): Promise<void> {
    this.#pending = undefined
    this.#gone = true
    this.#end()
    await this.#device.drafts.remove(this.id)
  }

  /** The screen closes: saves, also the photos that are still being made ready, and stops watching. */
  close(): Promise<void> {
    const closed = this.#close()
    closing[this.id] = closed
    return closed.finally(() => {
      if (closing[this.id] === closed) delete closing[this.id]
    })
  }

  async #close(): Promise<void> {
    await this.flush()
    if (preparing.what) {
      await preparing.settled()
      await tick()
      await this.flush()
    }
    this.#end()
  }

  #flushHidden = (): void => {
    if (document.visibilityState === 'hidden') void this.flush()
  }

  #end(): void {
    clearTimeout(this.#timer)
    this.#stop()
    removeEventListener('pagehide', this.flush)
    document.removeEventListener('visibilitychange', this.#flushHidden)
  }

  async #restore(): Promise<void> {
    await closing[this.id]
    const kept = await this.#device.drafts.get(this.id)
    this.#kept = kept !== undefined
    if (kept && !this.#pending) this.data = kept.data as T
    this.ready = true
  }

  #watch(): () => void {
    return $effect.root(() => {
      let first = true
      $effect(() => {
        const data = $state.snapshot(this.data) as T
        if (first || !this.ready) first = false
        else this.#schedule(data)
      })
    })
  }

  #schedule(data: T): void {
    this.#pending = data
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER_MS)
  }

  #save(data: T): Promise<void> {
    const { id, kind, about } = this
    const empty = contentOf(data) === this.#empty
    if (empty && !this.#kept) return Promise.resolve()
    this.#kept = !empty
    if (empty) return this.#device.drafts.remove(id)
    return this.#device.drafts.save({ id, kind, ...(about ? { about } : {}), data, updatedAt: timestamp() })
  }
}

const timestamp = () => new Date().toISOString()

/** What a person has put in: on which step of a form they stand is none of it. */
const contentOf = (data: object): string => JSON.stringify({ ...data, step: undefined })

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

  /** Writes a draft that begins filled in, unless it is there already. */
  async begin(id: string, kind: string, data: object): Promise<void> {
    const { drafts: kept } = current.open
    if (await kept.get(id)) return
    await kept.save({ id, kind, data: $state.snapshot(data), updatedAt: timestamp() })
  }

  async #load(device: Device): Promise<void> {
    const all = await device.drafts.list()
    if (current.device !== device) return
    this.all = all
    this.ready = true
  }
}

export const drafts = new DraftsState()
