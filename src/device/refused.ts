/** Own entries that wait for the centre, and those it refused. */
import { purgeOwn } from './register/own.ts'
import type { Store } from './store.ts'
import type { Waiting } from './types.ts'

/** Own entries that the centre has not confirmed, oldest first. */
export async function waiting({ local }: Store): Promise<Waiting[]> {
  const unsent = await local.getAllFromIndex('own', 'state', 'unsent')
  return unsent
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq))
    .map(({ id, journal, kind, at }) => ({ id, journal, kind, at }))
}

/** Puts a refused entry aside for good: its text leaves this phone, its id stays taken. */
export async function dismiss(store: Store, id: string): Promise<void> {
  const own = await store.local.get('own', id)
  if (own?.state === 'refused') await purgeOwn(store, [own])
  await store.local.delete('refused', id)
}
