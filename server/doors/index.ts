/**
 * The two doors of replication: `/sync/inbox` is read-only and answers from the mailbox of the session's officer,
 * `/sync/outbox` only appends to the archive. Just what the stock PouchDB replicator calls exists; all else is 404.
 */
import type { FastifyInstance } from 'fastify'
import type { Archive } from '../archive/index.ts'
import { whoSpeaks } from './actor.ts'
import { answerTroubles, missing } from './errors.ts'
import { inbox } from './inbox.ts'
import { outbox } from './outbox.ts'
import { openWaiting } from './waiting.ts'
import { welcome } from './welcome.ts'

/** What the doors need to know of devices. */
export interface KnownDevices {
  /** All devices ever enrolled; the id is `device:<id>`. */
  list(): Promise<readonly { _id: string; officer: string }[]>
  find(id: string): Promise<{ officer: string; state: string; token?: string } | undefined>
}

export interface DoorsOptions {
  archive: Archive
  desk: { devices: KnownDevices }
}

/** The largest body, in bytes: a whole batch of entries. */
const BODY_BYTES = 10 * 1024 * 1024

/** Adds the doors under `/sync`. `request.actor` has to be set by an earlier `onRequest` hook. */
export async function addDoors(app: FastifyInstance, { archive, desk }: DoorsOptions): Promise<void> {
  await app.register(
    async (doors) => {
      const waiting = openWaiting()
      doors.addHook('onRequest', whoSpeaks)
      doors.addHook('onRoute', (route) => {
        route.bodyLimit = BODY_BYTES
      })
      doors.addHook('preClose', async () => waiting.endAll())
      answerTroubles(doors, () => archive.signals.overhaul())
      welcome(doors, archive)
      inbox(doors, { archive, devices: desk.devices, waiting })
      outbox(doors, { archive, devices: desk.devices })
      // Everything else ends here, and never at the handlers for the app's own files.
      doors.all('/*', async () => {
        throw missing()
      })
    },
    { prefix: '/sync' },
  )
}
