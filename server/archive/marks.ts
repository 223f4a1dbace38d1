/**
 * How far each device has got: "this device holds everything of its mailbox as of archive order N". Read off the
 * checkpoint that the phone itself writes after storing (design §6), and proven by asking the mailbox whether
 * anything comes after that checkpoint: no comparing of sequences, which are opaque.
 */
import { randomUUID } from 'node:crypto'
import { bulk, getDoc, readChanges, readRange, upsert, type Db, type Seq } from '../couch/index.ts'
import type { Boxes } from './boxes.ts'
import { atMost, oneByOne } from './queue.ts'

/** Through which order everything is in the mailboxes, and how many passes of the postman are complete. */
export interface Settled {
  order: number
  pass: number
}

export interface Watermark {
  device: string
  /** Everything of the mailbox that arrived up to this order is on the device … */
  order: number
  /** … as the device said at this moment (UTC). */
  at: string
  /** Journals of which older entries came into the mailbox since, and are not on the device yet. */
  without: string[]
}

interface Mark {
  officer: string
  generation: string
  lastSeq: Seq
  seenAt: string
  order: number
  at: string
  /** journal → the pass that put older entries of it into the mailbox. */
  without: Record<string, number>
}

const PREFIX = 'mark:'
/** So many entries are looked through to count what a phone lacks. */
const MOST_LACKING = 5_000

const isOfCase = ({ id, deleted }: { id: string; deleted?: true }): boolean => !deleted && id.startsWith('c')

export interface Marks {
  /** The device has written its checkpoint. */
  noteCheckpoint(officer: string, device: string, lastSeq: Seq, at: string): Promise<void>
  watermarkOf(officer: string, device: string): Promise<Watermark | undefined>
  /** How many journals of cases came into the mailbox that the device has not stored yet. */
  lacking(officer: string, device: string): Promise<number>
  /** Another word whenever a watermark has risen since. */
  state(): string
  /** The watermarks of all devices by officer. */
  watermarks(): Promise<Record<string, Watermark[]>>
  /** Forgets what devices hold: the mailboxes went back behind what they have stored. */
  forgetAll(): Promise<void>
  /** Looks again at the devices of these officers (all, when none are given) after the postman has settled. */
  proveAll(officers?: ReadonlySet<string>): Promise<void>
  /**
   * Every write into a mailbox goes through here. `gained` names the journals of which it brings entries that arrived
   * before what is settled (a case given back, a duty that begins): the devices of that officer lose their claim for
   * these journals first, until they have them.
   */
  writing(
    officer: string,
    gained: ReadonlySet<string>,
    pass: number,
    write: () => Promise<void>,
  ): Promise<void>
}

/** Watermarks over one desk database; `settled` tells how far the postman is, `risen` is called where one rises. */
export function openMarks(
  desk: Db,
  boxes: Boxes,
  settled: () => Promise<Settled>,
  risen: () => void = () => {},
): Marks {
  const run = randomUUID().slice(0, 8)
  let rises = 0
  const all = () => readRange<Mark>(desk, { prefix: PREFIX })
  const locks = new Map<string, ReturnType<typeof oneByOne>>()
  /** Proving and writing must not interleave: what a proof has not seen it must not claim. */
  const alone = <T>(officer: string, task: () => Promise<T>): Promise<T> => {
    const lock = locks.get(officer) ?? oneByOne()
    locks.set(officer, lock)
    return lock(task)
  }

  async function prove(officer: string, id: string): Promise<void> {
    const before = await settled()
    const mark = await getDoc<Mark>(desk, id)
    if (!mark) return
    const { db, generation } = await boxes.open(officer)
    if (generation !== mark.generation) return
    const { results } = await readChanges(db, { since: mark.lastSeq, limit: 1 })
    if (results.length > 0) return
    let rose = false
    await upsert<Mark>(desk, id, (old) => {
      const next = proven(old, mark.lastSeq, before)
      rose = next !== undefined
      return next
    })
    if (!rose) return
    rises++
    risen()
  }

  async function watermark(mark: Mark & { _id: string }): Promise<Watermark | undefined> {
    const { generation } = await boxes.open(mark.officer)
    if (generation !== mark.generation || mark.order === 0) return undefined
    const { order, at, without } = mark
    return { device: mark._id.slice(PREFIX.length), order, at, without: Object.keys(without) }
  }

  return {
    async noteCheckpoint(officer, device, lastSeq, seenAt) {
      const { generation } = await boxes.open(officer)
      await upsert<Mark>(desk, PREFIX + device, (old) => {
        const known = old?.officer === officer && old.generation === generation
        const kept = known ? old : { order: 0, at: seenAt, without: {} }
        return { ...kept, officer, generation, lastSeq, seenAt }
      })
      await alone(officer, () => prove(officer, PREFIX + device))
    },
    async watermarkOf(officer, device) {
      const mark = await getDoc<Mark>(desk, PREFIX + device)
      return mark?.officer === officer ? watermark(mark) : undefined
    },
    async lacking(officer, device) {
      const { db, generation } = await boxes.open(officer)
      const mark = await getDoc<Mark>(desk, PREFIX + device)
      const since = mark?.officer === officer && mark.generation === generation ? mark.lastSeq : 0
      const { results } = await readChanges(db, { since, limit: MOST_LACKING })
      return new Set(results.filter(isOfCase).map(({ id }) => id.slice(0, id.indexOf(':')))).size
    },
    state: () => `${run}.${rises}`,
    async watermarks() {
      const byOfficer: Record<string, Watermark[]> = {}
      for (const mark of await all()) {
        const known = await watermark(mark)
        if (known) (byOfficer[mark.officer] ??= []).push(known)
      }
      return byOfficer
    },
    async forgetAll() {
      await bulk(
        desk,
        (await all()).map(({ _id, _rev }) => ({ _id, _rev, _deleted: true })),
      )
    },
    async proveAll(officers) {
      const marks = (await all()).filter(({ officer }) => !officers || officers.has(officer))
      await atMost(4, marks, ({ _id, officer }) => alone(officer, () => prove(officer, _id)))
    },
    writing: (officer, gained, pass, write) =>
      alone(officer, async () => {
        const affected = gained.size > 0 ? (await all()).filter((mark) => mark.officer === officer) : []
        for (const { _id } of affected) await upsert<Mark>(desk, _id, (old) => withGained(old, gained, pass))
        await write()
      }),
  }
}

/** The mark of a device that has all of its mailbox, unless it has moved meanwhile. */
function proven(mark: Mark | undefined, lastSeq: Seq, { order, pass }: Settled): Mark | undefined {
  if (!mark || mark.lastSeq !== lastSeq) return undefined
  const left = Object.entries(mark.without).filter(([, since]) => since > pass)
  const risen = order > mark.order
  if (!risen && left.length === Object.keys(mark.without).length) return undefined
  const without = Object.fromEntries(left)
  return { ...mark, without, ...(risen ? { order, at: mark.seenAt } : {}) }
}

function withGained(mark: Mark | undefined, gained: ReadonlySet<string>, pass: number): Mark | undefined {
  const added = Object.fromEntries([...gained].map((id) => [id, pass]))
  return mark && { ...mark, without: { ...mark.without, ...added } }
}
