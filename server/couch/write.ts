import { setTimeout as sleep } from 'node:timers/promises'
import type { Draft, Stored } from './documents.ts'
import { getDoc } from './read.ts'
import { docPath, isMissing, request, statusOf, type Db } from './request.ts'

export type Written = { ok: true; id: string; rev: string }
export type BulkResult = Written | { ok?: undefined; id: string; error: string; reason: string }

/** Writes one document; throws with status 409 when somebody else was faster. */
export function putDoc<T>(db: Db, doc: Draft<T>): Promise<Written> {
  return request<Written>(db, { method: 'PUT', path: docPath(doc._id), body: doc })
}

/** Deletes one document; false when it was not there. */
export async function removeDoc(db: Db, id: string, rev: string): Promise<boolean> {
  try {
    await request(db, { method: 'DELETE', path: docPath(id), query: { rev } })
    return true
  } catch (error) {
    if (!isMissing(error)) throw error
    return false
  }
}

/**
 * Creates a document that nobody else has created: the way to claim an id. Answers 'created', or the document
 * that is there already. Only for ordinary documents: a `_local` one never conflicts, on either engine.
 */
export async function putNew<T>(db: Db, doc: T & { _id: string }): Promise<'created' | Stored<T>> {
  for (;;) {
    try {
      await putDoc(db, doc)
      return 'created'
    } catch (error) {
      if (statusOf(error) !== 409) throw error
    }
    const existing = await getDoc<T>(db, doc._id)
    if (existing) return existing
    // Deleted between the two requests: the id is free again.
  }
}

// CouchDB refuses bodies over its `max_request_size` (8 MB by default).
const batch = 500

/** Writes many documents; each has a result of its own, in the order given. Not a transaction. */
export async function bulk<T>(db: Db, docs: Draft<T>[]): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (let from = 0; from < docs.length; from += batch) {
    const body = { docs: docs.slice(from, from + batch) }
    results.push(...(await request<BulkResult[]>(db, { method: 'POST', path: '_bulk_docs', body })))
  }
  return results
}

const tries = 30

/**
 * Changes one document, whatever others do to it meanwhile: reads, asks `change` for what it shall become, writes,
 * and begins again when somebody was faster. `change` answers undefined to leave it as it is.
 */
export async function upsert<T extends object>(
  db: Db,
  id: string,
  change: (old: Stored<T> | undefined) => (T & { _deleted?: boolean }) | undefined,
): Promise<Stored<T> | undefined> {
  for (let attempt = 1; ; attempt++) {
    const old = await getDoc<T>(db, id)
    const next = change(old)
    if (next === undefined) return old
    const doc = { ...next, _id: id, ...(old && { _rev: old._rev }) }
    try {
      const { rev } = await putDoc(db, doc)
      return { ...doc, _rev: rev }
    } catch (error) {
      if (statusOf(error) !== 409 || attempt === tries) throw error
    }
    await sleep(Math.random() * 5 * attempt)
  }
}
