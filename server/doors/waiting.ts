/** Polls that wait in the server, so that no phone costs the engine a feed of its own (design §2). */
export interface Waiting {
  enter(device: string): Poll
  /** Ends every poll: the server stops. */
  endAll(): void
}

export interface Poll {
  /** Whether the poll was ended: by the server, by its client, or because the device has too many. */
  readonly ended: boolean
  /** Something may have come. */
  wake(): void
  end(): void
  /** Ends when the poll is woken or ended, or after `ms`; answers whether it was woken. */
  wait(ms: number): Promise<boolean>
  leave(): void
}

/** Several tabs of one device may wait at the same time; beyond that the oldest goes. */
const PER_DEVICE = 4

/** A waiting room. */
export function openWaiting(): Waiting {
  const polls = new Map<string, Set<Poll>>()

  function enter(device: string): Poll {
    const own = polls.get(device) ?? new Set<Poll>()
    polls.set(device, own)
    const poll = newPoll(() => {
      own.delete(poll)
      if (own.size === 0 && polls.get(device) === own) polls.delete(device)
    })
    own.add(poll)
    if (own.size > PER_DEVICE) own.values().next().value!.end()
    return poll
  }

  return {
    enter,
    endAll: () => {
      for (const own of [...polls.values()]) for (const poll of [...own]) poll.end()
    },
  }
}

function newPoll(leave: () => void): Poll {
  let woken = false
  let ended = false
  let rouse: (() => void) | undefined
  const wake = () => {
    woken = true
    rouse?.()
  }
  return {
    get ended() {
      return ended
    },
    wake,
    end() {
      ended = true
      leave()
      wake()
    },
    async wait(ms) {
      if (!woken) {
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>((resolve) => {
          rouse = resolve
          timer = setTimeout(resolve, ms)
        })
        clearTimeout(timer)
      }
      const result = woken
      rouse = undefined
      woken = false
      return result
    },
    leave,
  }
}
