/** `GET /sync/`: the stock replicator reads `uuid` here and makes its replication id from it. */
import type { FastifyInstance } from 'fastify'
import type { Archive } from '../archive/index.ts'
import { receiverOf, actorOf } from './actor.ts'

/** A phone that declares itself lost has no mailbox to name any more, but must still hand in what it has. */
const NO_MAILBOX = 'lost'

/** Adds the root of the doors. */
export function welcome(doors: FastifyInstance, archive: Archive): void {
  doors.get('/', async (request) => {
    const actor = actorOf(request)
    const uuid = actor.state === 'lost' ? NO_MAILBOX : await archive.identity(receiverOf(request).officer)
    return { couchdb: 'Welcome', uuid, version: '3.5.0', vendor: { name: 'Kentongan' } }
  })
}
