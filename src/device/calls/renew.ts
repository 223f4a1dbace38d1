/** Keeping what the centre knows in line with what the officer wants and the browser has. */
import { openLine, type Line } from '../line.ts'
import { getMeta, setMeta, type Local } from '../local.ts'
import type { Account } from '../types.ts'
import { coded, granted, subscribe, subscription, tagOf } from './browser.ts'
import { callable, wishOf } from './wish.ts'

const PATH = '/api/push'
/** A push service that is out of reach is left alone for so long. */
const PAUSE_MS = 600_000

let notBefore = 0

interface Here {
  account: Account
  local: Local
}

/**
 * After each contact; costs nothing where everything is as it should be. Answers whether something has changed, and
 * never throws: nothing else depends on it.
 */
export async function renewCalls({ account, local }: Here, line: Line): Promise<boolean> {
  try {
    const told = await getMeta(local, 'called')
    if (!(await wishOf(account))?.wanted || !granted()) {
      if (told) await takeBack(local, line)
      return !!told
    }
    const known = await subscription()
    if (known && told === (await tagOf(known))) return false
    if (Date.now() < notBefore) return false
    notBefore = Date.now() + PAUSE_MS
    await register({ account, local }, line)
    return true
  } catch {
    return false // tried again at one of the next contacts
  }
}

/** Subscribes where it is needed, and tells the centre. Throws where the push service or the centre is out of reach. */
export async function register({ account, local }: Here, line: Line): Promise<void> {
  const before = await subscription()
  const now = await bringOne(line, await keyBy(line))
  await setMeta(local, 'called', await tagOf(now))
  notBefore = 0
  if (before?.endpoint !== now.endpoint) await tellOthers(account, now)
}

/** Subscribes and tells the centre; where the push service refuses the centre at what is there, another is made. */
async function bringOne(line: Line, key: string): Promise<PushSubscription> {
  const first = await subscribe(key)
  try {
    await tell(line, first)
    return first
  } catch (error) {
    if (!(error instanceof Unanswered && error.status === REFUSED)) throw error
  }
  await first.unsubscribe()
  const other = await subscribe(key)
  await tell(line, other)
  return other
}

/** Several officers share the browser's one subscription: a new one is news for all of them. */
async function tellOthers({ officer }: Account, now: PushSubscription): Promise<void> {
  for (const other of await callable())
    if (other.officer !== officer)
      await tell(
        openLine(other, () => undefined),
        now,
      ).catch(() => undefined)
}

/** After the browser itself has changed its subscription. Throws where nobody here is let in by the centre now. */
export async function renewEverywhere(): Promise<void> {
  const all = await callable()
  if (!all.length || !granted()) return
  const lines = all.map((account) => openLine(account, () => undefined))
  // One of them may have been signed out by the office.
  const key = await Promise.any(lines.map(keyBy))
  const now = await subscribe(key)
  for (const line of lines) await tell(line, now).catch(() => undefined)
}

const keyBy = async (line: Line): Promise<string> =>
  ((await answerOf(line.request(PATH))) as { key: string }).key

/** Not to be called any more here. */
export async function takeBack(local: Local, line: Line): Promise<void> {
  await answerOf(line.request(PATH, { method: 'DELETE' }))
  await setMeta(local, 'called', '')
}

/** Gives the browser's subscription back where nobody who uses it wants to be called. */
export async function giveUpUnwanted(): Promise<void> {
  if ((await callable()).length === 0) await (await subscription())?.unsubscribe()
}

async function tell(line: Line, now: PushSubscription): Promise<void> {
  const keys = { p256dh: coded(now.getKey('p256dh')), auth: coded(now.getKey('auth')) }
  const key = coded(now.options.applicationServerKey)
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ endpoint: now.endpoint, keys, key })
  await answerOf(line.request(PATH, { method: 'PUT', headers, body }))
}

/** The centre's answer to a subscription at which its push service refuses it. */
const REFUSED = 409

class Unanswered extends TypeError {
  readonly status: number
  constructor(status: number) {
    super(`the centre answers ${status}`)
    this.status = status
  }
}

async function answerOf(asked: Promise<Response>): Promise<unknown> {
  const answer = await asked
  if (!answer.ok) throw new Unanswered(answer.status)
  return answer.json()
}
