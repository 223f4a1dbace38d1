/** The register: summaries of my whole mailbox in one compressed answer, so that a new phone is usable at once. */
import type { FastifyInstance } from 'fastify'
import { activeActorOf } from './actor.ts'
import type { Office } from './office.ts'

/** `GET /api/register` → `{cases, meetings, village}`: what the phone would fold itself, and the village's entries. */
export function registerRoute(app: FastifyInstance, office: Office): void {
  app.get('/api/register', (request) => office.archive.register(activeActorOf(request).officer))
}
