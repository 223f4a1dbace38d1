/** The two PouchDBs of an officer, reopened where the browser closed them under our feet. */
import { makeDurable } from './durable.ts'
import { getMeta, setMeta, type Local } from './local.ts'
import { inName, outName, rawName } from './names.ts'
import { openPouch, type Pouch } from './pouch.ts'
import type { Account } from './types.ts'

export interface Boxes {
  readonly out: Pouch
  readonly in: Pouch
  readonly epoch: number
  /** Opens both anew (after a full disk closed one, or another tab replaced `in`). */
  reopen(): Promise<void>
  /** Starts an empty `in`: the mailbox has a new generation. What is unsent is not touched. */
  replaceIn(): Promise<void>
  close(): Promise<void>
}

/** Opens `out` (whose writes are flushed) and the current `in`. */
export async function openBoxes(account: Account, local: Local): Promise<Boxes> {
  makeDurable(rawName(outName(account)))
  let epoch = (await getMeta(local, 'epoch')) ?? 0
  let out = openPouch(outName(account))
  let inbox = openPouch(inName(account, epoch))
  return {
    get out() {
      return out
    },
    get in() {
      return inbox
    },
    get epoch() {
      return epoch
    },
    async reopen() {
      await closeQuietly(out, inbox)
      epoch = (await getMeta(local, 'epoch')) ?? 0
      out = openPouch(outName(account))
      inbox = openPouch(inName(account, epoch))
    },
    async replaceIn() {
      const old = inbox
      inbox = openPouch(inName(account, epoch + 1))
      await setMeta(local, 'epoch', ++epoch)
      await old.destroy()
    },
    close: () => closeQuietly(out, inbox),
  }
}

async function closeQuietly(...pouches: Pouch[]): Promise<void> {
  await Promise.allSettled(pouches.map((pouch) => pouch.close()))
}

/** Runs a read; where the browser has closed a database meanwhile, opens both anew and tries once more. */
export async function withBoxes<T>(boxes: Boxes, read: (boxes: Boxes) => Promise<T>): Promise<T> {
  try {
    return await read(boxes)
  } catch (error) {
    if (!isClosed(error)) throw error
    await boxes.reopen()
    return read(boxes)
  }
}

/** Whether an error says that the database was closed, not that something is wrong with the request. */
export function isClosed(error: unknown): boolean {
  const { name = '', message = '', reason = '' } = (error ?? {}) as Record<string, string | undefined>
  return /InvalidState|closing|closed|destroyed/i.test(`${name} ${message} ${reason}`)
}
