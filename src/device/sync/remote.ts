/** The inbox as PouchDB sees it, with a fetch of our own under it. */
import type { Line } from '../line.ts'
import { withReplication, type Pouch } from '../pouch.ts'
import type { AnyEntry } from '../types.ts'
import type { Guard } from './guard.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** A lasting conflict on the checkpoint would make the replicator ask for ever, without a pause. */
const MOST_CONFLICTS = 5

export interface Remote {
  guard: Guard
  /** The mailbox's generation: PouchDB asks for it again at every replication, and gets this answer. */
  generation: string
}

/** Opens the inbox for one cycle. */
export async function openInbox(line: Line, remote: Remote): Promise<Pouch> {
  const PouchDB = await withReplication()
  const fetch = fetchFor(line, remote)
  return new PouchDB<AnyEntry>(`${location.origin}/sync/inbox`, { fetch } as PouchDB.Core.Options)
}

type Fetch = (url: string | Request, init?: RequestInit) => Promise<Response>

function fetchFor(line: Line, remote: Remote): Fetch {
  let conflicts = 0
  return async (target, init = {}) => {
    const url = new URL(typeof target === 'string' ? target : target.url)
    if (url.pathname === '/sync/') return Response.json({ uuid: remote.generation })
    const response = await ask(line, url, init, remote.guard)
    // The guard has ended the cycle. Nobody waits for an answer any more, and PouchDB would leave a rejection unheard, or take `_bulk_get` for unknown here.
    if (!response) return new Promise(() => undefined)
    if (response.status === 409 && ++conflicts > MOST_CONFLICTS) throw new TypeError('checkpoint conflicts')
    return response
  }
}

/** Undefined where it has to end; the guard knows why. */
async function ask(line: Line, url: URL, init: RequestInit, guard: Guard): Promise<Response | undefined> {
  try {
    const path = url.pathname + url.search
    const { signal, progress } = guard
    const response = await line.request(path, init, { signal, progress })
    const trouble = await troubleOf(response)
    if (!trouble) return response
    guard.fail(trouble)
  } catch (error) {
    guard.fail(new Trouble('offline', error))
  }
  return undefined
}
