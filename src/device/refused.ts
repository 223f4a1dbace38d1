/** Own entries that wait for the centre, and those it refused. */
import { withBoxes } from './boxes.ts'
import { getMeta, type Own } from './local.ts'
import { release } from './media/name.ts'
import { newOwn } from './register/changes.ts'
import { purgeOwn } from './register/own.ts'
import type { Store } from './store.ts'
import type { AnyEntry, Entry, Waiting } from './types.ts'

/** Own entries that the centre has not confirmed, oldest first. */
export async function waiting(store: Store): Promise<Waiting[]> {
  return (await unsent(store))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))
    .map(({ id, journal, kind, at, doubt }) => ({ id, journal, kind, at, ...(doubt ? { doubt } : {}) }))
}

/** The same in the order in which they were written, whatever the clock said: what rests on another comes after it. */
export async function unsent(store: Store): Promise<Own[]> {
  const noted = await store.local.getAllFromIndex('own', 'state', 'unsent')
  return [...noted, ...(await notNoted(store))].sort((a, b) => a.seq - b.seq)
}

/** Those that are on the disk, but that the register has not noted yet, or could not: the disk may be full. */
function notNoted({ boxes, local }: Store): Promise<Own[]> {
  return withBoxes(boxes, async () => {
    const since = (await getMeta(local, 'position'))?.out ?? 0
    const { results } = await boxes.out.changes({ since, include_docs: true })
    const known = new Set(results.length ? await local.getAllKeys('own') : [])
    return results
      .filter(({ id }) => !known.has(id))
      .map(({ doc, seq }) => newOwn(doc as unknown as AnyEntry, Number(seq)))
  })
}

/** Written by looking: nobody can mend it. */
const LOOKS: ReadonlySet<string> = new Set(['opened', 'accessed'])

/** Keeps what the centre refuses for good, with the reason: id → why. Answers whether there was any. */
export async function keepRefused(store: Store, why: ReadonlyMap<string, string>): Promise<boolean> {
  if (why.size === 0) return false
  const entries = await readOwn(store, [...why.keys()])
  // That something was looked at, nobody can mend or send anew: it leaves without a word.
  const looks = entries.filter(({ kind }) => LOOKS.has(kind))
  await purgeOwn(store, await Promise.all(looks.map((entry) => ownOf(store, entry))))
  await put(
    store,
    entries.filter(({ kind }) => !LOOKS.has(kind)),
    why,
  )
  return true
}

const ownOf = async ({ local }: Store, entry: AnyEntry): Promise<Own> =>
  (await local.get('own', entry._id)) ?? newOwn(entry, 0)

async function put(
  store: Store,
  entries: readonly AnyEntry[],
  why: ReadonlyMap<string, string>,
): Promise<void> {
  const refusedAt = new Date().toISOString()
  const tx = store.local.transaction(['refused', 'own'], 'readwrite')
  for (const entry of entries) {
    const own = (await tx.objectStore('own').get(entry._id)) ?? newOwn(entry, 0)
    const kept = { id: entry._id, code: why.get(entry._id)!, entry: asWritten(entry) as Entry, refusedAt }
    void tx.objectStore('refused').put(kept)
    void tx.objectStore('own').put({ ...own, state: 'refused', doubt: undefined })
  }
  await tx.done
}

/** Own entries by their ids, those that are there. */
export async function readOwn({ boxes }: Store, keys: string[]): Promise<AnyEntry[]> {
  const { rows } = await withBoxes(boxes, ({ out }) => out.allDocs({ keys, include_docs: true }))
  return rows.flatMap((row) => ('doc' in row && row.doc ? [row.doc] : []))
}

/** An own entry without what PouchDB adds. */
export const asWritten = ({ _id, kind, v, by, at, data }: AnyEntry): AnyEntry =>
  ({ _id, kind, v, by, at, data }) as AnyEntry

/** Puts a refused entry aside for good: its text leaves this phone, its id stays taken. */
export async function dismiss(store: Store, id: string): Promise<void> {
  const own = await store.local.get('own', id)
  if (own?.state === 'refused') await purgeOwn(store, [own])
  await store.local.delete('refused', id)
  await release(store.local, id)
}
