/**
 * The postman follows the archive's changes and keeps the mailboxes in line. A change only marks a journal dirty;
 * a restart, a change of role, a daily sweep and a rebuild are the same comparison (design §2).
 */
import type { Entry } from '../../src/domain/entries.ts'
import { followChanges } from '../couch/index.ts'
import type { ArchiveParts } from './contract.ts'
import { openBell } from './bell.ts'
import { isHalfRead } from './numbers-held.ts'
import { openRound } from './round.ts'

export interface Postman {
  /** Ends when everything that was accepted before the call is in the mailboxes. */
  settled(): Promise<void>
  /** Goes through all mailboxes, in place, while everything else goes on; ends when that is done. */
  reconcileAll(): Promise<void>
  /** Ends what it is doing and stops. */
  stop(): Promise<void>
}

/** Goes along with the postman, and calls officers whose app is closed. What it throws is tried again. */
export interface Crier {
  /** These documents have come and are in the mailboxes now; they may come a second time. */
  delivered(entries: readonly Entry[]): Promise<void>
  /** Everything is delivered for now. */
  round(): Promise<void>
}

/** How long it sleeps when nothing happens: it has to notice a new day. */
const IDLE_MS = 10_000
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 10_000

/** Starts delivering. It never ends by itself: when the engine fails it tries again, with growing pauses. */
export function startPostman(parts: ArchiveParts, crier?: Crier): Postman {
  const { archive, desk, couch, signals, log } = parts
  const bell = openBell()
  const round = openRound(parts, crier)
  const stopping = new AbortController()
  let waiting: (() => void)[] = []
  const silence = [
    signals.onAccepted(bell.ring),
    signals.onOverhaul(() => {
      round.demandAll()
      bell.ring()
    }),
  ]

  /** Whoever served before may still be writing into a CouchDB; the embedded engine has only us. */
  function hearOthers(): void {
    if (couch.engine === 'embedded') return
    void followChanges(archive, { since: 'now', signal: stopping.signal, limit: 1, onBatch: bell.ring })
  }

  async function deliver(): Promise<void> {
    if (await isHalfRead(desk)) throw new Error('a restore broke off: it has to be run again')
    await round.run(stopping.signal)
    await crier?.round()
  }

  async function work(): Promise<void> {
    const served = waiting
    waiting = []
    try {
      await parts.delivering(deliver)
      for (const done of served) done()
    } catch (error) {
      waiting.push(...served)
      throw error
    }
  }

  async function run(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    while (!stopping.signal.aborted) {
      try {
        await work()
        pause = FIRST_PAUSE_MS
        await bell.wait(IDLE_MS)
      } catch (error) {
        if (stopping.signal.aborted) break
        log.warn({ err: error }, 'the postman tries again')
        round.recover(error)
        await bell.wait(pause)
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      }
    }
  }

  const next = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve)
      bell.ring()
    })
  hearOthers()
  const running = run()

  return {
    settled: next,
    reconcileAll() {
      round.demandAll()
      return next()
    },
    async stop() {
      for (const off of silence) off()
      stopping.abort()
      bell.ring()
      await running
    },
  }
}
