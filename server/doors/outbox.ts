/** `/sync/outbox`: write-only, appends to the archive. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Archive } from '../archive/index.ts'
import { actorOf } from './actor.ts'
import { badRequest, resultOf } from './errors.ts'
import type { KnownDevices } from './index.ts'
import { readLocal, writeLocal } from './local.ts'

export interface OutboxOptions {
  archive: Archive
  devices: KnownDevices
}

type Named = { Params: { name: string } }

const MAX_DOCS = 1000
/** A clock that is wrong by more than this has no time to put right. */
const MAX_OFFSET_MS = 100 * 365 * 86_400_000

/** Adds the door. */
export function outbox(doors: FastifyInstance, { archive, devices }: OutboxOptions): void {
  doors.get('/outbox/', async () => ({ db_name: 'outbox', update_seq: 0, instance_start_time: '0' }))
  doors.get<Named>('/outbox/_local/:name', async (request) =>
    readLocal(archive.db, actorOf(request).device, request.params.name),
  )
  doors.put<Named>('/outbox/_local/:name', async (request, reply) => {
    const { answer } = await writeLocal(
      archive.db,
      actorOf(request).device,
      request.params.name,
      request.body,
    )
    return reply.code(201).send(answer)
  })
  doors.post('/outbox/_revs_diff', async (request) => revsDiff(archive, devices, request))
  doors.post('/outbox/_bulk_docs', async (request, reply) => {
    const { docs, newEdits } = readBatch(request.body)
    const actor = actorOf(request)
    const sender = {
      ...actor,
      offset: offsetOf(request, archive),
      devices: await devicesOf(devices, actor.officer),
    }
    const outcomes = await archive.accept(docs, sender).finally(async () => {
      const place = await archive.lastPlace()
      if (place) reply.header('x-kentongan-place', place)
    })
    // As in CouchDB, a replicator hears only of what was not written.
    const told = newEdits ? outcomes : outcomes.filter(({ ok }) => !ok)
    return reply.code(201).send(told.map(resultOf))
  })
}

function readBatch(body: unknown): { docs: unknown[]; newEdits: boolean } {
  const { docs, new_edits: newEdits } = (body ?? {}) as { docs?: unknown; new_edits?: unknown }
  if (!Array.isArray(docs) || docs.length > MAX_DOCS) throw badRequest('malformed-docs')
  return { docs, newEdits: newEdits !== false }
}

/**
 * Answers by id, whatever the revision: the archive's copy is stamped and has a revision of its own. An id of somebody
 * else's device counts as missing, so that nobody learns here what exists.
 */
async function revsDiff(archive: Archive, devices: KnownDevices, request: FastifyRequest) {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badRequest('not-an-object')
  const asked = Object.entries(body as Record<string, unknown>)
  if (asked.length > MAX_DOCS) throw badRequest('malformed-docs')
  const actor = actorOf(request)
  const own = await devicesOf(devices, actor.officer)
  const ids = asked.map(([id]) => id)
  const known = await archive.known(
    ids.filter((id) => own.has(id.slice(id.lastIndexOf(':') + 1))),
    actor,
  )
  return Object.fromEntries(asked.filter(([id]) => !known.has(id)).map(([id, missing]) => [id, { missing }]))
}

async function devicesOf(devices: KnownDevices, officer: string): Promise<Set<string>> {
  const all = await devices.list()
  return new Set(
    all.filter((device) => device.officer === officer).map(({ _id }) => _id.slice('device:'.length)),
  )
}

/** What to add to the device's clock, by the time that it says it is. */
function offsetOf({ headers }: FastifyRequest, archive: Archive): number {
  const said = headers['x-kentongan-time']
  const time = typeof said === 'string' ? Date.parse(said) : NaN
  const offset = Number.isNaN(time) ? 0 : archive.clock() - time
  return Math.abs(offset) <= MAX_OFFSET_MS ? offset : 0
}
