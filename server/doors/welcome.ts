/** `GET /sync/`: the stock replicator reads `uuid` here and makes its replication id from it. */
import type { FastifyInstance } from 'fastify'
import type { Archive } from '../archive/index.ts'
import { actorOf } from './actor.ts'

/** A sealed place is a hundred characters long. */
const MOST_SHOWN = 200

/** Adds the root of the doors. A phone out of use has no mailbox any more: its state stands there, and it hands in what it has. */
export function welcome(doors: FastifyInstance, archive: Archive): void {
  doors.get('/', async (request) => {
    const { officer, state } = actorOf(request)
    const shown = request.headers['x-kentongan-seen']
    if (typeof shown === 'string' && shown.length <= MOST_SHOWN) await archive.heedPlace(shown)
    const uuid = state === 'active' ? await archive.identity(officer) : state
    return { couchdb: 'Welcome', uuid, version: '3.5.0', vendor: { name: 'Kentongan' } }
  })
}
