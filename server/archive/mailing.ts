/** Bringing mailboxes into line with what they shall hold: in place, so that removals leave a tombstone (design §2). */
import type { Entry } from '../../src/domain/entries.ts'
import { bulk, readIds, readRange, type Db, type Draft } from '../couch/index.ts'
import type { Boxes } from './boxes.ts'
import { journalPart } from './journals.ts'
import type { Marks, Settled } from './marks.ts'
import { atMost } from './queue.ts'
import type { Wanted } from './wanted.ts'
import { parts } from './write.ts'

/** What a mailbox holds of a journal: entry id → revision, and the order on its stamp where that was read too. */
type Held = Map<string, { rev: string; order?: number; destroyed?: string | undefined }>

export interface Mailing {
  /** Compares a journal with all mailboxes and notes what has to be written. `changed`: something of it is new. */
  reconcile(journal: string, wanted: Wanted, changed?: boolean): Promise<void>
  /** Takes journals that the archive does not hold out of all mailboxes. Only after `readAll`. */
  dropOthers(journals: ReadonlySet<string>): Promise<void>
  /** Writes what has been noted; answers the officers whose mailbox has changed. */
  send(): Promise<Set<string>>
}

export interface MailingOptions {
  boxes: Boxes
  marks: Marks
  settled: Settled
  pass: number
  /** `each`: read what is needed of each mailbox; `ids`, `docs`: read each mailbox whole, once. */
  reading: 'each' | 'ids' | 'docs'
}

const WIDTH = 4

/** One round of mail. */
export async function openMailing({
  boxes,
  marks,
  settled,
  pass,
  reading,
}: MailingOptions): Promise<Mailing> {
  const officers = new Set(await boxes.officers())
  const whole = new Map<string, Promise<Map<string, Held>>>()
  const outgoing = new Map<string, { docs: Draft<object>[]; gained: Set<string> }>()

  async function heldBy(officer: string, journal: string): Promise<Held> {
    const { db } = await boxes.open(officer)
    if (reading === 'each') return asHeld(await readIds(db, { prefix: `${journal}:` }))
    const all = whole.get(officer) ?? readWhole(db, reading)
    whole.set(officer, all)
    return (await all).get(journal) ?? new Map()
  }

  /** What was destroyed is to be taken from every copy: there what each says is looked at, not only that it is there. */
  async function heldOf(officer: string, journal: string, entries: readonly Entry[], changed: boolean) {
    if (!changed || !entries.some(({ arrived }) => arrived?.destroyed)) return heldBy(officer, journal)
    const { db } = await boxes.open(officer)
    return new Map(
      (await readRange<Entry>(db, { prefix: `${journal}:` })).map((doc) => [doc._id, asCopy(doc)]),
    )
  }

  async function compare(
    officer: string,
    journal: string,
    entries: readonly Entry[],
    changed = false,
  ): Promise<void> {
    const held: Held = await heldOf(officer, journal, entries, changed)
    const missing = entries.filter((entry) => !held.has(entry._id))
    const stale = entries.filter((entry) => isStale(entry, held.get(entry._id)))
    const ids = new Set(entries.map(({ _id }) => _id))
    const removed = [...held].filter(([id]) => !ids.has(id))
    if (missing.length + stale.length + removed.length === 0) return
    const out = outgoing.get(officer) ?? { docs: [], gained: new Set<string>() }
    outgoing.set(officer, out)
    // Without a revision: a removed entry that comes back revives, a new one is created.
    out.docs.push(...missing)
    out.docs.push(...stale.map((entry) => ({ ...entry, _rev: held.get(entry._id)!.rev })))
    out.docs.push(...removed.map(([_id, { rev }]) => ({ _id, _rev: rev, _deleted: true })))
    if (missing.some(({ arrived }) => arrived && arrived.order <= settled.order)) out.gained.add(journal)
  }

  async function deliver(officer: string): Promise<void> {
    const { docs, gained } = outgoing.get(officer)!
    const { db } = await boxes.open(officer)
    await marks.writing(officer, gained, pass, async () => {
      for (const part of parts(docs as Draft<object>[])) await write(db, part)
    })
  }

  return {
    async reconcile(journal, wanted, changed) {
      const concerned = new Set([...officers, ...wanted.keys()])
      await atMost(WIDTH, concerned, (officer) =>
        compare(officer, journal, wanted.get(officer) ?? [], changed),
      )
      for (const officer of wanted.keys()) officers.add(officer)
    },
    async dropOthers(journals) {
      for (const officer of officers) {
        const held = await (whole.get(officer) ?? boxes.open(officer).then(({ db }) => readWhole(db, 'ids')))
        for (const journal of held.keys()) if (!journals.has(journal)) await compare(officer, journal, [])
      }
    },
    async send() {
      const changed = new Set(outgoing.keys())
      await atMost(WIDTH, changed, deliver)
      return changed
    },
  }
}

const asHeld = (rows: { id: string; rev: string }[]): Held =>
  new Map(rows.map(({ id, rev }) => [id, { rev }]))

const asCopy = ({ _rev, arrived }: Entry & { _rev: string }) => ({
  rev: _rev,
  order: arrived?.order,
  destroyed: arrived?.destroyed,
})

/** After a restore an entry can have been stamped anew; what it said may have been destroyed. */
const isStale = ({ arrived }: Entry, held: ReturnType<Held['get']>) =>
  held?.order !== undefined && (held.order !== arrived?.order || held.destroyed !== arrived.destroyed)

/** Somebody else may have written the same meanwhile; then the next pass finds nothing left to do. */
async function write(db: Db, docs: Draft<object>[]): Promise<void> {
  for (const result of await bulk(db, docs)) {
    if (!result.ok && result.error !== 'conflict')
      throw new Error(`the mailbox was not written: ${result.error}`)
  }
}

const PAGE = 2000

async function readWhole(db: Db, reading: 'ids' | 'docs'): Promise<Map<string, Held>> {
  const journals = new Map<string, Held>()
  for (let start = '0'; ;) {
    const rows = await readPage(db, start, reading)
    for (const { id, ...held } of rows) {
      const journal = journals.get(journalPart(id)) ?? new Map()
      journals.set(journalPart(id), journal.set(id, held))
    }
    if (rows.length < PAGE) return journals
    start = rows[rows.length - 1]!.id
  }
}

/** Ids from `start` on, without itself (no entry has an id of one digit). */
async function readPage(db: Db, start: string, reading: 'ids' | 'docs') {
  const range = { start, end: '\ufff0' }
  const options = { limit: PAGE, skip: start === '0' ? 0 : 1 }
  if (reading === 'ids') return readIds(db, range, options)
  const docs = await readRange<Entry>(db, range, options)
  return docs.map((doc) => ({ id: doc._id, ...asCopy(doc) }))
}
