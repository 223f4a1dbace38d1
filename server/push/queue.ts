/** What waits to be sent to each device: kept in the desk database, so that neither a restart nor a bad line loses it. */
import type { CallKind } from '../../src/domain/calls.ts'
import { readRange, upsert, type Db, type Stored } from '../couch/index.ts'

/** Why a device is to be called. What still stands of it is worked out again when it is sent. */
export interface Reason {
  journal: string
  /** The entry that calls; absent for a deadline. */
  entry?: string
  kind: CallKind
  /** Since when, ms. */
  at: number
}

export interface Waiting {
  officer: string
  reasons: Record<string, Reason>
  /** When it is to be sent, ms. */
  due: number
  tries: number
}

export interface Queue {
  /** Adds reasons, to be sent when those that wait already are, or else at `due`. */
  add(device: string, officer: string, reasons: readonly Reason[], due: number): Promise<void>
  all(): Promise<{ device: string; waiting: Waiting }[]>
  /** Takes out what was sent, or came to nothing. */
  done(device: string, keys: readonly string[]): Promise<void>
  /** Sends it later; what waits since before `old` is given up. */
  later(device: string, due: number, old: number): Promise<void>
  /** What waits for a device is sent at `due` at the latest. */
  hurry(device: string, due: number): Promise<void>
  /** Throws away what waits for a device. */
  drop(device: string): Promise<void>
}

const PREFIX = 'call:'

const keyOf = ({ entry, kind, journal }: Reason): string => entry ?? `${kind} ${journal}`

/** With the reasons that stay; deleted where none does. */
function keep(waiting: Stored<Waiting>, stays: (reason: Reason) => boolean) {
  const left = Object.entries(waiting.reasons).filter(([, reason]) => stays(reason))
  return { ...waiting, reasons: Object.fromEntries(left), ...(left.length === 0 ? { _deleted: true } : {}) }
}

/** The queue of a desk database. */
export function openQueue(desk: Db): Queue {
  const change = (
    device: string,
    alter: (old: Stored<Waiting>) => (Waiting & { _deleted?: boolean }) | undefined,
  ) => upsert<Waiting>(desk, PREFIX + device, (old) => old && alter(old))

  return {
    async add(device, officer, reasons, due) {
      const added = Object.fromEntries(reasons.map((reason) => [keyOf(reason), reason]))
      await upsert<Waiting>(desk, PREFIX + device, (old) => {
        const fresh = { officer, reasons: added, due, tries: 0 }
        return old?.officer === officer ? { ...old, reasons: { ...old.reasons, ...added } } : fresh
      })
    },
    async all() {
      const docs = await readRange<Waiting>(desk, { prefix: PREFIX })
      return docs.map((waiting) => ({ device: waiting._id.slice(PREFIX.length), waiting }))
    },
    async done(device, keys) {
      await change(device, (old) => keep({ ...old, tries: 0 }, (reason) => !keys.includes(keyOf(reason))))
    },
    async later(device, due, old) {
      await change(device, (waiting) => {
        const tries = waiting.tries + 1
        return keep({ ...waiting, due, tries }, ({ at }) => at > old)
      })
    },
    async hurry(device, due) {
      await change(device, (old) => (old.due > due ? { ...old, due, tries: 0 } : undefined))
    },
    async drop(device) {
      await change(device, (old) => ({ ...old, _deleted: true }))
    },
  }
}
