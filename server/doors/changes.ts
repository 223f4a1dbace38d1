/** `_changes` of the inbox: a page at once, or held until the postman has brought something. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Archive } from '../archive/index.ts'
import type { ChangesPage, Db, Seq } from '../couch/index.ts'
import { request as ask } from '../couch/request.ts'
import { badRequest } from './errors.ts'
import { parseSeq } from './seq.ts'
import { mayHearOfTicks, watchTicks, type Ticks } from './ticks.ts'
import type { Poll, Waiting } from './waiting.ts'

interface Feed {
  since: Seq
  limit: number
  style: 'all_docs' | 'main_only'
  longpoll: boolean
  /** A sign of life goes out this often, ms. */
  heartbeat: number
  /** After so many ms an empty answer. */
  timeout: number
  docIds?: string[]
  /** What the device knows of who holds what: it wants to hear of more. */
  ticks?: string
}

export interface ChangesOptions {
  archive: Archive
  waiting: Waiting
  /** Whether the device may still receive: it may have been put out of use while it waited. */
  stillReceives(actor: Actor): Promise<boolean>
}

const MAX_LIMIT = 1000
const MAX_IDS = 1000
const MAX_WAIT_MS = 60_000
/** A poll with signs of life may last longer, but not for ever: sessions end. */
const MAX_HELD_MS = 5 * 60_000
const MIN_BEAT_MS = 1_000
/** Where several processes share a CouchDB, the postman may be another one: look now and then. */
const LOOK_MS = 30_000

const KNOWN = new Set([
  'since',
  'limit',
  'style',
  'feed',
  'heartbeat',
  'timeout',
  'filter',
  'ticks',
  '_nonce',
])

/** Answers a poll of the actor. */
export async function changes(
  options: ChangesOptions,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { archive, waiting } = options
  const feed = readFeed(request.query as Record<string, unknown>, request.body)
  const { db } = await archive.box(actor.officer)
  if (!feed.longpoll) return readPage(db, feed)
  const hears = feed.ticks !== undefined && (await mayHearOfTicks(archive, actor))
  const poll = waiting.enter(actor.device)
  const off = archive.signals.onChanged(actor.officer, poll.wake)
  const ticks = hears ? watchTicks(archive, feed.ticks!, poll.wake) : undefined
  reply.raw.once('close', poll.end)
  try {
    const first = await readPage(db, feed)
    if (first.results.length > 0 || poll.ended) return first
    reply.hijack()
    reply.raw.writeHead(200, { ...headersOf(reply), 'content-type': 'application/json' })
    reply.raw.flushHeaders()
    const still = () => options.stillReceives(actor)
    await hold(db, { ...feed, since: first.last_seq }, poll, reply, still, ticks).catch((error: unknown) => {
      // The status is out already: breaking off is all that is left to say.
      request.log.error({ err: error }, 'poll')
      reply.raw.destroy()
    })
    return reply
  } finally {
    off()
    ticks?.stop()
    reply.raw.off('close', poll.end)
    poll.leave()
  }
}

/** Waits, with signs of life, until there is something to answer, the time is over or the poll is ended. */
async function hold(
  db: Db,
  feed: Feed,
  poll: Poll,
  { raw }: FastifyReply,
  stillReceives: () => Promise<boolean>,
  ticks: Ticks | undefined,
): Promise<void> {
  const end = Date.now() + feed.timeout
  let looked = Date.now()
  while (!poll.ended && Date.now() < end) {
    const pause = Math.min(feed.heartbeat, LOOK_MS, end - Date.now(), ticks?.due() ?? Infinity)
    const woken = await poll.wait(Math.max(pause, 0))
    if (poll.ended) break
    if (woken || Date.now() - looked >= LOOK_MS) {
      looked = Date.now()
      if (!(await stillReceives())) break
      const page = await readPage(db, feed)
      if (page.results.length > 0) return void raw.end(JSON.stringify(page))
      feed = { ...feed, since: page.last_seq }
    }
    if (ticks && ticks.due() <= 0) return void raw.end(JSON.stringify({ ...nothingSince(feed), ticks: true }))
    // Also after a look that found nothing: else a beat as long as the looks' pause would never go out.
    raw.write('\n')
  }
  raw.end(JSON.stringify(nothingSince(feed)))
}

const nothingSince = ({ since }: Feed): ChangesPage => ({ results: [], last_seq: since, pending: 0 })

/** What the app's hooks have set on the answer. */
function headersOf(reply: FastifyReply): Record<string, string | number | string[]> {
  const set = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set) as Record<string, string | number | string[]>
}

/** Only what is known is asked of the engine, never the client's query itself. */
function readPage(db: Db, { since, limit, style, docIds }: Feed): Promise<ChangesPage> {
  const query = { since, limit, style, ...(docIds ? { filter: '_doc_ids' } : {}) }
  const body = docIds ? { method: 'POST' as const, body: { doc_ids: docIds } } : {}
  return ask<ChangesPage>(db, { path: '_changes', query, ...body })
}

function readFeed(query: Record<string, unknown>, body: unknown): Feed {
  const stranger = Object.keys(query).find((key) => !KNOWN.has(key))
  if (stranger) throw badRequest('unsupported-parameter')
  const { since = '0', style = 'all_docs', feed = 'normal' } = query
  const place = parseSeq(since)
  if (place === undefined) throw badRequest('malformed-seq')
  if (style !== 'all_docs' && style !== 'main_only') throw badRequest('unsupported-style')
  if (feed !== 'normal' && feed !== 'longpoll') throw badRequest('unsupported-feed')
  const docIds = readIds(query.filter, body)
  const heartbeat = query.heartbeat === 'true' ? MAX_WAIT_MS : count(query.heartbeat)
  return {
    since: place,
    limit: Math.min(Math.max(count(query.limit) ?? MAX_LIMIT, 1), MAX_LIMIT),
    style,
    longpoll: feed === 'longpoll',
    heartbeat: Math.min(Math.max(heartbeat ?? MAX_WAIT_MS, MIN_BEAT_MS), MAX_WAIT_MS),
    timeout:
      heartbeat === undefined ? Math.min(count(query.timeout) ?? MAX_WAIT_MS, MAX_WAIT_MS) : MAX_HELD_MS,
    ...(docIds ? { docIds } : {}),
    ...(typeof query.ticks === 'string' ? { ticks: query.ticks } : {}),
  }
}

function count(value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !/^\d{1,9}$/.test(value)) throw badRequest('malformed-number')
  return Number(value)
}

/** The one filter that the stock replicator may bring without code: a list of ids, in the body. */
function readIds(filter: unknown, body: unknown): string[] | undefined {
  if (filter === undefined) return undefined
  const ids = (body as { doc_ids?: unknown } | null | undefined)?.doc_ids
  const fits = Array.isArray(ids) && ids.length <= MAX_IDS && ids.every((id) => typeof id === 'string')
  if (filter !== '_doc_ids' || !fits) throw badRequest('unsupported-filter')
  return ids
}
