/** What lost phones have sent: the desk looks at it, and takes it in or throws it away. */
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { viewHeld } from '../archive/index.ts'
import { deskActorOf } from './actor.ts'
import { HttpError } from './errors.ts'
import { readBody } from './input.ts'
import type { Office } from './office.ts'

interface ById {
  Params: { id: string }
}

const fateBody = v.object({ fate: v.picklist(['admit', 'discard']) })

/** `GET` and `POST /api/devices/:id/held`. */
export function heldRoutes(app: FastifyInstance, office: Office): void {
  app.get<ById>('/api/devices/:id/held', async (request) => {
    const { officer } = await deskActorOf(request, office)
    return viewOf(office, await known(office, request.params.id), officer)
  })

  app.post<ById>('/api/devices/:id/held', async (request) => {
    const { officer } = await deskActorOf(request, office)
    const device = await known(office, request.params.id)
    const { fate } = readBody(fateBody, request.body)
    const done = fate === 'admit' ? await admit(office, device) : await discard(office, device, officer)
    const at = new Date().toISOString()
    await office.desk.devices.change(device, () => ({ decided: { by: officer, at, ...done.counts } }))
    return { ...done.counts, stays: done.stays }
  })
}

async function known({ desk }: Office, id: string): Promise<string> {
  if (!(await desk.devices.find(id))) throw new HttpError(404, 'device-unknown')
  return id
}

const viewOf = ({ archive }: Office, device: string, officer: string) =>
  viewHeld({ archive: archive.db, desk: archive.desk }, device, officer, archive.clock())

/** By the ordinary checks, as from a phone that is out of use. */
async function admit({ archive, desk, postman }: Office, device: string) {
  const outcomes = await archive.admitHeld(device, await desk.devices.siblings(device))
  await postman.settled()
  const stays = outcomes.flatMap((one) => (one.ok ? [] : [{ id: one.id, why: one.why }]))
  return { counts: { taken: outcomes.length - stays.length, thrown: 0 }, stays }
}

/** Nobody throws away what they may not see: it may be about them. */
async function discard(office: Office, device: string, officer: string) {
  const { rows } = await viewOf(office, device, officer)
  await office.archive.discardHeld(device, new Set(rows.map(({ key }) => key)))
  return { counts: { taken: 0, thrown: rows.length }, stays: [] }
}
