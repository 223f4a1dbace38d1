/** Journals on demand: a case that is opened on a new phone before its journal came. */
import type { FastifyInstance } from 'fastify'
import { journalKind } from '../../src/domain/ids.ts'
import { activeActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

/**
 * `GET /api/journals/:id` → `{entries}`. Read from the caller's mailbox, so that nothing outside the audience can get
 * into the answer; whether a journal exists elsewhere is not told.
 */
export function journalRoute(app: FastifyInstance, office: Office): void {
  app.get<{ Params: { id: string } }>('/api/journals/:id', async (request) => {
    const { officer } = activeActorOf(request)
    const { id } = request.params
    const entries = journalKind(id) ? await office.archive.journalFor(officer, id) : []
    if (entries.length === 0) throw new HttpError(404, 'journal-unknown')
    return { entries }
  })
}
