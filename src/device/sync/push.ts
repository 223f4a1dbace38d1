/** Own entries to the centre: taken in, refused one by one, or waiting where it can't judge them yet. */
import type { Line } from '../line.ts'
import type { Own } from '../local.ts'
import { asWritten, keepRefused, readOwn, unsent } from '../refused.ts'
import { confirm, doubt } from '../register/own.ts'
import type { Store } from '../store.ts'
import type { Guard } from './guard.ts'
import { noteSeen, PLACE_HEADER } from './seen.ts'
import { Trouble, troubleOf } from './trouble.ts'

/** So many of the largest entries fit into one request (10 MiB); and what a broken line takes away is little. */
const BATCH = 75

export interface Push {
  store: Store
  line: Line
  guard: Guard
  /** The state of an own entry changed. */
  changed: () => void
}

/** What the centre says of one entry. */
interface Result {
  id: string
  ok?: boolean
  error?: string
  reason?: string
}

/**
 * Offers everything that the centre has not, in the order in which it was written; asks nothing where that is nothing.
 * What it can't judge yet stays unsent, and holds up only what was written after it in the same journal. Answers whether
 * there is such: worth coming again for. Throws Trouble.
 */
export async function push(on: Push): Promise<boolean> {
  const { store, guard } = on
  /** Journals of which something is in doubt → why. */
  const doubts = new Map<string, string>()
  const waiting = await guard.while(unsent(store))
  for (let from = 0; from < waiting.length; from += BATCH) {
    const batch = waiting.slice(from, from + BATCH)
    const held = batch.filter(({ journal }) => doubts.has(journal))
    const results = await offer(
      on,
      batch.filter((own) => !held.includes(own)),
    )
    const waits = new Map(results.filter(isDoubt).map(({ id, reason = '' }) => [id, reason]))
    for (const { id, journal } of batch) if (waits.has(id)) doubts.set(journal, waits.get(id)!)
    for (const { id, journal } of held) waits.set(id, doubts.get(journal)!)
    if (await guard.while(note(store, results, waits))) on.changed()
  }
  return doubts.size > 0
}

const isDoubt = ({ error }: Result): boolean => error === 'try_later'

/** Sends entries in one request; answers a line for each. Throws Trouble. */
async function offer({ store, line, guard }: Push, entries: readonly Own[]): Promise<Result[]> {
  const docs = await guard.while(
    readOwn(
      store,
      entries.map(({ id }) => id),
    ),
  )
  if (!docs.length) return []
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ docs: docs.map(asWritten) }),
  }
  const { signal, progress } = guard
  const response = await guard.while(line.request('/sync/outbox/_bulk_docs', init, { signal, progress }))
  const answer = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Result[] | { results?: Result[] }
  // Where something is in doubt the lines stand in the refusal of the request.
  const results = Array.isArray(answer) ? answer : answer.results
  if (results && (response.ok || response.status === 503)) {
    await noteSeen(store.local, response.headers.get(PLACE_HEADER))
    return results
  }
  throw (await troubleOf(response)) ?? new Trouble('server')
}

/** Writes down what became of each. Confirmed is only what the centre itself says it has. */
async function note(store: Store, results: Result[], waits: ReadonlyMap<string, string>): Promise<boolean> {
  const refused = results.filter((one) => !one.ok && !isDoubt(one))
  const taken = results.filter(({ ok }) => ok).map(({ id }) => id)
  const news = [
    await keepRefused(store, new Map(refused.map(({ id, reason = 'forbidden' }) => [id, reason]))),
    await confirm(store, new Set(taken)),
    await doubt(store, waits),
  ]
  return news.some(Boolean)
}
