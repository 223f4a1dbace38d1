/** Counts failed attempts in windows of time, so that codes can't be guessed by trying. */

export interface Attempts {
  /** Milliseconds until more attempts are allowed; 0 now. */
  wait(who: string): number
  /**
   * Counts one; what it answers takes it back, where it turns out to be none. Counted before it is judged, of many that
   * come at the same moment no more are judged than one after the other.
   */
  fail(who: string): () => void
}

export interface AttemptLimits {
  each: number
  all: number
  windowMs: number
}

/**
 * Ten wrong codes a minute from one address. Right ones are free: offices share an address. Those of all together are
 * far from what guessing would need (a code has 50 random bits), and so many that a few strangers can't close
 * enrolment for everybody.
 */
export const ENROL_LIMITS: AttemptLimits = { each: 10, all: 3_000, windowMs: 60_000 }

/** Who counts as one: an IPv6 line has 2⁶⁴ addresses of its own, and so counts as a whole. */
export function lineOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const front = head.split(':')
  const back = tail === undefined ? [] : tail.split(':')
  const zeros = Array<string>(Math.max(8 - front.length - back.length, 0)).fill('0')
  return [...front, ...(tail === undefined ? [] : zeros), ...back].slice(0, 4).join(':')
}

const EVERYBODY = ''

/** A counter of failures, per address and together, in fixed windows. */
export function countAttempts(limits: AttemptLimits): Attempts {
  let since = Date.now()
  const failures = new Map<string, number>()

  function window(): void {
    if (Date.now() - since < limits.windowMs) return
    since = Date.now()
    failures.clear()
  }
  const count = (who: string) => failures.get(who) ?? 0
  const add = (who: string, n = 1) => failures.set(who, count(who) + n)

  return {
    wait(who) {
      window()
      const full = count(who) >= limits.each || count(EVERYBODY) >= limits.all
      return full ? since + limits.windowMs - Date.now() : 0
    },
    fail(who) {
      window()
      const counted = since
      for (const one of [who, EVERYBODY]) add(one)
      return () => {
        if (counted === since) for (const one of [who, EVERYBODY]) add(one, -1)
      }
    },
  }
}
