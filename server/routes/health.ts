/** For the service manager and monitoring: whether the server and its engine answer. */
import type { FastifyInstance } from 'fastify'
import type { Office } from './office.ts'

const PATIENCE_MS = 3_000

/** `GET /healthz`: 200 `ok`, or 503 while the engine does not answer or another server has taken over. */
export function healthRoute(app: FastifyInstance, office: Office): void {
  const { couch, version } = office
  app.get('/healthz', async (_request, reply) => {
    const status = office.lease.lost ? 'standby' : (await engineAnswers(office)) ? 'ok' : 'engine-unavailable'
    if (status !== 'ok') reply.code(503)
    return { status, engine: couch.engine, version }
  })
}

async function engineAnswers({ couch }: Office): Promise<boolean> {
  const options = { path: '', signal: AbortSignal.timeout(PATIENCE_MS) }
  return couch.server.request(options).then(
    () => true,
    () => false,
  )
}
