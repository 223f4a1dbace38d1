/** Taking in what a lost device has sent, once a person has said so. */
import { readMany } from '../couch/index.ts'
import { acceptBatch, type Acceptance, type Sender } from './accept.ts'
import { sameContent } from './content.ts'
import { keyOf } from './in-order.ts'
import { allHeld, letGo, type Held } from './quarantine.ts'
import type { Outcome } from './refusals.ts'

/** Judges what a lost device has sent as if it came from a retired one; what is taken in leaves quarantine. */
export async function admitHeld(
  on: Acceptance,
  device: string,
  devices: ReadonlySet<string>,
): Promise<Outcome[]> {
  const held = await allHeld(on.desk, device)
  if (held.length === 0) return []
  const { officer, offset } = held.at(-1)!
  const readers = new Map(held.map(({ document, via }) => [keyOf(document), via]))
  const via = (id: string) => readers.get(id)
  const sender: Sender = { officer, device, state: 'retired', offset, devices, via }
  const outcomes = await acceptBatch(
    on,
    held.map(({ document }) => document),
    sender,
  )
  await letGo(on.desk, device, await archivedOf(on, held))
  return outcomes
}

/** The keys of those that the archive now holds word for word. */
async function archivedOf(on: Acceptance, held: readonly (Held & { _id: string })[]): Promise<Set<string>> {
  const there = await readMany(
    on.archive,
    held.map(({ document }) => keyOf(document)),
  )
  return new Set(
    held.flatMap(({ _id, document }, index) => {
      const archived = there[index]
      return archived && sameContent(archived, document as object) ? [_id] : []
    }),
  )
}
