/** `/sync/inbox`: read-only, the mailbox of the session's officer. */
import type { FastifyInstance } from 'fastify'
import { isOfficerId, parseEntryId } from '../../src/domain/ids.ts'
import type { Actor, Archive } from '../archive/index.ts'
import { statusOf, updateSeq, type Db } from '../couch/index.ts'
import { docPath, request as ask } from '../couch/request.ts'
import { receiverOf } from './actor.ts'
import { changes } from './changes.ts'
import { badRequest, missing } from './errors.ts'
import type { KnownDevices } from './index.ts'
import { readLocal, writeLocal } from './local.ts'
import { parseSeq } from './seq.ts'
import type { Waiting } from './waiting.ts'

export interface InboxOptions {
  archive: Archive
  devices: KnownDevices
  waiting: Waiting
}

type Named = { Params: { name: string } }

/** Adds the door. */
export function inbox(doors: FastifyInstance, { archive, devices, waiting }: InboxOptions): void {
  const boxOf = async ({ officer }: Actor): Promise<Db> => {
    if (!isOfficerId(officer)) throw missing()
    return (await archive.box(officer)).db
  }
  const stillReceives = async ({ device, officer }: Actor) => {
    const known = await devices.find(device)
    return known?.officer === officer && known.state === 'active' && known.token !== undefined
  }
  const polling = { archive, waiting, stillReceives }

  doors.get('/inbox/', async (request) => {
    const update_seq = await updateSeq(await boxOf(receiverOf(request)))
    return { db_name: 'inbox', update_seq, instance_start_time: '0' }
  })
  doors.get<Named>('/inbox/_local/:name', async (request) => {
    const actor = receiverOf(request)
    return readLocal(await boxOf(actor), actor.device, request.params.name)
  })
  doors.put<Named>('/inbox/_local/:name', async (request, reply) => {
    const actor = receiverOf(request)
    const { answer, lastSeq } = await writeLocal(
      await boxOf(actor),
      actor.device,
      request.params.name,
      request.body,
    )
    const reached = parseSeq(lastSeq)
    if (reached !== undefined) await noteReached(archive, actor, reached)
    return reply.code(201).send(answer)
  })
  doors.get('/inbox/_changes', async (request, reply) =>
    changes(polling, receiverOf(request), request, reply),
  )
  doors.post('/inbox/_changes', async (request, reply) =>
    changes(polling, receiverOf(request), request, reply),
  )
  doors.post('/inbox/_bulk_get', async (request) => bulkGet(await boxOf(receiverOf(request)), request.body))
  doors.get<Named>('/inbox/:name', async (request) => {
    const db = await boxOf(receiverOf(request))
    return openRevs(db, request.params.name, (request.query as Record<string, unknown>).open_revs)
  })
}

/** The checkpoint is stored; what it proves is worked out beside, and a strange one proves nothing. */
async function noteReached(
  archive: Archive,
  { officer, device }: Actor,
  lastSeq: number | string,
): Promise<void> {
  const at = new Date(archive.clock()).toISOString()
  await archive.marks.noteCheckpoint(officer, device, lastSeq, at).catch((error: unknown) => {
    if (statusOf(error) !== 400) throw error
  })
}

const REV = /^\d{1,9}-[0-9a-f]{1,64}$/
const MAX_DOCS = 1000

/**
 * Always the latest revision, with its history: so a phone gets the tombstone of what was taken from it, and never
 * the body that stood there before.
 */
async function bulkGet(db: Db, body: unknown): Promise<unknown> {
  const docs = (body as { docs?: unknown } | null)?.docs
  if (!Array.isArray(docs) || docs.length > MAX_DOCS) throw badRequest('malformed-docs')
  const asked = docs.map((doc: { id?: unknown; rev?: unknown } | null) => {
    const { id, rev } = doc ?? {}
    if (typeof id !== 'string' || !parseEntryId(id)) throw badRequest('malformed-id')
    if (rev !== undefined && (typeof rev !== 'string' || !REV.test(rev))) throw badRequest('malformed-rev')
    return { id, ...(rev === undefined ? {} : { rev }) }
  })
  const query = { revs: true, latest: true }
  return ask(db, { method: 'POST', path: '_bulk_get', query, body: { docs: asked } })
}

/** What a client does that thinks `_bulk_get` is missing: one document after the other. */
async function openRevs(db: Db, id: string, wanted: unknown): Promise<unknown> {
  if (!parseEntryId(id) || typeof wanted !== 'string') throw missing()
  const query = { revs: true, latest: true, open_revs: JSON.stringify(readRevs(wanted)) }
  return ask(db, { path: docPath(id), query })
}

function readRevs(text: string): string[] {
  try {
    const revs: unknown = JSON.parse(text)
    if (Array.isArray(revs) && revs.length <= MAX_DOCS && revs.every((rev) => REV.test(String(rev))))
      return revs
  } catch {
    // Not JSON: refused below.
  }
  throw badRequest('malformed-rev')
}
