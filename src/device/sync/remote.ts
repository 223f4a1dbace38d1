/** The two doors as PouchDB sees them, with a fetch of our own under it. */
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
  /** Called with each answer to `_bulk_docs` before PouchDB sees it. */
  sent?: (documents: AnyEntry[], response: Response) => Promise<void>
  /**
   * Which of these ids have to be sent although the centre has them: it answers `_revs_diff` by id, and only sees from
   * an entry itself that it says something else.
   */
  mustSend?: (ids: string[]) => Promise<Set<string>>
  /** Called where the centre asks to come again with what was sent: only this replication ends. */
  doubted?: (doubt: Trouble) => void
}

/** Opens a door for one cycle. */
export async function openDoor(line: Line, door: 'inbox' | 'outbox', remote: Remote): Promise<Pouch> {
  const PouchDB = await withReplication()
  const fetch = fetchFor(line, remote)
  return new PouchDB<AnyEntry>(`${location.origin}/sync/${door}`, { fetch } as PouchDB.Core.Options)
}

type Fetch = (url: string | Request, init?: RequestInit) => Promise<Response>

function fetchFor(line: Line, remote: Remote): Fetch {
  let conflicts = 0
  return async (target, init = {}) => {
    const url = new URL(typeof target === 'string' ? target : target.url)
    if (url.pathname === '/sync/') return Response.json({ uuid: remote.generation })
    const response = await ask(line, url, init, remote)
    if (!response) return refuseCalmly(url)
    if (response.status === 409 && ++conflicts > MOST_CONFLICTS) throw new TypeError('checkpoint conflicts')
    if (url.pathname.endsWith('/_revs_diff') && response.ok && remote.mustSend)
      return asMissing(JSON.parse(String(init.body)) as Asked, response, remote.mustSend)
    if (url.pathname.endsWith('/_bulk_docs') && response.ok)
      await remote.sent?.((JSON.parse(String(init.body)) as { docs: AnyEntry[] }).docs, response.clone())
    return response
  }
}

/** What `_revs_diff` is asked: the revisions of each id. */
type Asked = Record<string, string[]>

async function asMissing(
  asked: Asked,
  response: Response,
  mustSend: NonNullable<Remote['mustSend']>,
): Promise<Response> {
  const missing = (await response.json()) as Record<string, { missing: string[] }>
  const there = Object.keys(asked).filter((id) => !missing[id])
  for (const id of await mustSend(there)) missing[id] = { missing: asked[id]! }
  return Response.json(missing)
}

/** Undefined where it has to end; the guard knows why, or who hears of doubts. */
async function ask(line: Line, url: URL, init: RequestInit, remote: Remote): Promise<Response | undefined> {
  const { guard, doubted } = remote
  try {
    const path = url.pathname + url.search
    const { signal, progress } = guard
    const response = await line.request(path, init, { signal, progress })
    const trouble = await troubleOf(response)
    if (!trouble) return response
    if (trouble.isDoubt && doubted) doubted(trouble)
    else guard.fail(trouble)
  } catch (error) {
    guard.fail(new Trouble('offline', error))
  }
  return undefined
}

/**
 * One failed `_bulk_get` makes PouchDB fetch documents one by one until the page is reloaded. An empty answer fails
 * just this replication instead.
 */
function refuseCalmly(url: URL): Response {
  if (url.pathname.endsWith('/_bulk_get')) return Response.json({})
  throw new TypeError('the cycle is over')
}
