/** The session: who this browser is here, and signing out. */
import type { FastifyInstance } from 'fastify'
import { actorOf } from './actor.ts'
import { clearSession, credentialOf, setSession } from './cookies.ts'
import type { Office } from './office.ts'

/** `GET /api/session` (prolongs it) and `POST /api/signout`. */
export function sessionRoutes(app: FastifyInstance, office: Office): void {
  app.get('/api/session', async (request, reply) => {
    const { officer, device, state } = actorOf(request)
    setSession(reply, credentialOf(request)!, office.secure)
    return {
      officer,
      device,
      state,
      village: office.village,
      generation: await office.archive.generation(officer),
      now: new Date().toISOString(),
      version: office.version,
      publicUrl: office.publicUrl,
      warnings: office.warnings,
    }
  })

  app.post('/api/signout', async (request, reply) => {
    const { device } = actorOf(request)
    await office.desk.devices.change(device, () => ({ token: undefined }))
    await office.push.forget(device)
    clearSession(reply, device, office.secure)
    return { ok: true }
  })
}
