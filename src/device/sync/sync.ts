/** When to sync: soon after a save, when the line or the screen comes back, when the centre wakes us, when asked. */
import { renewCalls } from '../calls/renew.ts'
import { openLine, type Line } from '../line.ts'
import { getMeta } from '../local.ts'
import { ifFree, withLock } from '../locks.ts'
import { lockName } from '../names.ts'
import { waiting } from '../refused.ts'
import { heldFiles } from '../media/media.ts'
import type { Sent } from '../media/send.ts'
import type { Store } from '../store.ts'
import type { SendResult, SyncStatus } from '../types.ts'
import { BackOff } from './back-off.ts'
import type { OnWrite } from './beside.ts'
import { attempt, type Ended } from './attempt.ts'
import type { Done, Errand } from './cycle.ts'
import { Guard, STALL_MS } from './guard.ts'
import { askToSendLater } from './later.ts'
import { isInFront, watchSurroundings } from './surroundings.ts'
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
  #backOff = new BackOff(5_000, 300_000)
  #again = new BackOff(AGAIN_MS, RENEW_MS)
  #filesAgain = new BackOff(5_000, 300_000)
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
    const before = await this.#held()
    await this.#running
    this.#set({ problem: undefined })
    const ended = await this.#run(true)
    if (!ended?.ok) return ended ? inOneWord(ended.trouble) : 'server'
    const after = await this.#held()
    if (after.refused > before.refused) return 'refused'
    if (after.text) return 'partly'
    if (after.files) return 'files'
    return before.text || before.files ? 'sent' : 'nothing'
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
    void this.#stayCallable()
  }

  async #setContact(part: Partial<SyncStatus> = {}): Promise<void> {
    const contact = await getMeta(this.#store.local, 'contact')
    this.#wake.ticks = contact?.ticks
    this.#set({ lastContact: contact?.at, backup: contact?.backup, restored: contact?.restored, ...part })
  }

  /** Beside everything else: a push service may let one wait for long. */
  async #stayCallable(): Promise<void> {
    if (await renewCalls(this.#store, this.line)) this.#options.tell({ contact: true })
  }

  /** What comes after: waiting at the door, another try, or nothing where the centre turned this phone away. */
  #plan(ended: Ended | undefined): void {
    if (!ended) this.soon(BUSY_MS)
    else if (ended.ok) this.#rest(ended.done)
    else if (ended.trouble.problem === 'lost') this.#options.lost()
    else if (ended.trouble.problem === 'no-session') this.#wake.stop()
    else {
      // A retired phone asks now and then: it may be in use again.
      if (ended.trouble.problem === 'retired') this.#wake.stop()
      this.soon(this.#backOff.next())
    }
  }

  #rest({ files, doubt }: Done): void {
    if (doubt) this.soon(this.#backOff.next())
    else this.#backOff.reset()
    this.#wake.follow()
    if (!this.#behind) this.#again.reset()
    if (isInFront()) this.soon(this.#behind ? this.#again.next() : RENEW_MS)
    this.#planFiles(files)
  }

  /** Files that wait are sent even where the app is not in front. */
  #planFiles(files: Sent): void {
    if (files === 'later' || files === 'broken') return this.soon(this.#filesAgain.next())
    this.#filesAgain.reset()
    if (files === 'more') this.soon(0)
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
    this.#backOff.reset()
    this.soon(0)
  }

  /** The app may be closed next: what is unsent then, the browser sends. */
  async #leave(): Promise<void> {
    this.#wake.stop()
    if ((await this.#unsent()) > 0) await askToSendLater()
  }

  async #unsent(): Promise<number> {
    const { text, files } = await this.#held()
    return text + files
  }

  /** What the centre has not got, and what it did not take. */
  async #held(): Promise<{ text: number; files: number; refused: number }> {
    const { local } = this.#store
    const [text, refused, files] = await Promise.all([
      waiting(this.#store),
      local.count('refused'),
      heldFiles(local),
    ])
    return { text: text.length, files: files.unsent, refused: refused + files.refused }
  }

  #set(part: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...part }
    if (!this.#closed) this.#options.status(this.#status)
  }
}

const inOneWord = ({ problem }: Trouble): SendResult => (problem === 'lost' ? 'no-session' : problem)
