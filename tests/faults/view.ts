/** What a phone shows of a journal once everything has settled: unsent acts of its own, and what the mailbox holds. */
import { unionById, type Entry } from '../../src/domain/entries.ts'

interface Stores {
  unsent: Entry[]
  in: Map<string, Entry>
}

export function deviceView(phone: Stores, journal: string): Entry[] {
  const own = (entry: Entry) => entry._id.startsWith(`${journal}:`)
  return unionById(phone.unsent.filter(own), [...phone.in.values()].filter(own))
}
