/** Text beside a file: on a thin line a photo takes most of a minute, and what is written meanwhile shall not wait for it. */
import { Guard } from './guard.ts'
import { push, type Push } from './push.ts'
import type { Trouble } from './trouble.ts'

/** Calls back whenever something was written on this phone; answers how to stop. */
export type OnWrite = (listener: () => void) => () => void

/**
 * Pushes whatever is written from now on, until it is ended. Under a guard of its own: an upload may stand still for
 * longer than text. What fails here is still unsent, and the next cycle tells why.
 */
export function pushBeside(on: Push, onWrite: OnWrite): { end(): Promise<void> } {
  let running = Promise.resolve()
  const stop = onWrite(() => (running = running.then(() => pushOnce(on))))
  return {
    end() {
      stop()
      return running
    },
  }
}

async function pushOnce(on: Push): Promise<void> {
  const guard = new Guard()
  const fail = () => guard.fail(on.guard.trouble as Trouble)
  on.guard.signal.addEventListener('abort', fail)
  try {
    if (!on.guard.trouble) await push({ ...on, guard })
  } catch {
    // Told by the next cycle, which meets the same trouble.
  } finally {
    on.guard.signal.removeEventListener('abort', fail)
    guard.stop()
  }
}
