/** What the desk does for other officers' phones: a new code, and the state of a device. */
import type { FastifyInstance } from 'fastify'
import { atMost } from '../archive/index.ts'
import { deskActorOf } from './actor.ts'
import { codeLink } from './code-text.ts'
import { DESK_CODE_MS } from './desk/codes.ts'
import { idOf } from './desk/devices.ts'
import { HttpError } from './errors.ts'
import { readBody, stateBody } from './input.ts'
import type { Office } from './office.ts'

interface ById {
  Params: { id: string }
}

/** `POST /api/officers/:id/code`, `GET /api/devices/arriving` and `POST /api/devices/:id/state`. */
export function deviceRoutes(app: FastifyInstance, office: Office): void {
  const { codes, devices } = office.desk

  app.post<ById>('/api/officers/:id/code', async (request) => {
    await deskActorOf(request, office)
    const officer = request.params.id
    const { officers } = await office.archive.villageNow()
    if (!Object.hasOwn(officers, officer)) throw new HttpError(404, 'officer-unknown')
    const { code, expires } = await codes.make({ officer, validFor: DESK_CODE_MS })
    return { code, link: codeLink(office.publicUrl, code), expires }
  })

  app.get('/api/devices/arriving', async (request) => {
    await deskActorOf(request, office)
    const inUse = (await devices.list()).filter(({ state }) => state === 'active')
    const counts: Record<string, number> = {}
    await atMost(4, inUse, async (doc) => {
      counts[idOf(doc)] = await office.archive.marks.lacking(doc.officer, idOf(doc))
    })
    return { devices: counts }
  })

  app.post<ById>('/api/devices/:id/state', async (request) => {
    const { officer: by } = await deskActorOf(request, office)
    const { state } = readBody(stateBody, request.body)
    const changed = { by, at: new Date().toISOString() }
    const device = await devices.change(request.params.id, () => ({ state, changed }))
    if (!device) throw new HttpError(404, 'device-unknown')
    if (state !== 'active') await office.push.forget(request.params.id)
    return { device: request.params.id, state }
  })
}
