/** The headers of every answer: what the page may load and use, and who may look at it. */
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isData } from './routes/paths.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

/** Everything from this origin and nothing from elsewhere; no inline script or style. */
const POLICY = {
  defaultSrc: NONE,
  scriptSrc: SELF,
  styleSrc: SELF,
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:'],
  fontSrc: SELF,
  connectSrc: SELF,
  workerSrc: SELF,
  manifestSrc: SELF,
  formAction: SELF,
  frameAncestors: NONE,
  baseUri: NONE,
  objectSrc: NONE,
}

/** What the app uses or will use on a phone; all else is off. */
const PERMISSIONS =
  'camera=(self), microphone=(self), geolocation=(self), payment=(), usb=(), serial=(), ' +
  'midi=(), display-capture=(), browsing-topics=()'

const HSTS_SECONDS = 180 * 86_400

/**
 * What the API and the doors answer is never a page: nothing may be loaded from it, nobody may show, read or keep it. A
 * phone pays for every byte at every request, so there is no more than that.
 */
const DATA = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Sets the security headers on every answer. HSTS only where the village is reached over https. */
export async function secureAnswers(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: HSTS_SECONDS } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (isData(request.url)) return void reply.headers(DATA)
    reply.header('permissions-policy', PERMISSIONS)
    await reply.helmet()
  })
}

/** A URL that the router can't read never reaches a hook: answered here. */
export function refuseBadUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(400).headers(DATA).send({ error: 'bad-request', id: request.id })
}
