/** The demo's past: entries written as if each had arrived, and each case had got its number, when it was written. */
import type { Entry } from '../../src/domain/entries.ts'
import { openingFor } from '../../src/domain/ticks.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind, VILLAGE } from '../../src/domain/ids.ts'
import { foldVillage } from '../../src/domain/village.ts'
import type { Acceptance } from './accept.ts'
import { journalPart } from './journals.ts'
import { openNumbering, unnumbered } from './numbering.ts'
import { stamp } from './stamp.ts'
import { createAll } from './write.ts'

type Journals = Map<string, Entry[]>

/** Writes entries in the order of their times; an `opened` says what its author had before them then. */
export async function seedStamped(on: Acceptance, entries: readonly Entry[]): Promise<void> {
  const registrations = [...byJournal(inOrder(entries)).values()].flatMap((own) => unnumbered(own) ?? [])
  const village = foldVillage(entries.filter(({ _id }) => journalPart(_id) === VILLAGE))
  const numbering = openNumbering(on.archive, on.desk, on.orders, on.clock)
  const numbered = await numbering.draw(registrations, village.settings.numberFormat)
  await createAll(on.archive, withOpenings(inOrder([...entries, ...numbered])))
}

function inOrder(entries: readonly Entry[]): Entry[] {
  let last = 0
  return [...entries]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((entry) => {
      last = Math.max(last + 1, Date.parse(entry.at) * 1000)
      return stamp(entry, { at: entry.at, order: last, offset: 0 })
    })
}

function withOpenings(stamped: readonly Entry[]): Entry[] {
  const before: Journals = new Map()
  return stamped.map((entry) => {
    const journal = journalPart(entry._id)
    const own = before.get(journal) ?? []
    const next = entry.kind === 'opened' ? opening(entry, own) : entry
    before.set(journal, [...own, next])
    return next
  })
}

function opening(entry: Entry & { kind: 'opened' }, before: readonly Entry[]): Entry {
  const id = journalPart(entry._id)
  if (journalKind(id) !== 'case') return entry
  const data = openingFor(entry.by, foldCase(id, before).lines)
  return data ? { ...entry, data } : entry
}

function byJournal(entries: readonly Entry[]): Journals {
  const journals: Journals = new Map()
  for (const entry of entries) {
    const id = journalPart(entry._id)
    journals.set(id, [...(journals.get(id) ?? []), entry])
  }
  return journals
}
