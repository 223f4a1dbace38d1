import type { IncomingMessage, ServerResponse } from 'node:http'
import { badRequest, CouchError, notFound } from './errors.ts'
import { readJson, type Answer } from './http.ts'

/** What a handler may see of a request. */
export type Call = {
  db: string
  id: string
  /** What is asked for below a document. */
  part: string
  query: URLSearchParams
  body(): Promise<unknown>
  request: IncomingMessage
  response: ServerResponse
}

export type Handler = (call: Call) => Promise<Answer> | Answer
/** Method and path (`:db`, `:id` and `:part` stand for any segment that does not begin with an underscore) → handler. */
export type Routes = Record<string, Handler>

/** Finds the handler of a request. Nothing but the table exists; everything else is not found. */
export async function route(routes: Routes, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://engine')
  const segments = segmentsOf(url.pathname)
  const { pattern, db, id, part } = patternOf(segments)
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
  const handler = Object.hasOwn(routes, `${method} ${pattern}`) ? routes[`${method} ${pattern}`] : undefined
  if (!handler) throw missing(routes, pattern)
  return handler({ db, id, part, query: url.searchParams, body: () => readJson(request), request, response })
}

function missing(routes: Routes, pattern: string): CouchError {
  const known = Object.keys(routes).filter((key) => key.endsWith(` ${pattern}`))
  if (known.length === 0) return notFound()
  const allowed = known.map((key) => key.split(' ')[0]).join(',')
  return new CouchError(405, 'method_not_allowed', `Only ${allowed} allowed`)
}

/** `_local/x` comes with the slash bare (nano, PouchDB) or escaped. */
function segmentsOf(path: string): string[] {
  try {
    const segments = path
      .split('/')
      .map(decodeURIComponent)
      .filter((segment) => segment !== '')
    const [db, second, ...rest] = segments
    if (db && second?.startsWith('_local/')) return [db, '_local', second.slice(7), ...rest]
    return segments
  } catch {
    throw badRequest('The path is not valid.')
  }
}

function patternOf([db = '', second, third, ...rest]: string[]) {
  const named = (segment: string, as: string) => (segment.startsWith('_') ? segment : as)
  const head = db === '' ? '/' : `/${named(db, ':db')}`
  const at = (path: string, id = '', part = '') => ({ pattern: path, db, id, part })
  if (rest.length > 0) return at('none')
  if (second === '_local' && third) return at(`${head}/_local/:id`, `_local/${third}`)
  if (second && third) return at(`${head}/${named(second, ':id')}/${named(third, ':part')}`, second, third)
  if (second) return at(`${head}/${named(second, ':id')}`, second)
  return at(head)
}
