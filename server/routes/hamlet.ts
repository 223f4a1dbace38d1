/** The open complaints of the own dusun for its Kepala Dusun, without who complained. */
import type { FastifyInstance } from 'fastify'
import { activeActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'

/** `GET /api/dusun` → `{tag, cases}`. Throws 403 `hamlet-only` to everybody else. */
export function hamletRoute(app: FastifyInstance, { archive }: Office): void {
  app.get('/api/dusun', async (request) => {
    const hamlet = await archive.hamlets.of(activeActorOf(request).officer, await archive.villageNow())
    if (!hamlet) throw new HttpError(403, 'hamlet-only')
    return hamlet
  })
}
