/** A bell that wakes one sleeper; rung before anybody sleeps, the next one does not sleep at all. */
export interface Bell {
  ring(): void
  /** Ends when the bell rings, or after `ms`. */
  wait(ms: number): Promise<void>
}

/** A bell that nobody has rung. */
export function openBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(ms) {
      if (!rung) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>((resolve) => {
          wake = resolve
          timer = setTimeout(resolve, ms)
        })
        clearTimeout(timer)
        wake = undefined
      }
      rung = false
    },
  }
}
