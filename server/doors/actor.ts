/** Who stands at the door. */
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../archive/index.ts'
import { DoorError, missing } from './errors.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The session's officer and device; undefined without a session. */
    actor?: Actor
  }
}

/** Lets nobody in without a session, and none of the HEAD requests that Fastify adds by itself. */
export async function whoSpeaks(request: FastifyRequest): Promise<void> {
  actorOf(request)
  if (request.method === 'HEAD') throw missing()
}

/** The actor behind the door. The stock replicator gives up on `unauthorized` instead of trying for ever. */
export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new DoorError(401, 'unauthorized', 'no-session')
  return request.actor
}

/** The actor, whose device may still receive: one out of use gets nothing any more and learns why. */
export function receiverOf(request: FastifyRequest): Actor {
  const actor = actorOf(request)
  if (actor.state !== 'active') throw new DoorError(403, 'forbidden', `device-${actor.state}`)
  return actor
}
