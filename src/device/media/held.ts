/** Files held for drafts: found by the hashes that stand in a draft, whatever its form. */
import type { Local } from '../local.ts'
import { dropFiles } from './keep.ts'

/** A week: a draft may be thrown away by mistake, or an act be taken back and written anew. */
const HELD_MS = 7 * 86_400_000

/** Every hash that stands anywhere in some data. */
export const hashesIn = (data: unknown): string[] => JSON.stringify(data)?.match(/\b[0-9a-f]{64}\b/g) ?? []

async function namedByDrafts(local: Local): Promise<Set<string>> {
  return new Set(hashesIn(await local.getAll('drafts')))
}

/** Drafts were erased: what only they named goes at once. */
export async function eraseHeld(local: Local, drafts: readonly unknown[]): Promise<void> {
  const named = await namedByDrafts(local)
  const gone: string[] = []
  for (const hash of new Set(hashesIn(drafts)))
    if (!named.has(hash) && (await local.get('files', hash))?.state === 'held') gone.push(hash)
  await dropFiles(local, gone)
}

/** Drops what no draft has named for a week. */
export async function dropOrphans(local: Local, now: number): Promise<void> {
  const named = await namedByDrafts(local)
  const held = await local.getAllFromIndex('files', 'state', 'held')
  for (const row of held) if (named.has(row.hash)) await local.put('files', { ...row, at: now })
  const orphans = held.filter(({ hash, at }) => !named.has(hash) && now - at > HELD_MS)
  await dropFiles(
    local,
    orphans.map(({ hash }) => hash),
  )
}
