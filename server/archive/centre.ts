/** What the server itself writes: the first officer, the demo. */
import type { Entry, NewEntry } from '../../src/domain/entries.ts'
import { VERSION } from '../../src/domain/entries.ts'
import { CENTRE, entryId, nextCounter } from '../../src/domain/ids.ts'
import type { Acceptance } from './accept.ts'
import { readJournal } from './journals.ts'
import { stamp } from './stamp.ts'
import { createAll } from './write.ts'

/** Writes entries by `pusat`, each at the end of its journal. */
export async function appendByCentre(on: Acceptance, entries: readonly NewEntry[]): Promise<Entry[]> {
  const written: Entry[] = []
  for (const { journal, kind, data } of entries) {
    const at = new Date(on.clock()).toISOString()
    const known = await readJournal(on.archive, journal)
    const _id = entryId(journal, nextCounter(known.map(({ _id }) => _id)), CENTRE)
    const ticket = await on.orders.take(1)
    try {
      const entry = { _id, kind, v: VERSION, by: CENTRE, at, data } as Entry
      const stamped = stamp(entry, { at, order: ticket.orders[0]!, offset: 0 })
      const [created] = await createAll(on.archive, [stamped])
      if (created === 'different') throw new Error('somebody else wrote this entry meanwhile')
      written.push(stamped)
    } finally {
      ticket.done()
    }
  }
  return written
}

/** Writes entries as arrived when they were written, in the order of their times. */
export async function seedStamped(on: Acceptance, entries: readonly Entry[]): Promise<void> {
  const byTime = [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  let last = 0
  const stamped = byTime.map((entry) => {
    last = Math.max(last + 1, Date.parse(entry.at) * 1000)
    return stamp(entry, { at: entry.at, order: last, offset: 0 })
  })
  await createAll(on.archive, stamped)
}
