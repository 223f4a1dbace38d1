/**
 * The village's public pages: `/lapor` and `/lacak`. They work without JavaScript, set no cookie, load nothing from
 * elsewhere, and know no session.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts'
import type { Office } from '../office.ts'
import type { PublicLimits } from './doorman.ts'
import { ASSETS, notice } from './layout.ts'
import { openNow, type Now } from './now.ts'
import { reportRoutes } from './report.ts'
import { trackRoutes } from './track.ts'
import { words } from './words.ts'

export { PUBLIC_LIMITS, type PublicLimits } from './doorman.ts'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': POLICY,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), browsing-topics=()',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

/** Adds the public pages, in a room of their own: here bodies are forms, and errors are pages. */
export async function publicRoutes(
  fastify: FastifyInstance,
  office: Office,
  limits: PublicLimits,
): Promise<void> {
  await fastify.register(async (app) => {
    const now = openNow(office.archive)
    app.removeAllContentTypeParsers()
    // Read by the route, as it comes.
    app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null))
    app.addHook('onRequest', async (_request, reply) => void reply.headers(HEADERS))
    app.setErrorHandler<Error>((error, request, reply) => showError(error, request, reply, now))
    for (const { path, type, text } of ASSETS)
      app.get(path, (_request, reply) =>
        reply
          .headers({ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' })
          .send(text),
      )
    reportRoutes(app, office, limits, now)
    await app.register(async (short) => {
      // Only here, where a form is small: it is read whole, and taken apart.
      short.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_request, body, done) => done(null, new URLSearchParams(String(body))),
      )
      trackRoutes(short, office, limits, now)
    })
  })
}

/** What went wrong, as a page; nothing of a fault but that there was one. */
async function showError(
  error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
  now: Now,
): Promise<FastifyReply> {
  const { statusCode = 500 } = error as { statusCode?: number }
  if (statusCode >= 500) request.log.error({ err: error, req: request }, 'fault')
  const { profile } = await now().catch(() => ({ profile: DEFAULT_SETTINGS.profile }))
  const said = statusCode === 413 ? words.large : words.fault
  return reply
    .code(statusCode >= 500 ? 503 : statusCode)
    .headers(HEADERS)
    .send(notice(profile, said))
}
