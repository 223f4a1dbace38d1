/** When to sync: soon after a save, when the line or the screen comes back, when the centre wakes us, when asked. */
import { renewCalls } from '../calls/renew.ts'
import { openLine, type Line } from '../line.ts'
import { getMeta } from '../local.ts'
import { ifFree, withLock } from '../locks.ts'
import { lockName } from '../names.ts'
import type { Store } from '../store.ts'
import type { SendResult, SyncStatus } from '../types.ts'
import type { OnWrite } from './beside.ts'
import { attempt, type Ended } from './attempt.ts'
import type { Done, Errand } from './cycle.ts'
import { Guard, STALL_MS } from './guard.ts'
import { askToSendLater } from './later.ts'
import { Next } from './next.ts'
import { watchSurroundings } from './surroundings.ts'
import { inOneWord, notThere } from './told.ts'
import { Trouble } from './trouble.ts'
import { Wake } from './wake.ts'

const SOON_MS = 1_000

export interface SyncOptions {
  version: string
  tell: Errand['tell']
  status(status: SyncStatus): void
  /** The phone was declared lost, and everything it held has been handed in. */
  lost(): void
  /** How long a cycle may stand still, ms. */
  stall?: number
}

export class Sync {
  readonly line: Line
  #store: Store
  #options: SyncOptions
  #status: SyncStatus = { online: navigator.onLine, running: false }
  #running?: Promise<Ended | undefined>
  #timer?: ReturnType<typeof setTimeout>
  #due = Infinity
  /** Asked for while a cycle was running: that one may have looked before. */
  #wanted = false
  #next = new Next()
  #batch = { done: 0 }
  #writeListeners = new Set<() => void>()
  #behind = false
  #wake: Wake
  #guard?: Guard
  #closed = false
  #unwatch?: () => void

  constructor(store: Store, options: SyncOptions) {
    this.#store = store
    this.#options = options
    this.line = openLine(store.account, (answered) => this.#heard(answered))
    this.#wake = new Wake(this.line, () => this.soon(0))
  }

  /** Starts watching the world. */
  async start(): Promise<void> {
    await this.#setContact()
    this.#unwatch = watchSurroundings({
      back: this.#comeBack,
      away: () => this.#set({ online: false }),
      hidden: () => void this.#leave(),
    })
    this.soon(0)
  }

  get status(): SyncStatus {
    return { ...this.#status }
  }

  /** Something was written: sent soon, and where there is no line, by the browser when there is. */
  wrote(): void {
    for (const listener of this.#writeListeners) listener()
    this.soon()
    if (!this.#status.online) void askToSendLater()
  }

  /** A cycle in `ms`, or earlier where one is due already. */
  soon(ms = SOON_MS): void {
    const due = Date.now() + ms
    if (this.#closed || due >= this.#due) return
    this.#due = due
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#run(false), ms)
  }

  /** A cycle now (after the one that is running), told in one word. */
  async sendNow(): Promise<SendResult> {
    const before = await notThere(this.#store)
    await this.#running
    this.#set({ problem: undefined })
    const ended = await this.#run(true)
    return inOneWord(ended, before, await notThere(this.#store))
  }

  /** Stops everything; resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#unwatch?.()
    this.#wake.stop()
    this.#guard?.fail(new Trouble('offline'))
    await this.#running
  }

  /** Undefined where another tab is at it. */
  #run(insist: boolean): Promise<Ended | undefined> {
    if (this.#closed) return Promise.resolve(undefined)
    this.#due = Infinity
    clearTimeout(this.#timer)
    if (this.#running) this.#wanted = true
    this.#running ??= this.#attempt(insist).finally(() => {
      this.#running = undefined
      if (this.#wanted) this.soon(0)
      this.#wanted = false
    })
    return this.#running
  }

  /** One tab syncs at a time where the browser has locks. */
  async #attempt(insist: boolean): Promise<Ended | undefined> {
    const name = lockName(this.#store.account, 'sync')
    const ended = insist
      ? await withLock(name, () => this.#errand())
      : await ifFree(name, () => this.#errand())
    if (!this.#closed) this.#plan(ended)
    return ended
  }

  async #errand(): Promise<Ended> {
    const guard = (this.#guard = new Guard(this.#options.stall ?? STALL_MS))
    this.#set({ running: true })
    const { version, tell } = this.#options
    const files = { batch: this.#batch, sending: this.#sending }
    const on = { store: this.#store, line: this.line, onWrite: this.#onWrite }
    const errand = { ...on, version, behind: this.#behind, tell, ...files }
    const ended = await attempt(errand, guard)
    if (ended.ok) await this.#note(ended.done)
    else if (ended.trouble.problem !== 'offline') this.#set({ problem: ended.trouble.problem })
    this.#set(ended.ok ? { running: false } : { running: false, sending: undefined })
    return ended
  }

  async #note({ seq, behind }: Done): Promise<void> {
    this.#wake.since = seq
    this.#behind = behind
    await this.#setContact({ problem: undefined })
    // Beside everything else: a push service may let one wait for long.
    const { tell } = this.#options
    void renewCalls(this.#store, this.line).then((changed) => changed && tell({ contact: true }))
  }

  async #setContact(part: Partial<SyncStatus> = {}): Promise<void> {
    const contact = await getMeta(this.#store.local, 'contact')
    this.#wake.ticks = contact?.ticks
    this.#set({ lastContact: contact?.at, backup: contact?.backup, restored: contact?.restored, ...part })
  }

  /** What comes after: waiting at the door, another try, or nothing where the centre turned this phone away. */
  #plan(ended: Ended | undefined): void {
    const next = this.#next.after(ended, this.#behind)
    if (next.wait === 'stop') this.#wake.stop()
    if (next.wait === 'follow') this.#wake.follow()
    for (const ms of next.soon) this.soon(ms)
    if (ended && !ended.ok && ended.trouble.problem === 'lost') this.#options.lost()
  }

  #sending = (sending: SyncStatus['sending']): void => {
    if (sending || this.#status.sending) this.#set({ sending })
  }

  #onWrite: OnWrite = (listener) => {
    this.#writeListeners.add(listener)
    return () => this.#writeListeners.delete(listener)
  }

  #heard(answered: boolean): void {
    const online = answered && navigator.onLine
    if (online !== this.#status.online) this.#set({ online })
  }

  #comeBack = (): void => {
    this.#next.comeBack()
    this.soon(0)
  }

  /** The app may be closed next: what is unsent then, the browser sends. */
  async #leave(): Promise<void> {
    this.#wake.stop()
    const { text, files } = await notThere(this.#store)
    if (text + files > 0) await askToSendLater()
  }

  #set(part: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...part }
    if (!this.#closed) this.#options.status(this.#status)
  }
}
