/** Counts failed attempts in windows of time, so that codes can't be guessed by trying. */

export interface Attempts {
  /** Milliseconds until more attempts are allowed; 0 now. */
  wait(who: string): number
  fail(who: string): void
}

export interface AttemptLimits {
  each: number
  all: number
  windowMs: number
}

/** Ten wrong codes a minute from one address; a hundred from everywhere. Right ones are free: offices share an address. */
export const ENROL_LIMITS: AttemptLimits = { each: 10, all: 100, windowMs: 60_000 }

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
  const add = (who: string) => failures.set(who, count(who) + 1)

  return {
    wait(who) {
      window()
      const full = count(who) >= limits.each || count(EVERYBODY) >= limits.all
      return full ? since + limits.windowMs - Date.now() : 0
    },
    fail(who) {
      window()
      add(who)
      add(EVERYBODY)
    },
  }
}
