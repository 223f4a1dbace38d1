import { badRequest, CouchError } from './errors.ts'

/** Reads a JSON value, or says what CouchDB says of junk. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badRequest('invalid UTF-8 JSON')
  }
}

export function jsonParam(query: URLSearchParams, ...names: string[]): unknown {
  const text = names.map((name) => query.get(name)).find((value) => value !== null)
  return text === undefined || text === null ? undefined : parseJson(text)
}

export function flag(query: URLSearchParams, name: string, otherwise = false): boolean {
  const text = query.get(name)
  if (text === null) return otherwise
  if (text === 'true' || text === 'false') return text === 'true'
  throw new CouchError(400, 'query_parse_error', `Invalid value for boolean: "${text}"`)
}

export function count(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new CouchError(400, 'query_parse_error', `Invalid value for positive integer: "${text}"`)
}

const revision = /^[1-9]\d{0,8}-[^-]+$/

export function checkRev(rev: unknown): string {
  if (typeof rev === 'string' && revision.test(rev)) return rev
  throw badRequest('Invalid rev format')
}

export type Fields = Record<string, unknown>

export function asObject(value: unknown, reason = 'Request body must be a JSON object'): Fields {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Fields
  throw badRequest(reason)
}

/** PouchDB copies recursively: a body nested without end would overflow its stack. */
export function checkDepth(value: unknown, left = 64): void {
  if (value === null || typeof value !== 'object') return
  if (left === 0) throw badRequest('The JSON is nested too deeply.')
  for (const inner of Object.values(value)) checkDepth(inner, left - 1)
}
