/** Photos, voice notes and signatures: the verbs over the files of one officer. */
import type { Media } from '../contract.ts'
import type { Line } from '../line.ts'
import type { Store } from '../store.ts'
import type { HeldFiles, MediaState, Whereabouts } from '../types.ts'
import { fetchAll, fetchFile } from './fetch.ts'
import { dropFiles, keep, readFile } from './keep.ts'

/** The files of an opened device; `changed` is told whenever one came or went. */
export function openMedia(store: Store, line: Line, changed: () => void): Media {
  const { local } = store
  return {
    async keep(prepared) {
      const kept = await keep(local, prepared)
      if (kept.ok) changed()
      return kept
    },
    get: (hash) => readFile(local, hash),
    async fetch(hash, entryId) {
      const { came, ...fetched } = await fetchFile(store, line, hash, entryId)
      if (came) changed()
      return fetched
    },
    async fetchAll(journals, progress, signal) {
      const fetched = await fetchAll(store, line, journals, progress, signal)
      if (fetched.done > 0) changed()
      return fetched
    },
    state: () => stateOf(store),
    held: () => heldFiles(local),
    where: (hashes) => whereOf(store, hashes),
    async dropFetched() {
      const fetched = await local.getAllKeysFromIndex('files', 'state', 'cached')
      await dropFiles(local, fetched)
      if (fetched.length) changed()
      return fetched.length
    },
    async refused() {
      const rows = await local.getAllFromIndex('files', 'state', 'refused')
      return rows.map(({ hash, entries, why = 'refused' }) => ({ hash, entries, why }))
    },
    async dismiss(hash) {
      if ((await local.get('files', hash))?.state !== 'refused') return
      await dropFiles(local, [hash])
      changed()
    },
  }
}

/** How many files of this officer the centre has not got. */
export const countUnsent = (local: Store['local']): Promise<number> =>
  local.countFromIndex('files', 'state', 'named')

/** Own files that the centre has not got, and how many of them it refused. */
export async function heldFiles(local: Store['local']): Promise<HeldFiles> {
  const [unsent, refused] = await Promise.all([
    local.getAllFromIndex('files', 'state', 'named'),
    local.countFromIndex('files', 'state', 'refused'),
  ])
  const oldest = Math.min(...unsent.map(({ at }) => at))
  return {
    unsent: unsent.length,
    refused,
    ...(unsent.length ? { oldest: new Date(oldest).toISOString() } : {}),
  }
}

async function whereOf({ local }: Store, hashes: readonly string[]): Promise<Record<string, Whereabouts>> {
  const rows = await Promise.all(hashes.map((hash) => local.get('files', hash)))
  return Object.fromEntries(
    hashes.map((hash, index) => [
      hash,
      !rows[index] ? 'away' : rows[index].state === 'named' ? 'unsent' : 'here',
    ]),
  )
}

async function stateOf({ local }: Store): Promise<MediaState> {
  const rows = await local.getAll('files')
  const unsent = rows.filter(({ state }) => state === 'named')
  const kept = rows.filter(({ state }) => state === 'sent' || state === 'cached')
  return {
    unsent: unsent.length,
    unsentBytes: sizeOf(unsent),
    kept: kept.length,
    keptBytes: sizeOf(kept),
    refused: rows.filter(({ state }) => state === 'refused').length,
  }
}

const sizeOf = (rows: readonly { bytes: number }[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0)
