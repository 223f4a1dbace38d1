/** What the server itself writes: the first officer, a meeting of the demo. */
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
