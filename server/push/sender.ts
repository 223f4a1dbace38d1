/** Sends what waits, device by device, beside everything else: a bad line holds up nobody and loses nothing. */
import { messageOf, type CallKind } from '../../src/domain/calls.ts'
import { atMost, openBook, type Archive } from '../archive/index.ts'
import type { PushKeys } from './keys.ts'
import { post, type Parcel, type Post, type Posted } from './post.ts'
import type { Queue, Waiting } from './queue.ts'
import { stillCalls } from './reasons.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'

export interface SenderParts extends Post {
  archive: Archive
  keys: PushKeys
  subscriptions: Subscriptions
  queue: Queue
  /** Whose device it is, where it is in use and signed in. */
  userOf(device: string): Promise<string | undefined>
}

export interface Sender {
  /** Sends what is due; ends when that was tried. */
  ring(): Promise<void>
  /** Ends what it is doing. */
  stop(): Promise<void>
}

type Call = { kind: CallKind; journal: string }

const WIDTH = 4
const DAY_MS = 86_400_000
const FIRST_PAUSE_MS = 30_000
const LONGEST_PAUSE_MS = 3_600_000
/** What nobody would take for so long is given up. */
const GIVE_UP_MS = 2 * DAY_MS

/** The subscription is no more: the app was removed, or notifications were turned off in the browser. */
const GONE = new Set([404, 410])

/** The push service does not take our signature: made for another key, or the clock here is wrong. */
const REFUSED = new Set([401, 403])

/** The sender of an archive. */
export function openSender(parts: SenderParts): Sender {
  const { archive, keys, subscriptions, queue } = parts
  const { clock } = archive
  const { log } = archive.parts
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function drop(device: string): Promise<void> {
    await subscriptions.forget(device)
    await queue.drop(device)
  }

  /** What of it still stands, now that it is sent. */
  async function standing({ officer, reasons }: Waiting): Promise<Call[]> {
    const book = openBook(archive.db)
    const calls: Call[] = []
    for (const reason of Object.values(reasons)) {
      const kind = await stillCalls(reason, officer, book, clock())
      if (kind) calls.push({ kind, journal: reason.journal })
    }
    return calls
  }

  async function deliver(device: string, waiting: Waiting): Promise<void> {
    const subscription = await subscriptions.get(device)
    const key = subscription && (await keys.byPublic(subscription.key))
    const user = await parts.userOf(device)
    if (!subscription || !key || subscription.officer !== waiting.officer || user !== waiting.officer)
      return drop(device)
    const calls = await standing(waiting)
    const taken = Object.keys(waiting.reasons)
    if (calls.length === 0) return queue.done(device, taken)
    const urgent = calls.some(({ kind }) => kind !== 'near' && kind !== 'late')
    const parcel: Parcel = { message: messageOf(device, calls), urgency: urgent ? 'high' : 'normal' }
    const posted = await post(subscription, parcel, key, parts).catch((): Posted => ({ status: 0 }))
    await heed(posted, device, waiting, subscription)
  }

  async function heed(
    { status, retryAfter = 0 }: Posted,
    device: string,
    waiting: Waiting,
    { endpoint, refused }: Subscription,
  ): Promise<void> {
    if (GONE.has(status)) {
      // The phone may have brought a new one meanwhile.
      if ((await subscriptions.get(device))?.endpoint === endpoint) await drop(device)
      return
    }
    if (REFUSED.has(status)) {
      // The phone hears of it and makes another; the call waits for that.
      log.warn({ device, status }, 'a push service refuses our signature')
      await subscriptions.note(device, endpoint, true)
      return putOff(device, waiting)
    }
    if (status === 0 || status === 429 || status >= 500)
      return putOff(device, waiting, Math.min(retryAfter * 1000, DAY_MS))
    if (refused && status < 300) await subscriptions.note(device, endpoint, false)
    if (status < 200 || status >= 300) log.warn({ device, status }, 'a push service did not take a call')
    await queue.done(device, Object.keys(waiting.reasons))
  }

  /** Tried again later and later; what is too old by now is given up. */
  async function putOff(device: string, { tries }: Waiting, atLeast = 0): Promise<void> {
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS)
    await queue.later(device, clock() + Math.max(pause, atLeast), clock() - GIVE_UP_MS)
  }

  async function round(): Promise<void> {
    const now = clock()
    const due = (await queue.all()).filter(({ waiting }) => waiting.due <= now)
    await atMost(WIDTH, due, ({ device, waiting }) =>
      deliver(device, waiting).catch((error: unknown) => {
        log.warn({ err: error, device }, 'a call is tried again')
        return putOff(device, waiting)
      }),
    )
    const waits = (await queue.all()).map(({ waiting }) => waiting.due - clock())
    if (waits.length > 0) wakeIn(Math.max(1, Math.min(...waits)))
  }

  function wakeIn(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void ring(), ms).unref()
  }

  async function ring(): Promise<void> {
    again = true
    if (!stopped) await (running ??= run())
  }

  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false
      await round().catch((error: unknown) => {
        log.warn({ err: error }, 'calls are tried again')
        wakeIn(FIRST_PAUSE_MS)
      })
    }
    running = undefined
  }

  return {
    ring,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
