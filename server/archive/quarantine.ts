/** What a lost device sends waits here for a person; to the device it counts as delivered, so that it can wipe itself. */
import { createHash } from 'node:crypto'
import { bulk, getDoc, readIds, readMany, readRange, upsert, type Db } from '../couch/index.ts'
import { MAX_ENTRY_BYTES } from '../../src/domain/entries.ts'
import { authored, canonical, sameContent } from './content.ts'
import { bytesOf } from './shape.ts'
import { RetryLater, type Outcome } from './refusals.ts'
import { createAll } from './write.ts'

export interface Held {
  document: unknown
  officer: string
  device: string
  /** What to add to the device's clock, ms. */
  offset: number
  /** When it came, UTC. */
  at: string
  /** Who read it in from a rescue file, where it came so. */
  via?: string
}

const PREFIX = 'quarantine:'
const prefixOf = (device: string) => `${PREFIX}${device}:`
const MAX_ID = 100
/** Of one device: more than anybody writes without a line, and too little to fill a disk. */
const MOST = 1_000

/** Puts documents aside, each once. Throws RetryLater where the device has sent more than there is room for. */
export async function quarantine(
  desk: Db,
  documents: readonly unknown[],
  from: (id: string) => Omit<Held, 'document'>,
): Promise<Outcome[]> {
  const outcomes = documents.map(outcomeOf)
  const ids = outcomes.flatMap(({ ok, id }) => (ok ? [id] : []))
  const { device } = from('')
  const prefix = prefixOf(device)
  const held = new Map((await readHeld(desk, device, ids)).map(({ _id, document }) => [_id, document]))
  const fresh: (Held & { _id: string })[] = []
  for (const [index, document] of documents.entries()) {
    const { ok, id } = outcomes[index]!
    if (!ok) continue
    const there = held.get(prefix + id)
    if (there && sameContent(there as object, document as object)) continue
    // A copy of that phone may have written something else under the same id: a person shall see both.
    const key = prefix + id + (there ? `~${digestOf(document as object)}` : '')
    held.set(key, document)
    fresh.push({ _id: key, document, ...from(id) })
  }
  const room = Math.max(0, MOST - (await readIds(desk, { prefix })).length)
  await createAll(desk, fresh.slice(0, room))
  if (fresh.length > room) throw new RetryLater('quarantine-full')
  return outcomes
}

function outcomeOf(document: unknown): Outcome {
  const id = (document as { _id?: unknown } | null)?._id
  if (typeof id !== 'string' || id.length > MAX_ID) return { id: '', ok: false, why: 'invalid', path: '_id' }
  if ((bytesOf(document) ?? Infinity) > MAX_ENTRY_BYTES) return { id, ok: false, why: 'too-large' }
  return { id, ok: true }
}

/** Which of these ids the device has in quarantine. */
export async function heldOf(desk: Db, device: string, ids: readonly string[]): Promise<Set<string>> {
  const prefix = prefixOf(device)
  return new Set((await readHeld(desk, device, ids)).map(({ _id }) => _id.slice(prefix.length)))
}

async function readHeld(desk: Db, device: string, ids: readonly string[]) {
  const docs = await readMany<Held & { _id: string }>(
    desk,
    ids.map((id) => prefixOf(device) + id),
  )
  return docs.flatMap((doc) => doc ?? [])
}

const digestOf = (document: object): string =>
  createHash('sha256')
    .update(canonical(authored(document)))
    .digest('hex')
    .slice(0, 16)

/** A document that a device has in quarantine. */
export const heldEntry = async (desk: Db, device: string, id: string): Promise<unknown> =>
  (await getDoc<Held>(desk, prefixOf(device) + id))?.document

const filesOf = (device: string) => `held-files:${device}`
const MOST_FILES = 500

/** Notes that a device brings a file for what it has in quarantine. Throws RetryLater where it has brought too many. */
export async function noteHeldFile(desk: Db, device: string, hash: string): Promise<void> {
  await upsert<{ hashes: string[] }>(desk, filesOf(device), (old) => {
    const hashes = old?.hashes ?? []
    if (hashes.includes(hash)) return undefined
    if (hashes.length >= MOST_FILES) throw new RetryLater('quarantine-full')
    return { hashes: [...hashes, hash] }
  })
}

/** Everything that a device has in quarantine. */
export const allHeld = (desk: Db, device: string): Promise<(Held & { _id: string })[]> =>
  readRange<Held & { _id: string }>(desk, { prefix: prefixOf(device) })

/** Lets documents of a device go out of quarantine: those kept under `keys`, or all. */
export async function letGo(desk: Db, device: string, keys?: ReadonlySet<string>): Promise<void> {
  const held = await readIds(desk, { prefix: prefixOf(device) })
  const gone = held.filter(({ id }) => !keys || keys.has(id))
  await bulk(
    desk,
    gone.map(({ id, rev }) => ({ _id: id, _rev: rev, _deleted: true })),
  )
  if (gone.length === held.length)
    await upsert<{ hashes: string[] }>(desk, filesOf(device), (old) => old && { hashes: [], _deleted: true })
}
