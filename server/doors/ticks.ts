/** The desk hears at its waiting poll that something has reached somebody; a field phone does at its next contact. */
import { dayOf } from '../../src/domain/time.ts'
import { isDesk } from '../../src/domain/village.ts'
import type { Actor, Archive } from '../archive/index.ts'

/** Ticks rise one after the other: a poll ends for them only when it has lasted so long. */
const TICKS_MS = 5_000

export interface Ticks {
  /** In how many ms the poll is to end for them; infinite while nothing has risen. */
  due(): number
  stop(): void
}

export async function mayHearOfTicks({ villageNow }: Archive, { officer }: Actor): Promise<boolean> {
  return isDesk(await villageNow(), officer, dayOf(new Date().toISOString()))
}

/** Watches what has reached whom, from what the device knows on; `wake` is called once. */
export function watchTicks({ signals, marks }: Archive, known: string, wake: () => void): Ticks {
  const earliest = Date.now() + TICKS_MS
  let risen = marks.state() !== known
  const stop = signals.onRisen(() => {
    if (!risen) wake()
    risen = true
  })
  return { due: () => (risen ? earliest - Date.now() : Infinity), stop }
}
