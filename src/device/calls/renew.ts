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
  const { key } = (await answerOf(line.request(PATH))) as { key: string }
  const now = await subscribe(key)
  await tell(line, now)
  await setMeta(local, 'called', await tagOf(now))
  notBefore = 0
  if (before?.endpoint !== now.endpoint) await tellOthers(account, now)
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

/** After the browser itself has changed its subscription. */
export async function renewEverywhere(): Promise<void> {
  const [first, ...others] = await callable()
  if (!first || !granted()) return
  const line = openLine(first, () => undefined)
  const { key } = (await answerOf(line.request(PATH))) as { key: string }
  const now = await subscribe(key)
  for (const account of [first, ...others])
    await tell(
      openLine(account, () => undefined),
      now,
    ).catch(() => undefined)
}

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

async function answerOf(asked: Promise<Response>): Promise<unknown> {
  const answer = await asked
  if (!answer.ok) throw new TypeError(`the centre answers ${answer.status}`)
  return answer.json()
}
