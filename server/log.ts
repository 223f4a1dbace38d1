/**
 * Structured logs without personal data: which route, how it ended, how long it took. Never a URL (it can hold
 * ids), an address, a header, a body or a query.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What of an error may be written down. nano's errors carry the request with its body and credentials: left out. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', stack: '' }
  const { name, message, stack } = error
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  return {
    type: name,
    message: withoutSecrets(message),
    code,
    statusCode,
    stack: withoutSecrets(stack ?? ''),
  }
}

/** Options for Fastify's logger; the log goes to stderr, so that stdout keeps what the server says to a person. */
export function loggerOptions(level: string) {
  return {
    level,
    stream: process.stderr,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      err: describeError,
      req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
    },
  }
}

/** One line per answer of the API, the doors and the public pages; the app's files are not worth one. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request)
    if (route) {
      const line = {
        route,
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      }
      request.log.info(line, 'answered')
    }
    done()
  })
}

function routeOf(request: FastifyRequest): string | undefined {
  const pattern = request.routeOptions.url
  return pattern && /^\/(api|sync|healthz|lapor|lacak)/.test(pattern) ? pattern : undefined
}

const withoutSecrets = (text: string) => text.replace(/\/\/[^/@\s]+@/g, '//…@')
