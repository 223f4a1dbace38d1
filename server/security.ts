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

/** Sets the security headers on every answer. HSTS only where the village is reached over https. */
export async function secureAnswers(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: HSTS_SECONDS } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('permissions-policy', PERMISSIONS)
    // What the API and the doors answer is personal: no cache, shared or not, may keep it.
    if (isData(request.url)) reply.header('cache-control', 'no-store')
    done()
  })
}

/** A URL that the router can't read never reaches a hook: answered here, with the headers that matter. */
export function refuseBadUrl(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(400)
    .headers({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    .send({ error: 'bad-request', id: request.id })
}
