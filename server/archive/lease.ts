/**
 * One process at a time serves a village (docs/decisions/018). Who has the lease beats in it; who waits watches the beats by
 * its own clock, so that no two machines' clocks are ever compared.
 */
import { randomUUID } from 'node:crypto'
import { getDoc, upsert, type Db } from '../couch/index.ts'

interface LeaseDoc {
  /** An installation on a machine that runs: it may take the village over from itself at once. */
  holder: string
  /** One process of it. */
  run: string
  beat: number
}

const ID = 'lease'
/** Who has not beaten for so long has gone, or stands still. */
const TERM_MS = 30_000
const BEATS_IN_A_TERM = 3

/** Another process serves the village now: nothing may be written any more. */
export class Relieved extends Error {
  constructor() {
    super('another server has taken over this village')
  }
}

export interface Lease {
  /** Takes the village where nobody serves it, and beats from then on; false while another process does. */
  take(): Promise<boolean>
  /** Asks before something is written in the order of arrival. Throws Relieved. */
  check(): Promise<void>
  /** Whether another process has taken over. */
  readonly lost: boolean
  onLost(heard: () => void): void
  /** Gives it back, so that another need not wait. */
  release(): Promise<void>
}

/** The lease of an engine that only this process has open. */
export const UNSHARED: Lease = {
  take: async () => true,
  check: async () => {},
  lost: false,
  onLost: () => {},
  release: async () => {},
}

/** The lease of a village whose engine others may use too. */
export function openLease(desk: Db, holder: string, term = TERM_MS): Lease {
  const run = randomUUID()
  const listeners: (() => void)[] = []
  let seen: { beat: string; at: number } | undefined
  let timer: NodeJS.Timeout | undefined
  let lost = false

  /** Whether whoever has it has not beaten for a whole term, as seen from here. */
  function hasGone(doc: LeaseDoc): boolean {
    const beat = `${doc.run} ${doc.beat}`
    if (seen?.beat !== beat) seen = { beat, at: performance.now() }
    return performance.now() - seen.at >= term
  }

  const mayTake = (doc: LeaseDoc | undefined) => !doc?.run || doc.holder === holder || hasGone(doc)

  function relieve(): void {
    clearInterval(timer)
    if (lost) return
    lost = true
    for (const heard of listeners) heard()
  }

  async function beat(): Promise<void> {
    const doc = await upsert<LeaseDoc>(desk, ID, (old) =>
      old?.run === run ? { holder, run, beat: old.beat + 1 } : undefined,
    )
    if (doc?.run !== run) relieve()
  }

  return {
    async take() {
      const doc = await upsert<LeaseDoc>(desk, ID, (old) =>
        mayTake(old) ? { holder, run, beat: 0 } : undefined,
      )
      if (doc?.run !== run) return false
      // An engine that does not answer is asked again at the next beat, and before anything is written.
      timer = setInterval(() => void beat().catch(() => {}), term / BEATS_IN_A_TERM).unref()
      return true
    },
    async check() {
      if (!lost && (await getDoc<LeaseDoc>(desk, ID))?.run !== run) relieve()
      if (lost) throw new Relieved()
    },
    get lost() {
      return lost
    },
    onLost: (heard) => void listeners.push(heard),
    async release() {
      clearInterval(timer)
      if (lost) return
      await upsert<LeaseDoc>(desk, ID, (old) =>
        old?.run === run ? { holder: '', run: '', beat: 0 } : undefined,
      )
    },
  }
}
