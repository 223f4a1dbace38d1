/** Looks after something at the start and then again and again. */

export interface Watch {
  /** Ends it, after the look that may be under way. */
  stop(): Promise<void>
}

/** One look at a time, every so many ms; `onFault` hears of each that failed. */
export function keepWatch(
  look: () => Promise<void>,
  every: number,
  onFault: (error: unknown) => void,
): Watch {
  let running: Promise<void> | undefined

  function run(): void {
    running ??= look()
      .catch(onFault)
      .finally(() => (running = undefined))
  }

  run()
  const timer = setInterval(run, every)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
