import { setTimeout as sleep } from 'node:timers/promises'
import type { Stored } from './documents.ts'
import { request, type Db } from './request.ts'

/** A place in the changes: a number on the embedded engine, opaque text (`12-g1AAA…`) on CouchDB. */
export type Seq = number | string

export type Change<T = unknown> = {
  seq: Seq
  id: string
  changes: { rev: string }[]
  deleted?: true
  /** Only with `includeDocs`. */
  doc?: Stored<T>
}

export type ChangesPage<T = unknown> = { results: Change<T>[]; last_seq: Seq; pending?: number }

/** The number at the front of a seq: comparable within one database, since all of ours have one shard (q=1). */
export function seqNumber(seq: Seq): number {
  return typeof seq === 'number' ? seq : Number.parseInt(seq, 10)
}

export type PageOptions = { since: Seq; limit?: number; includeDocs?: boolean; signal?: AbortSignal }

/** The changes after a place, at once. */
export function readChanges<T>(db: Db, options: PageOptions): Promise<ChangesPage<T>> {
  return request<ChangesPage<T>>(db, { path: '_changes', query: pageQuery(options), signal: options.signal })
}

/** What was written last, the newest first. */
export async function lastChanges(db: Db, limit: number): Promise<Change[]> {
  const query = { descending: true, limit }
  return (await request<ChangesPage>(db, { path: '_changes', query })).results
}

/** The place up to which the database has been written. */
export async function updateSeq(db: Db): Promise<Seq> {
  return (await readChanges(db, { since: 'now', limit: 1 })).last_seq
}

/** Throws away old revisions. On CouchDB this only begins here and goes on by itself. */
export async function compact(db: Db): Promise<void> {
  await request(db, { method: 'POST', path: '_compact', body: {}, timeout: 600_000 })
}

export type FollowOptions<T> = {
  since: Seq
  /** Called with one batch after the other; the next is asked for when this one is done. */
  onBatch(changes: Change<T>[], lastSeq: Seq): Promise<void> | void
  /** Called when the engine or `onBatch` failed; the same place is tried again after a pause. */
  onTrouble?(error: unknown): void
  signal: AbortSignal
  includeDocs?: boolean
  limit?: number
}

const hold = 25_000
const longestPause = 10_000

/** Follows the changes until `signal` aborts, through restarts of the engine. Every change is delivered at least once. */
export async function followChanges<T>(db: Db, options: FollowOptions<T>): Promise<void> {
  const { signal, onBatch, onTrouble } = options
  let since = options.since
  let pause = 100
  while (!signal.aborted) {
    try {
      const { results, last_seq } = await poll<T>(db, { ...options, since })
      if (results.length > 0) await onBatch(results, last_seq)
      since = last_seq
      pause = 100
    } catch (error) {
      if (signal.aborted) return
      onTrouble?.(error)
      await sleep(pause, undefined, { signal }).catch(() => {})
      pause = Math.min(pause * 2, longestPause)
    }
  }
}

function poll<T>(db: Db, { limit = 500, ...options }: PageOptions): Promise<ChangesPage<T>> {
  const query = { ...pageQuery({ ...options, limit }), feed: 'longpoll', timeout: hold }
  return request<ChangesPage<T>>(db, { path: '_changes', query, signal: options.signal })
}

function pageQuery({ since, limit, includeDocs = false }: PageOptions) {
  return { since, include_docs: includeDocs, ...(limit !== undefined && { limit }) }
}
