/** Own entries that wait for the centre, and those it refused. */
import { withBoxes } from './boxes.ts'
import { getMeta, type Own } from './local.ts'
import { release } from './media/name.ts'
import { newOwn } from './register/changes.ts'
import { purgeOwn } from './register/own.ts'
import type { Store } from './store.ts'
import type { AnyEntry, Waiting } from './types.ts'

/** Own entries that the centre has not confirmed, oldest first. */
export async function waiting(store: Store): Promise<Waiting[]> {
  const noted = await store.local.getAllFromIndex('own', 'state', 'unsent')
  return [...noted, ...(await notNoted(store))]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))
    .map(({ id, journal, kind, at }) => ({ id, journal, kind, at }))
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

/** Puts a refused entry aside for good: its text leaves this phone, its id stays taken. */
export async function dismiss(store: Store, id: string): Promise<void> {
  const own = await store.local.get('own', id)
  if (own?.state === 'refused') await purgeOwn(store, [own])
  await store.local.delete('refused', id)
  await release(store.local, id)
}
