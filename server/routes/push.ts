/** Being called while the app is closed: the key to subscribe with, and the subscription of this device. */
import type { FastifyInstance } from 'fastify'
import { activeActorOf, actorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import { pushBody, readBody } from './input.ts'
import type { Office } from './office.ts'

/** `GET`, `PUT` and `DELETE /api/push`. */
export function pushRoutes(app: FastifyInstance, { push }: Office): void {
  app.get('/api/push', async (request) => {
    activeActorOf(request)
    return { key: await push.key() }
  })

  app.put('/api/push', async (request) => {
    const { officer, device } = activeActorOf(request)
    const taken = await push.subscribe(officer, device, readBody(pushBody, request.body))
    if (!taken.ok && taken.why === 'refused') throw new HttpError(409, 'push-refused')
    if (!taken.ok) throw new HttpError(400, 'invalid', taken.why)
    return { tag: taken.tag }
  })

  app.delete('/api/push', async (request) => {
    await push.forget(actorOf(request).device)
    return { ok: true }
  })
}
