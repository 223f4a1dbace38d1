/** When to sync: soon after a save, when the line or the screen comes back, when the centre wakes us, when asked. */
import { openLine, type Line } from '../line.ts'
import { getMeta } from '../local.ts'
import { ifFree, withLock } from '../locks.ts'
import { lockName } from '../names.ts'
import { waiting } from '../refused.ts'
import type { Store } from '../store.ts'
import type { SendResult, SyncStatus } from '../types.ts'
import { BackOff } from './back-off.ts'
import { cycle, type Errand } from './cycle.ts'
import { Guard, STALL_MS } from './guard.ts'
import { Trouble } from './trouble.ts'
import { Wake } from './wake.ts'

const SOON_MS = 1_000
/** Another tab is at it: what this one wanted is looked at again a little later. */
const BUSY_MS = 3_000
/** Ticks of others change without anything in the own mailbox: contact is renewed while the app is in front. */
const RENEW_MS = 90_000

export interface SyncOptions {
  version: string
  tell: Errand['tell']
  status(status: SyncStatus): void
  /** The phone was declared lost, and everything it held has been handed in. */
  lost(): void
  /** How long a cycle may stand still, ms. */
  stall?: number
}

/** The centre does not know yet that this phone has everything: said again soon, and then less and less often. */
const AGAIN_MS = 2_000

/** The ways in which a cycle ended. */
type Ended = { ok: true } | { ok: false; trouble: Trouble } | { ok: false; busy: true }

export class Sync {
  readonly line: Line
  #store: Store
  #options: SyncOptions
  #status: SyncStatus = { online: navigator.onLine, running: false }
  #running?: Promise<Ended>
  #timer?: ReturnType<typeof setTimeout>
  #due = Infinity
  /** Asked for while a cycle was running: that one may have looked before. */
  #wanted = false
  #backOff = new BackOff(5_000, 300_000)
  #again = new BackOff(AGAIN_MS, RENEW_MS)
  #behind = false
  #wake: Wake
  #guard?: Guard
  #closed = false

  constructor(store: Store, options: SyncOptions) {
    this.#store = store
    this.#options = options
    this.line = openLine(store.account, (answered) => this.#heard(answered))
    this.#wake = new Wake(this.line, () => this.soon(0))
  }

  /** Starts watching the world. */
  async start(): Promise<void> {
    const contact = await getMeta(this.#store.local, 'contact')
    this.#set({ lastContact: contact?.at, backup: contact?.backup })
    addEventListener('online', this.#comeBack)
    addEventListener('offline', this.#goAway)
    document.addEventListener('visibilitychange', this.#look)
    this.soon(0)
  }

  get status(): SyncStatus {
    return { ...this.#status }
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
    const before = await this.#unsent()
    await this.#running
    this.#set({ problem: undefined })
    const ended = await this.#run(true)
    if (!ended.ok) return 'busy' in ended ? 'server' : inOneWord(ended.trouble)
    if (before === 0) return 'nothing'
    return (await this.#unsent()) === 0 && (await this.#store.local.count('refused')) === 0
      ? 'sent'
      : 'partly'
  }

  /** Stops everything; resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    removeEventListener('online', this.#comeBack)
    removeEventListener('offline', this.#goAway)
    document.removeEventListener('visibilitychange', this.#look)
    this.#wake.stop()
    this.#guard?.fail(new Trouble('offline'))
    await this.#running
  }

  #run(insist: boolean): Promise<Ended> {
    if (this.#closed) return Promise.resolve({ ok: false, busy: true })
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
  async #attempt(insist: boolean): Promise<Ended> {
    const name = lockName(this.#store.account, 'sync')
    const ended = insist
      ? await withLock(name, () => this.#errand())
      : await ifFree(name, () => this.#errand())
    this.#plan(ended ?? { ok: false, busy: true })
    return ended ?? { ok: false, busy: true }
  }

  async #errand(): Promise<Ended> {
    const guard = (this.#guard = new Guard(this.#options.stall ?? STALL_MS))
    this.#set({ running: true })
    try {
      const { version, tell } = this.#options
      const behind = this.#behind
      const done = await cycle({ store: this.#store, line: this.line, version, guard, behind, tell })
      this.#wake.since = done.seq
      this.#behind = done.behind
      const contact = await getMeta(this.#store.local, 'contact')
      this.#set({ lastContact: contact?.at, backup: contact?.backup, problem: undefined })
      if (done.doubt) throw done.doubt
      return { ok: true }
    } catch (error) {
      return { ok: false, trouble: this.#explain(error) }
    } finally {
      guard.stop()
      this.#set({ running: false })
    }
  }

  #explain(error: unknown): Trouble {
    const trouble =
      error instanceof Trouble ? error : new Trouble(error instanceof TypeError ? 'offline' : 'server', error)
    if (trouble.problem === 'server' && trouble.cause) console.error('sync', trouble.cause)
    if (trouble.problem !== 'offline') this.#set({ problem: trouble.problem })
    return trouble
  }

  /** What comes after: waiting at the door, another try, or nothing where the centre turned this phone away. */
  #plan(ended: Ended): void {
    if (this.#closed) return
    if (ended.ok) {
      this.#backOff.reset()
      this.#wake.follow()
      if (!this.#behind) this.#again.reset()
      if (isInFront()) this.soon(this.#behind ? this.#again.next() : RENEW_MS)
    } else if ('busy' in ended) this.soon(BUSY_MS)
    else if (ended.trouble.problem === 'lost') this.#options.lost()
    else if (ended.trouble.problem === 'no-session') this.#wake.stop()
    else {
      // A retired phone asks now and then: it may be in use again.
      if (ended.trouble.problem === 'retired') this.#wake.stop()
      if (ended.trouble.isDoubt) this.#wake.follow()
      this.soon(this.#backOff.next())
    }
  }

  #heard(answered: boolean): void {
    const online = answered && navigator.onLine
    if (online !== this.#status.online) this.#set({ online })
  }

  #comeBack = (): void => {
    this.#backOff.reset()
    this.soon(0)
  }

  #goAway = (): void => this.#set({ online: false })

  #look = (): void => {
    if (isInFront()) this.#comeBack()
    else this.#wake.stop()
  }

  async #unsent(): Promise<number> {
    return (await waiting(this.#store)).length
  }

  #set(part: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...part }
    if (!this.#closed) this.#options.status(this.#status)
  }
}

const isInFront = (): boolean => document.visibilityState === 'visible'

const inOneWord = ({ problem }: Trouble): SendResult =>
  problem === 'offline' || problem === 'server' ? problem : 'no-session'
