/** Troubles at the doors, in CouchDB's shape: `{error, reason, id}`, where `id` finds the line in the log. */
import type { FastifyInstance } from 'fastify'
import { Relieved, RetryLater, type Outcome } from '../archive/index.ts'
import { statusOf } from '../couch/index.ts'

/** A refusal of the whole request. */
export class DoorError extends Error {
  readonly statusCode: number
  readonly error: string
  readonly reason: string

  constructor(statusCode: number, error: string, reason: string) {
    super(reason)
    this.statusCode = statusCode
    this.error = error
    this.reason = reason
  }
}

export const badRequest = (reason: string) => new DoorError(400, 'bad_request', reason)
export const missing = () => new DoorError(404, 'not_found', 'missing')

/** What Fastify refuses by itself. */
const FASTIFY: Record<string, DoorError> = {
  FST_ERR_CTP_INVALID_JSON_BODY: badRequest('not-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: badRequest('not-json'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: badRequest('not-json'),
  FST_ERR_CTP_BODY_TOO_LARGE: new DoorError(413, 'too_large', 'too-large'),
}

/** Seconds after which a phone may try again. */
const RETRY_S = 10

/** Installs the doors' own answers to errors. Nothing of a fault but its id goes out; a lost mailbox is told. */
export function answerTroubles(doors: FastifyInstance, onMissing: () => void): void {
  doors.setErrorHandler<Error & { code?: string; statusCode?: number }>((error, request, reply) => {
    const { statusCode, error: name, reason } = asDoorError(error)
    // The engine does not know the database: a mailbox was lost.
    if (!(error instanceof DoorError) && statusOf(error) === 404) onMissing()
    // A doubt is nothing that went wrong here: the same batch comes again.
    if (error instanceof RetryLater) request.log.info({ why: error.why }, 'doubt')
    else if (statusCode >= 500) request.log.error({ err: error }, 'door')
    if (statusCode === 503) reply.header('retry-after', RETRY_S)
    const results = error instanceof RetryLater && error.outcomes?.map(resultOf)
    return reply.code(statusCode).send({ error: name, reason, id: request.id, ...(results && { results }) })
  })
}

/** One line of an answer to `_bulk_docs`. The stock replicator tells `forbidden` to its caller as `denied`, and goes on. */
export function resultOf(outcome: Outcome) {
  const { id } = outcome
  if (outcome.ok) return { id, ok: true }
  const { why, path, waits } = outcome
  if (waits) return { id, error: 'try_later', reason: why, status: 503 }
  return { id, error: 'forbidden', reason: why, status: 403, ...(path ? { path } : {}) }
}

function asDoorError(error: Error & { code?: string; statusCode?: number }): DoorError {
  if (error instanceof DoorError) return error
  if (error instanceof Relieved) return new DoorError(503, 'try_later', 'standby')
  if (error instanceof RetryLater) return new DoorError(503, 'try_later', error.why)
  const own = error.code && FASTIFY[error.code]
  if (own) return own
  // The engine's word is for us, not for the phone: to it, this is a moment of trouble.
  const { statusCode } = error
  const isOurs = statusCode !== undefined && statusCode < 500 && error.code?.startsWith('FST_') === true
  if (isOurs) return badRequest('malformed')
  return statusOf(error) === 429 ? new DoorError(429, 'too_many', 'too-many') : unavailable()
}

const unavailable = () => new DoorError(503, 'try_later', 'unavailable')
