/** One cycle under its guard, with its end told as a value: in a page and in the service worker alike. */
import { cycle, type Done, type Errand } from './cycle.ts'
import type { Guard } from './guard.ts'
import { Trouble } from './trouble.ts'

/** How a cycle ended. */
export type Ended = { ok: true; done: Done } | { ok: false; trouble: Trouble }

/** Runs one cycle; never throws. */
export async function attempt(errand: Omit<Errand, 'guard'>, guard: Guard): Promise<Ended> {
  try {
    return { ok: true, done: await cycle({ ...errand, guard }) }
  } catch (error) {
    const trouble = asTrouble(error)
    if (trouble.problem === 'server' && trouble.cause) console.error('sync', trouble.cause)
    return { ok: false, trouble }
  } finally {
    guard.stop()
  }
}

const asTrouble = (error: unknown): Trouble =>
  error instanceof Trouble ? error : new Trouble(error instanceof TypeError ? 'offline' : 'server', error)
