/** Who is postman of a village. It only saves work: two postmen at once do everything twice, and nothing wrong. */
import { upsert, type Db } from '../couch/index.ts'
import type { Clock } from './types.ts'

interface LeaseDoc {
  holder: string
  /** Until when, ms since 1970. */
  until: number
}

const ID = 'lease'
const TERM_MS = 30_000

export interface Lease {
  /** Takes over, whoever holds it: after a crash nobody shall wait for the dead. */
  seize(): Promise<void>
  /** Whether it is ours; renews it, and takes it when it has run out. */
  hold(): Promise<boolean>
  /** Gives it back, so that another need not wait. */
  release(): Promise<void>
}

/** The lease of a desk database for one process. */
export function openLease(desk: Db, holder: string, clock: Clock): Lease {
  let ours = 0
  const take = async (may: (old: LeaseDoc) => boolean) => {
    const doc = await upsert<LeaseDoc>(desk, ID, (old) =>
      !old || may(old) ? { holder, until: clock() + TERM_MS } : undefined,
    )
    ours = doc?.holder === holder ? doc.until : 0
    return ours > 0
  }
  return {
    seize: async () => void (await take(() => true)),
    async hold() {
      // Half a term before its end it is renewed; till then nobody has to be asked.
      if (ours - clock() > TERM_MS / 2) return true
      return take((old) => old.holder === holder || old.until < clock())
    },
    async release() {
      ours = 0
      await upsert<LeaseDoc>(desk, ID, (old) => (old?.holder === holder ? { holder, until: 0 } : undefined))
    },
  }
}
