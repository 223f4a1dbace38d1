/** The app put together: security, sessions, doors, routes and files over one open village. */
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Lease } from './archive/index.ts'
import type { Config } from './config.ts'
import { addDoors } from './doors/index.ts'
import { builtApp } from './folders.ts'
import { logAnswers, loggerOptions } from './log.ts'
import { openOffice } from './open.ts'
import { recogniseActors } from './routes/actor.ts'
import { ENROL_LIMITS, type AttemptLimits } from './routes/attempts.ts'
import { handleErrors, HttpError, newCorrelationId } from './routes/errors.ts'
import { guardAgainstForgery } from './routes/guard.ts'
import { addRoutes } from './routes/index.ts'
import { PUBLIC_LIMITS, type PublicLimits } from './routes/public/index.ts'
import type { PushTrial } from './push/index.ts'
import type { Office } from './routes/office.ts'
import { needsActor } from './routes/paths.ts'
import { refuseBadUrl, secureAnswers } from './security.ts'
import { compressAnswers, serveApp } from './static.ts'
import { takeTurn } from './turn.ts'

export interface AppOptions {
  config: Config
  /** The village's lease, already taken; else it is taken here. */
  lease?: Lease
  /** The folder of the built app; without an index.html there only the API and the doors answer. */
  appFolder?: string
  /** `info` for a line per request, `warn`, `error`, `silent`. */
  logLevel?: string
  enrolLimits?: AttemptLimits
  publicLimits?: PublicLimits
  /** Requests a minute of one device, or of one address without a session. */
  perMinute?: number
  push?: PushTrial
}

export interface App {
  fastify: FastifyInstance
  office: Office
  /** Ends waiting polls, finishes what runs, and closes archive and engine. */
  close(): Promise<void>
}

/** What an API body may hold; the doors set their own limits. */
const BODY_BYTES = 64 * 1024
/** For a slow phone to bring a whole request: the largest file (2 MB) at 50 kbit/s takes nearly six minutes. */
const REQUEST_MS = 420_000
/** A first replication makes a few hundred; the limit is for what runs wild. */
const PER_MINUTE = 3_000

const SWEEP_MS = 100
/** Requests that are still under way then are cut off. */
const CUT_MS = 5_000

/** Opens the village and assembles the app; it does not listen yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, appFolder = builtApp(), logLevel = 'info' } = options
  const fastify = Fastify({
    logger: loggerOptions(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newCorrelationId,
    // A proxy or a tunnel runs on this machine; an address claimed from elsewhere is not believed.
    trustProxy: 'loopback',
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    frameworkErrors: refuseBadUrl,
  })
  const lease = options.lease ?? (await takeTurn(config))
  const { office, close } = await openOffice(config, fastify.log, lease, options.push)
  fastify.addHook('onClose', close)
  try {
    await assemble(fastify, office, options)
    await serveApp(fastify, appFolder)
    await fastify.ready()
  } catch (error) {
    await fastify.close()
    throw error
  }
  return { fastify, office, close: () => closeGently(fastify) }
}

/** Fastify closes connections that are idle when it begins; those of polls that end meanwhile would stay open. */
async function closeGently(fastify: FastifyInstance): Promise<void> {
  const { server } = fastify
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.closeAllConnections(), CUT_MS)
  await fastify.close().finally(() => {
    clearInterval(sweep)
    clearTimeout(cut)
  })
}

async function assemble(fastify: FastifyInstance, office: Office, options: AppOptions): Promise<void> {
  // What is not JSON is refused, not read as something else.
  fastify.removeContentTypeParser('text/plain')
  handleErrors(fastify)
  logAnswers(fastify)
  await secureAnswers(fastify, office.publicUrl)
  await compressAnswers(fastify)
  await fastify.register(cookie)
  guardAgainstForgery(fastify, office.publicUrl)
  recogniseActors(fastify, office.desk)
  await limitRates(fastify, options.perMinute ?? PER_MINUTE)
  await addDoors(fastify, office)
  const { enrolLimits: enrol = ENROL_LIMITS, publicLimits = PUBLIC_LIMITS } = options
  await addRoutes(fastify, office, { enrol, public: publicLimits })
}

const NO_COUNTS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

/** A session is counted by its device: a whole office, or a mobile network, may share one address. */
async function limitRates(fastify: FastifyInstance, max: number): Promise<void> {
  await fastify.register(rateLimit, {
    max,
    timeWindow: 60_000,
    keyGenerator: (request) => request.actor?.device ?? request.ip,
    allowList: (request) => !needsActor(request.url),
    errorResponseBuilder: () => new HttpError(429, 'too-many'),
    // Nobody reads them, and they cost bytes at every request; `Retry-After` stays.
    addHeaders: NO_COUNTS,
    addHeadersOnExceeding: NO_COUNTS,
  })
}
