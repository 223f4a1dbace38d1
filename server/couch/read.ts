import type { Stored } from './documents.ts'
import { docPath, isMissing, request, type Db } from './request.ts'

/** All ids with a prefix, or from `start` to `end`, both included. */
export type Range = { prefix: string } | { start: string; end: string }
export type RangeOptions = { limit?: number; skip?: number; descending?: boolean }
export type IdAndRev = { id: string; rev: string }

type Row<T> = { id: string; value: { rev: string }; doc?: Stored<T> | null }

/** Sorts after every character that an id may contain, and the same in both engines. */
const last = '\ufff0'

/** The documents of a range of ids, in order. */
export async function readRange<T>(db: Db, range: Range, options: RangeOptions = {}): Promise<Stored<T>[]> {
  const rows = await readRows<T>(db, range, { ...options, include_docs: true })
  return rows.flatMap((row) => row.doc ?? [])
}

/** The ids and revisions of a range, without the documents. */
export async function readIds(db: Db, range: Range, options: RangeOptions = {}): Promise<IdAndRev[]> {
  const rows = await readRows(db, range, options)
  return rows.map(({ id, value }) => ({ id, rev: value.rev }))
}

async function readRows<T>(db: Db, range: Range, options: RangeOptions & { include_docs?: boolean }) {
  const { start, end } = 'prefix' in range ? { start: range.prefix, end: range.prefix + last } : range
  const [startkey, endkey] = options.descending ? [end, start] : [start, end]
  const query = { startkey, endkey, ...options }
  const { rows } = await request<{ rows: Row<T>[] }>(db, { path: '_all_docs', query })
  return rows
}

/** The document of each id, in the same order; undefined where there is none. */
export async function readMany<T>(db: Db, ids: string[]): Promise<(Stored<T> | undefined)[]> {
  if (ids.length === 0) return []
  const ask = { path: '_all_docs', query: { include_docs: true }, body: { keys: ids } }
  const { rows } = await request<{ rows: Row<T>[] }>(db, { method: 'POST', ...ask })
  return rows.map((row) => row.doc ?? undefined)
}

/** The document, or undefined when there is none (or no more). */
export async function getDoc<T>(db: Db, id: string): Promise<Stored<T> | undefined> {
  try {
    return await request<Stored<T>>(db, { path: docPath(id) })
  } catch (error) {
    if (!isMissing(error)) throw error
    return undefined
  }
}
