/** One handler for everything that goes wrong: below 500 the code passes, above it a log line with the same id. */
import { randomBytes } from 'node:crypto'
import { Relieved } from '../archive/index.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** An answer other than 200 that the app translates: a machine code, and perhaps a finer reason. */
export class HttpError extends Error {
  readonly statusCode: number
  readonly error: string
  readonly reason?: string

  constructor(statusCode: number, error: string, reason?: string) {
    super(error)
    this.statusCode = statusCode
    this.error = error
    if (reason) this.reason = reason
  }
}

/** Short enough to be read out over the phone. */
export const newCorrelationId = (): string => randomBytes(5).toString('hex')

/** What Fastify itself refuses, in the words of the protocol. */
const OWN_CODES: Record<string, string> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
}
const STATUS: Record<string, number> = { FST_ERR_CTP_INVALID_MEDIA_TYPE: 400 }

/** Installs the one error handler, and the 404 of everything that is no page. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<Error>((error, request, reply) => answerError(error, request, reply))
}

/** Answers `{error, reason?, id}`; nothing of a fault but its id reaches the client. */
export function answerError(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error)
  if (!refusal) request.log.error({ err: error, req: request }, 'fault')
  const { statusCode, ...body } = refusal ?? { statusCode: 500, error: 'fault' }
  return reply.code(statusCode).send({ ...body, id: request.id })
}

interface Refusal {
  statusCode: number
  error: string
  reason?: string
}

/** What may be told to a client; undefined for a fault. An error of the engine is a fault, whatever its status. */
function refusalOf(error: Error): Refusal | undefined {
  if (error instanceof Relieved) return { statusCode: 503, error: 'try-later', reason: 'standby' }
  if (error instanceof HttpError) {
    const { statusCode, error: code, reason } = error
    return { statusCode, error: code, ...(reason ? { reason } : {}) }
  }
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  if (!code.startsWith('FST_') || statusCode >= 500) return undefined
  return { statusCode: code in STATUS ? STATUS[code]! : statusCode, error: OWN_CODES[code] ?? 'bad-request' }
}
