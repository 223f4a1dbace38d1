/** Who makes a request: the officer whose device's session it carries. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Village } from '../../src/domain/village.ts'
import { keepersOn } from '../../src/domain/audience.ts'
import { dayOf } from '../../src/domain/time.ts'
import { credentialOf, SESSION_DAYS } from './cookies.ts'
import { idOf, type Device, type Devices } from './desk/devices.ts'
import type { Desk } from './desk/index.ts'
import { HttpError } from './errors.ts'
import type { Office } from './office.ts'
import { needsActor } from './paths.ts'

/** Being in touch is noted this often; more would be a write for every request. */
const CONTACT_MS = 60_000

/** Sets `request.actor` on every request to the API and the doors that carries a valid session. */
export function recogniseActors(app: FastifyInstance, desk: Desk): void {
  app.decorateRequest('actor', undefined)
  app.addHook('onRequest', async (request) => {
    if (needsActor(request.url)) request.actor = await recognise(request, desk)
  })
}

async function recognise(request: FastifyRequest, { devices, keys }: Desk): Promise<FastifyRequest['actor']> {
  const credential = credentialOf(request)
  const device = credential && (await devices.find(credential.device))
  if (!device?.token || isStale(device) || !(await keys.matches(device.token, credential!.token)))
    return undefined
  await noteContact(devices, idOf(device), device)
  return { officer: device.officer, device: idOf(device), state: device.state }
}

const age = (device: Device) => Date.now() - Date.parse(device.lastContact ?? device.enrolledAt)

const isStale = (device: Device) => age(device) > SESSION_DAYS * 86_400_000

async function noteContact(devices: Devices, id: string, device: Device): Promise<void> {
  if (age(device) < CONTACT_MS) return
  await devices.change(id, () => ({ lastContact: new Date().toISOString() }))
}

/** The actor. Throws 401 `no-session` without one. */
export function actorOf(request: FastifyRequest): NonNullable<FastifyRequest['actor']> {
  if (!request.actor) throw new HttpError(401, 'no-session')
  return request.actor
}

/** The actor with a device in use. Throws 403 `device-retired` or `device-lost` otherwise. */
export function activeActorOf(request: FastifyRequest): NonNullable<FastifyRequest['actor']> {
  const actor = actorOf(request)
  if (actor.state !== 'active') throw new HttpError(403, `device-${actor.state}`)
  return actor
}

/** The actor, who does desk work today. Throws 403 `desk-only` otherwise. */
export async function deskActorOf(
  request: FastifyRequest,
  office: Office,
): Promise<NonNullable<FastifyRequest['actor']>> {
  const actor = activeActorOf(request)
  if (!worksAtDesk(await office.archive.villageNow(), actor.officer)) throw new HttpError(403, 'desk-only')
  return actor
}

/** Whether an officer does desk work today. */
export const worksAtDesk = (village: Village, officer: string): boolean =>
  keepersOn(village, dayOf(new Date().toISOString())).includes(officer)
