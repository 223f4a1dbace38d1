import type { RequestOptions, ServerScope } from 'nano'

/** A database by name. */
export type Db = { server: ServerScope; name: string }

export type Ask = {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** Below the database, already escaped. */
  path?: string
  query?: Record<string, unknown>
  body?: unknown
  /** Of a body of bytes; without it the body is JSON. */
  contentType?: string
  /** The answer is bytes. */
  raw?: boolean
  signal?: AbortSignal | undefined
  /** Milliseconds after which the request is given up. */
  timeout?: number
}

const patience = 60_000

/** One request through nano, which by itself would wait for five minutes and could not be called off. */
export async function request<T>(db: Db, ask: Ask): Promise<T> {
  const { method = 'GET', path, query, body, contentType, raw, timeout = patience } = ask
  const limit = AbortSignal.timeout(timeout)
  const signal = ask.signal ? AbortSignal.any([ask.signal, limit]) : limit
  const form = { ...(contentType && { contentType }), ...(raw && { encoding: null }) }
  const options = { db: db.name, method, path, qs: query, body, signal, ...form }
  return (await db.server.request(options as RequestOptions)) as T
}

/** The path of a document. `_local/…` keeps its slash, everything else is escaped. */
export function docPath(id: string): string {
  if (id.startsWith('_local/')) return `_local/${encodeURIComponent(id.slice(7))}`
  return encodeURIComponent(id)
}

/** The HTTP status of what a request threw; undefined when the engine was not reached at all. */
export const statusOf = (error: unknown): number | undefined =>
  (error as { statusCode?: number } | null)?.statusCode

/** A document that is not there (or no more); a database that is not there is another matter, and a fault. */
export function isMissing(error: unknown): boolean {
  const { statusCode, reason } = error as { statusCode?: number; reason?: string }
  return statusCode === 404 && (reason === 'missing' || reason === 'deleted')
}
