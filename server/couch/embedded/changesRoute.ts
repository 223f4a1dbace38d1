import type { ServerResponse } from 'node:http'
import { badRequest } from './errors.ts'
import { ok, type Answer } from './http.ts'
import { asObject, count, flag } from './query.ts'
import type { Call, Routes } from './router.ts'
import type { Book, Shelf } from './shelf.ts'

type Feed = {
  since: number | 'now'
  limit: number | undefined
  docIds: string[] | undefined
  query: URLSearchParams
}

/** The changes feed: a page at once, or held until there is one. */
export function changesRoute(shelf: Shelf): Routes {
  return {
    'GET /:db/_changes': (call) => answer(shelf, call, undefined),
    'POST /:db/_changes': async (call) => answer(shelf, call, asObject(await call.body()).doc_ids),
  }
}

function answer(shelf: Shelf, call: Call, docIds: unknown): Promise<Answer> {
  const feed = readFeed(call.query, docIds)
  const longpoll = call.query.get('feed') === 'longpoll'
  return shelf.use(call.db, async (book) => {
    const first = await page(book, feed)
    if (!longpoll || first.results.length > 0) return ok(first)
    return ok(await held(book, { ...feed, since: first.last_seq }, call))
  })
}

function readFeed(query: URLSearchParams, ids: unknown): Feed {
  if (!['normal', 'longpoll'].includes(query.get('feed') ?? 'normal'))
    throw badRequest('Supported `feed` types: normal, longpoll')
  if (!['_doc_ids', null].includes(query.get('filter'))) throw badRequest('Supported `filter`: _doc_ids')
  if (ids !== undefined && !(Array.isArray(ids) && ids.every((id) => typeof id === 'string')))
    throw badRequest('`doc_ids` must be an array of strings.')
  const filtered = query.get('filter') === '_doc_ids' || ids !== undefined
  return {
    since: readSince(query),
    limit: count(query, 'limit'),
    docIds: filtered ? ((ids ?? []) as string[]) : undefined,
    query,
  }
}

/**
 * Only our own plain numbers are taken. A sequence of another engine would quietly skip changes here,
 * so it is refused.
 */
function readSince(query: URLSearchParams): number | 'now' {
  const since = (query.get('since') ?? '0').replace(/^"(.*)"$/, '$1')
  if (since === 'now') return since
  if (/^\d{1,15}$/.test(since)) return Number(since)
  throw badRequest("Malformed sequence supplied in 'since' parameter.")
}

async function page(book: Book, { since, limit, docIds, query }: Feed) {
  // Read before the changes: whatever was written by now is in them, so this place is safe to go on from.
  const reached = Number((await book.db.info()).update_seq)
  const from = since === 'now' ? reached : since
  if (limit === 0) return { results: [], last_seq: from, pending: Math.max(reached - from, 0) }
  const descending = flag(query, 'descending')
  const { results, last_seq } = await book.db.changes({
    since: from,
    descending,
    include_docs: flag(query, 'include_docs'),
    style: query.get('style') === 'all_docs' ? 'all_docs' : 'main_only',
    ...(limit !== undefined && { limit }),
    ...(docIds && { doc_ids: docIds }),
  })
  const cut = limit !== undefined && results.length >= limit
  const last = cut || descending ? Number(last_seq) : Math.max(Number(last_seq), reached)
  return { results, last_seq: last, pending: cut && !descending ? Math.max(reached - last, 0) : 0 }
}

const longestWait = 60_000

/** Waits for a change, the time limit, the end of the engine or the caller's leaving, whichever is first. */
async function held(book: Book, feed: Feed, { query, response }: Call) {
  const heartbeat = query.get('heartbeat') === 'true' ? longestWait : count(query, 'heartbeat')
  // As in CouchDB, a poll that is kept alive has no end of its own.
  const wait = heartbeat ? Infinity : Math.min(count(query, 'timeout') ?? longestWait, longestWait)
  const deadline = Date.now() + wait
  const pulse = heartbeat ? setInterval(() => beat(response), heartbeat) : undefined
  try {
    for (let since = feed.since; ;) {
      const { writes } = book
      const found = await page(book, { ...feed, since })
      if (found.results.length > 0 || book.gone || response.closed || Date.now() >= deadline) return found
      if (book.writes === writes) await nextWrite(book, response, deadline - Date.now())
      since = found.last_seq
    }
  } finally {
    clearInterval(pulse)
  }
}

/** Ends with the next write, when the database goes, when the caller goes, or after `wait` milliseconds. */
function nextWrite({ wake }: Book, response: ServerResponse, wait: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = wait === Infinity ? undefined : setTimeout(end, wait)
    wake.once('change', end).once('end', end)
    response.once('close', end)
    function end() {
      clearTimeout(timer)
      wake.off('change', end).off('end', end)
      response.off('close', end)
      resolve()
    }
  })
}

/** An empty line now and then keeps proxies from closing the wire; JSON may begin with any number of them. */
function beat(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/json' })
  response.write('\n')
}
