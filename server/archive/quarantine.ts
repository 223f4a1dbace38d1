/** What a lost device sends waits here for a person; to the device it counts as delivered, so that it can wipe itself. */
import { putNew, readMany, type Db } from '../couch/index.ts'
import { MAX_ENTRY_BYTES } from '../../src/domain/entries.ts'
import { bytesOf } from './shape.ts'
import type { Outcome } from './refusals.ts'

interface Held {
  document: unknown
  officer: string
  device: string
  /** When it came, UTC. */
  at: string
}

const idOf = (device: string, id: string) => `quarantine:${device}:${id}`
const MAX_ID = 100

/** Puts documents aside, each once. */
export async function quarantine(
  desk: Db,
  documents: readonly unknown[],
  from: { officer: string; device: string; at: string },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const document of documents) {
    const id = (document as { _id?: unknown } | null)?._id
    if (typeof id !== 'string' || id.length > MAX_ID)
      outcomes.push({ id: '', ok: false, why: 'invalid', path: '_id' })
    else if ((bytesOf(document) ?? Infinity) > MAX_ENTRY_BYTES)
      outcomes.push({ id, ok: false, why: 'too-large' })
    else {
      await putNew<Held>(desk, { _id: idOf(from.device, id), document, ...from })
      outcomes.push({ id, ok: true })
    }
  }
  return outcomes
}

/** Which of these ids the device has in quarantine. */
export async function heldOf(desk: Db, device: string, ids: readonly string[]): Promise<Set<string>> {
  const docs = await readMany(
    desk,
    ids.map((id) => idOf(device, id)),
  )
  return new Set(ids.filter((_, index) => docs[index]))
}
