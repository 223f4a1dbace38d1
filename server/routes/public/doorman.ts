/**
 * How much work strangers may make: posts a minute and at the same time, by each address and by all together. What is
 * beyond that is sent away before its body is read, so that a flood takes nothing from the officers' sync. A whole
 * village may share the address of its mobile network: an honest person comes far below the limits.
 */
import { countAttempts, lineOf, type AttemptLimits } from '../attempts.ts'

export interface PublicLimits {
  /** Forms sent, whether they are taken or not. */
  posts: AttemptLimits
  /** Complaints taken in. */
  taken: AttemptLimits
  /** Codes that did not fit. */
  guesses: AttemptLimits
  /** Guesses for one code, whoever makes them. */
  perCode: AttemptLimits
  /** Forms that are read at the same time. */
  atOnce: { each: number; all: number }
}

const MINUTE = 60_000

export const PUBLIC_LIMITS: PublicLimits = {
  posts: { each: 20, all: 60, windowMs: MINUTE },
  taken: { each: 10, all: 60, windowMs: 60 * MINUTE },
  guesses: { each: 10, all: 200, windowMs: 10 * MINUTE },
  perCode: { each: 10, all: Infinity, windowMs: 24 * 60 * MINUTE },
  atOnce: { each: 4, all: 8 },
}

export interface Doorman {
  /** Lets a form in: to be called when its answer is sent; or the minutes after which to come again. */
  enter(address: string): { leave(): void } | number
}

const minutes = (ms: number): number => Math.max(1, Math.ceil(ms / MINUTE))

export function openDoor({ posts, atOnce }: Pick<PublicLimits, 'posts' | 'atOnce'>): Doorman {
  const counted = countAttempts(posts)
  const inside = new Map<string, number>()
  let all = 0

  return {
    enter(address) {
      const line = lineOf(address)
      const wait = counted.wait(line)
      if (wait > 0) return minutes(wait)
      const here = inside.get(line) ?? 0
      if (all >= atOnce.all || here >= atOnce.each) return 1
      counted.fail(line)
      all += 1
      inside.set(line, here + 1)
      let left = false
      return {
        leave() {
          if (left) return
          left = true
          all -= 1
          const now = inside.get(line)! - 1
          if (now > 0) inside.set(line, now)
          else inside.delete(line)
        },
      }
    },
  }
}

/** Counts something by address; `wait` in minutes, 0 now. */
export function countBy(limits: AttemptLimits) {
  const counted = countAttempts(limits)
  return {
    wait: (who: string) => {
      const ms = counted.wait(who)
      return ms > 0 ? minutes(ms) : 0
    },
    note: (who: string) => counted.fail(who),
  }
}
