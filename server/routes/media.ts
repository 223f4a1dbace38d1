/** The bytes of photos, voice notes and signatures. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { MAX_FILE_BYTES } from '../../src/domain/attachments.ts'
import { RetryLater } from '../archive/index.ts'
import { activeActorOf, actorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

interface Named {
  Params: { hash: string }
  Querystring: { entry?: string | string[] }
}

/** `PUT` and `GET /api/media/:hash?entry=<entry id>`, in a room of their own: here bodies are bytes. */
export async function mediaRoutes(fastify: FastifyInstance, office: Office): Promise<void> {
  await fastify.register(async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    // Before the body is read: nobody without a session makes the server hold two megabytes.
    app.addHook('onRequest', async (request) => void actorOf(request))
    bringRoute(app, office)
    seeRoute(app, office)
  })
}

/** A retired phone brings what it still has; a lost one what belongs to its entries in quarantine. */
function bringRoute(app: FastifyInstance, { archive: { files } }: Office): void {
  app.put<Named>('/api/media/:hash', async (request, reply) => {
    const { query, params } = request
    const named = await files.toBring(entryOf(query), params.hash, actorOf(request)).catch(comeAgain)
    if (!named) throw new HttpError(404, 'not-named')
    const type = request.headers['content-type']?.split(';')[0]!.trim()
    if (type !== named.attachment.type || !(request.body instanceof Uint8Array))
      throw new HttpError(400, 'invalid', 'type')
    const stored = await files.bring(named, request.body)
    if (stored !== 'created' && stored !== 'known') throw new HttpError(400, 'invalid', stored)
    return reply.code(stored === 'created' ? 201 : 200).send({ ok: true })
  })
}

function comeAgain(error: unknown): never {
  if (error instanceof RetryLater) throw new HttpError(503, 'try-later', error.why)
  throw error
}

function seeRoute(app: FastifyInstance, { archive: { files } }: Office): void {
  // Whether the centre has it, also for who may bring it and not see it: asked before it is sent a second time.
  app.head<Named>('/api/media/:hash', async (request, reply) => {
    const { hash } = request.params
    const actor = actorOf(request)
    const named = await files.toBring(entryOf(request.query), hash, actor)
    return reply.code(named && (await files.brought(named)) ? 200 : 404).send()
  })
  app.get<Named>('/api/media/:hash', async (request, reply) => {
    const { officer } = activeActorOf(request)
    const { hash } = request.params
    const named = await files.toSee(entryOf(request.query), hash, officer)
    if (!named) throw new HttpError(404, 'not-found')
    const info = await files.brought(named)
    const bytes = info && (await files.read(hash))
    if (!bytes) throw new HttpError(404, 'not-yet')
    return asFile(reply, info.type).send(bytes)
  })
}

/** It came from a phone: a browser that is led to it shall save it and not open it, and no cache keep it. */
const asFile = (reply: FastifyReply, type: string): FastifyReply =>
  reply.headers({
    'content-type': type,
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })

const entryOf = ({ entry }: Named['Querystring']): string => (typeof entry === 'string' ? entry : '')
