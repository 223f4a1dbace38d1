/** When the next cycle comes, after how the last one ended. */
import type { Sent } from '../media/send.ts'
import type { Ended } from './attempt.ts'
import { BackOff } from './back-off.ts'
import type { Done } from './cycle.ts'
import { isInFront } from './surroundings.ts'

/** Another tab is at it: what this one wanted is looked at again a little later. */
const BUSY_MS = 3_000
/** Ticks of others change without anything in the own mailbox: contact is renewed while the app is in front. */
const RENEW_MS = 90_000
/** The centre does not know yet that this phone has everything: said again soon, and then less and less often. */
const AGAIN_MS = 2_000

export interface Planned {
  /** Cycles are due in so many ms. */
  soon: number[]
  /** Waiting at the door: begins anew from here, or ends; undefined leaves it as it is. */
  wait?: 'follow' | 'stop'
}

export class Next {
  #backOff = new BackOff(5_000, 300_000)
  #again = new BackOff(AGAIN_MS, RENEW_MS)
  #filesAgain = new BackOff(5_000, 300_000)

  /** The line or the screen is back: tried again as if nothing had been. */
  comeBack(): void {
    this.#backOff.reset()
  }

  /** `ended` is undefined where another tab is at it. */
  after(ended: Ended | undefined, behind: boolean): Planned {
    if (!ended) return { soon: [BUSY_MS] }
    if (ended.ok) return { soon: this.#rest(ended.done, behind), wait: 'follow' }
    const { problem } = ended.trouble
    if (problem === 'lost') return { soon: [] }
    if (problem === 'no-session') return { soon: [], wait: 'stop' }
    // A retired phone asks now and then: it may be in use again.
    return { soon: [this.#backOff.next()], ...(problem === 'retired' ? { wait: 'stop' } : {}) }
  }

  #rest({ files, doubt }: Done, behind: boolean): number[] {
    const soon: number[] = []
    if (doubt) soon.push(this.#backOff.next())
    else this.#backOff.reset()
    if (!behind) this.#again.reset()
    if (isInFront()) soon.push(behind ? this.#again.next() : RENEW_MS)
    return [...soon, ...this.#forFiles(files)]
  }

  /** Files that wait are sent even where the app is not in front. */
  #forFiles(files: Sent): number[] {
    if (files === 'later' || files === 'broken') return [this.#filesAgain.next()]
    this.#filesAgain.reset()
    return files === 'more' ? [0] : []
  }
}
