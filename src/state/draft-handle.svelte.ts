/** One draft while its form is open: it saves itself, follows other tabs, and survives the app being killed in mid-word. */
import { tick } from 'svelte'
import type { Device } from '../device/contract.ts'
import type { Draft } from '../device/types.ts'
import { current } from './current.svelte.ts'
import { preparing } from './preparing.svelte.ts'
import { timestamp } from './timestamp.ts'
import { unkept } from './unkept.svelte.ts'

const SAVE_AFTER_MS = 120

/** Drafts whose screen is gone, while photos still come in: who opens one again waits for them. */
const closing: Record<string, Promise<void> | undefined> = {}

/** Drafts whose form is open. */
let opened: readonly { typed(): Draft | undefined }[] = []

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
  #initial: T
  /** What says nothing of its own: the form as it starts, as text. */
  #empty: string
  /** What the store holds, as text; undefined where it holds nothing. */
  #kept: string | undefined
  #gone = false

  constructor(id: string, kind: string, initial: T, about?: string) {
    this.id = id
    this.kind = kind
    this.about = about
    this.data = initial
    this.#initial = structuredClone($state.snapshot(initial) as T)
    this.#empty = contentOf(initial)
    this.#device = current.open
    this.#stop = this.#watch()
    addEventListener('pagehide', this.flush)
    document.addEventListener('visibilitychange', this.#flushHidden)
    opened = [...opened, this]
    this.restored = this.#restore()
  }

  /** Writes at once what still waits for its moment. */
  flush = (): Promise<boolean> => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const data = this.#pending
    this.#pending = undefined
    return data ? this.#save(data) : Promise.resolve(true)
  }

  /** Writes all of it now; resolves when it is on the disk, and throws where it is not. Nothing is written where it was thrown away. */
  async save(): Promise<void> {
    if (this.#gone) return
    this.#pending = $state.snapshot(this.data) as T
    if (!(await this.flush())) throw new Error('the draft could not be stored')
  }

  /** Throws the draft away: what it was for is written, or is not wanted any more. */
  async discard(): Promise<void> {
    this.#pending = undefined
    this.#gone = true
    this.#end()
    unkept.drop(this.id)
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
    opened = opened.filter((each) => each !== this)
    clearTimeout(this.#timer)
    this.#stop()
    removeEventListener('pagehide', this.flush)
    document.removeEventListener('visibilitychange', this.#flushHidden)
  }

  /** What stands in the form, where it holds anything. */
  typed(): Draft | undefined {
    const data = $state.snapshot(this.data) as T
    return this.ready && contentOf(data) !== this.#empty ? this.#draft(data) : undefined
  }

  async #restore(): Promise<void> {
    await closing[this.id]
    this.#show(unkept.get(this.id) ?? (await this.#device.drafts.get(this.id)))
    this.ready = true
  }

  /** Another tab wrote into this draft, or has done with it: both show the same. What is typed here goes first. */
  async #follow(): Promise<void> {
    if (!this.ready || this.#pending || unkept.get(this.id)) return
    const kept = await this.#device.drafts.get(this.id).catch(() => undefined)
    if (this.#pending || !opened.includes(this)) return
    if (kept || this.#kept !== undefined) this.#show(kept)
  }

  #show(kept: Draft | undefined): void {
    const text = kept && JSON.stringify(kept.data)
    if (text === this.#kept) return
    this.#kept = text
    if (!this.#pending) this.data = kept ? (kept.data as T) : structuredClone(this.#initial)
  }

  #watch(): () => void {
    const unsubscribe = this.#device.subscribe(({ drafts }) => {
      if (drafts) void this.#follow()
    })
    const stop = $effect.root(() => {
      let first = true
      $effect(() => {
        const data = $state.snapshot(this.data) as T
        if (first || !this.ready) first = false
        else if (JSON.stringify(data) !== this.#kept) this.#schedule(data)
      })
    })
    return () => {
      unsubscribe()
      stop()
    }
  }

  #schedule(data: T): void {
    this.#pending = data
    this.#timer ??= setTimeout(() => void this.flush(), SAVE_AFTER_MS)
  }

  /** Answers whether the store holds it now. */
  async #save(data: T): Promise<boolean> {
    const empty = contentOf(data) === this.#empty
    if (empty && this.#kept === undefined && !unkept.get(this.id)) return true
    this.#kept = empty ? undefined : JSON.stringify(data)
    if (!empty) return unkept.save(this.#device, this.#draft(data))
    unkept.drop(this.id)
    await this.#device.drafts.remove(this.id)
    return true
  }

  #draft(data: T): Draft {
    const { id, kind, about } = this
    return { id, kind, ...(about ? { about } : {}), data, updatedAt: timestamp() }
  }
}

/** What a person has put in: on which step of a form they stand is none of it. */
const contentOf = (data: object): string => JSON.stringify({ ...data, step: undefined })

/** What stands in the forms that are open. */
export const typedNow = (): Draft[] => opened.flatMap((handle) => handle.typed() ?? [])
