/** How far the own entries have come: unsent → confirmed → settled; or refused. */
import { outName, rawName } from '../names.ts'
import { keysOf, type Own, type OwnState } from '../local.ts'
import { rawPurge } from '../raw-purge.ts'
import type { Store } from '../store.ts'
import type { Watermark } from '../types.ts'
import type { News } from './changes.ts'
import { FEW } from './read.ts'

const DAY_MS = 86_400_000
/** A centre restored to an older day gets the last weeks again. */
const KEPT_MS = 30 * DAY_MS

/**
 * Notes new own entries, and settles those that the mailbox has shown. What is still unsent stays so: an entry that
 * came under its id may be of a copy of this phone, and say something else. Answers whether anything changed.
 */
export async function settleSeen({ local }: Store, { came, taken, written }: News): Promise<boolean> {
  const tx = local.transaction('own', 'readwrite')
  let changed = false
  for (const own of written)
    if (!(await tx.store.getKey(own.id))) {
      await tx.store.put(own)
      changed = true
    }
  const known = new Set(await tx.store.getAllKeys())
  for (const id of [...came, ...taken]) {
    const own = known.has(id) ? await tx.store.get(id) : undefined
    if (own?.state !== 'confirmed') continue
    await tx.store.put({ ...own, state: 'settled' })
    changed = true
  }
  await tx.done
  return changed
}

/** The centre has these own entries. Answers whether that was news. */
export async function confirm({ local }: Store, ids: ReadonlySet<string>): Promise<boolean> {
  const confirmedAt = Date.now()
  return change(local, 'unsent', (own) =>
    ids.has(own.id) ? { ...own, state: 'confirmed', confirmedAt, doubt: undefined } : undefined,
  )
}

/** The centre can't judge these own entries yet: id → why. Answers whether that was news. */
export async function doubt({ local }: Store, why: ReadonlyMap<string, string>): Promise<boolean> {
  return change(local, 'unsent', (own) =>
    why.has(own.id) && own.doubt !== why.get(own.id) ? { ...own, doubt: why.get(own.id)! } : undefined,
  )
}

/** Everything confirmed so far arrived at or before this order of the archive (µs). */
export async function boundConfirmed({ local }: Store, order: number): Promise<void> {
  await change(local, 'confirmed', (own) => (own.order ? undefined : { ...own, order }))
}

/**
 * This phone holds everything of its mailbox up to the watermark: what arrived before is the mailbox's to show now.
 * Answers the journals for which that changes what is seen.
 */
export async function settle({ local }: Store, { order, without = [] }: Watermark): Promise<Set<string>> {
  const journals = new Set<string>()
  await change(local, 'confirmed', (own) => {
    if (!own.order || own.order > order || without.includes(own.journal)) return undefined
    journals.add(own.journal)
    return { ...own, state: 'settled' }
  })
  return journals
}

/** Nothing that was confirmed is shown by itself any more: the mailbox decides about all of it. */
export async function settleAll({ local }: Store): Promise<void> {
  await change(local, 'confirmed', (own) => ({ ...own, state: 'settled' }))
}

/** `out` was thrown away: what was unsent is not here any more, and must not be taken for sent. Ids stay taken. */
export async function forgetUnsent({ local }: Pick<Store, 'local'>): Promise<void> {
  await change(local, 'unsent', (own) => ({ ...own, state: 'purged' }))
}

/** The centre may have lost what it confirmed (a new generation): everything that is kept is offered again. */
export async function offerAgain({ local }: Store): Promise<void> {
  const again = (own: Own): Own => ({ ...own, state: 'unsent', confirmedAt: undefined, order: undefined })
  await change(local, 'settled', again)
  await change(local, 'confirmed', again)
}

/** Erases own secrets (who a complainant is) that the mailbox does not show to this officer (any more). */
export async function eraseSecrets(store: Store, journals: ReadonlySet<string>): Promise<void> {
  const hidden: Own[] = []
  for (const own of await settledOf(store, journals))
    if ((await isSecret(store, own)) && !(await isInMailbox(store, own.id))) hidden.push(own)
  await purgeOwn(store, hidden)
}

/** Own entries of some journals that the mailbox decides about: journal by journal while that is sooner than all. */
async function settledOf({ local }: Store, journals: ReadonlySet<string>): Promise<Own[]> {
  if (journals.size > FEW) {
    const all = await local.getAllFromIndex('own', 'state', 'settled')
    return all.filter(({ journal }) => journals.has(journal))
  }
  const own = await Promise.all([...journals].map((id) => local.getAll('own', keysOf(id))))
  return own.flat().filter(({ state }) => state === 'settled')
}

/** What an identity is made of. */
const WHO = ['name', 'address', 'phone', 'behalfOf']

/** Whether an own entry says who somebody is: as it was given, or as it was put right. */
async function isSecret({ boxes }: Store, { id, kind }: Own): Promise<boolean> {
  if (kind !== 'corrected') return kind === 'identityGiven'
  const { rows } = await boxes.out.allDocs({ keys: [id], include_docs: true })
  const { changes = {} } = (rows.flatMap((row) => ('doc' in row ? [row.doc?.data] : []))[0] ?? {}) as {
    changes?: object
  }
  return WHO.some((field) => Object.hasOwn(changes, field))
}

/**
 * Entries whose file was destroyed, of those that came anew: the own copy of what they said goes, however new it is.
 * Answers their ids.
 */
export async function eraseDestroyed(store: Store, altered: readonly string[]): Promise<string[]> {
  if (!altered.length) return []
  const { rows } = await store.boxes.in.allDocs({ keys: [...altered], include_docs: true })
  const ids = rows.flatMap((row) => ('doc' in row && row.doc?.arrived?.destroyed ? [row.id] : []))
  const own = await Promise.all(ids.map((id) => store.local.get('own', id)))
  await purgeOwn(
    store,
    own.flatMap((one) => (one?.state === 'settled' || one?.state === 'confirmed' ? [one] : [])),
  )
  return ids
}

/** Clears own entries away that were confirmed more than 30 days ago and that the mailbox decides about. */
export async function clearOld(store: Store, now: number): Promise<void> {
  const settled = await store.local.getAllFromIndex('own', 'state', 'settled')
  await purgeOwn(
    store,
    settled.filter(({ confirmedAt }) => confirmedAt && now - confirmedAt > KEPT_MS),
  )
}

/** Takes the text of own entries from `out`; their ids stay taken. */
export async function purgeOwn({ account, local }: Store, gone: readonly Own[]): Promise<void> {
  if (!gone.length) return
  await rawPurge(
    rawName(outName(account)),
    gone.map(({ id }) => id),
  )
  const tx = local.transaction('own', 'readwrite')
  for (const own of gone) void tx.store.put({ ...own, state: 'purged' })
  await tx.done
}

/** Only a clear no counts: what is purged by mistake could not be offered again. */
const isInMailbox = ({ boxes }: Store, id: string): Promise<boolean> =>
  boxes.in.get(id).then(
    () => true,
    (error: { status?: number }) => {
      if (error.status === 404) return false
      throw error
    },
  )

async function change(
  local: Store['local'],
  state: OwnState,
  alter: (own: Own) => Own | undefined,
): Promise<boolean> {
  const tx = local.transaction('own', 'readwrite')
  const altered = (await tx.store.index('state').getAll(state)).flatMap((own) => alter(own) ?? [])
  for (const own of altered) void tx.store.put(own)
  await tx.done
  return altered.length > 0
}
