/** What was half typed on a phone that is gone: its author's other phones take it over, and nobody else can read it. */
import type { FastifyInstance } from 'fastify'
import { activeActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

/** `GET /api/drafts`, `GET /api/drafts/files/<hash>`, `DELETE /api/drafts/<key>`. */
export function draftRoutes(app: FastifyInstance, { desk }: Office): void {
  app.get('/api/drafts', async (request) => ({ drafts: await desk.drafts.list(activeActorOf(request)) }))

  app.get<{ Params: { hash: string } }>('/api/drafts/files/:hash', async (request, reply) => {
    const bytes = await desk.drafts.file(activeActorOf(request).officer, request.params.hash)
    if (!bytes) throw new HttpError(404, 'not-found')
    return reply.type('application/octet-stream').send(bytes)
  })

  app.delete<{ Params: { key: string } }>('/api/drafts/:key', async (request) => {
    await desk.drafts.taken(activeActorOf(request).officer, request.params.key)
    return { ok: true }
  })
}
