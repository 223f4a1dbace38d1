/** Taking in what phones send: judged in key order, each document seeing those accepted before it (design §3). */
import type { Arrived, Entry } from '../../src/domain/entries.ts'
import { journalOf } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Db } from '../couch/index.ts'
import { openBook, type Book } from './journals.ts'
import { judge, type Verdict } from './judge.ts'
import type { Orders } from './orders.ts'
import { mayBeIncomplete } from './place.ts'
import { allHeld, letGo, quarantine } from './quarantine.ts'
import { RetryLater, type Outcome } from './refusals.ts'
import { openRefusedOpenings, type RefusedOpenings } from './refused-openings.ts'
import { stamp } from './stamp.ts'
import type { Actor, Clock } from './types.ts'
import { createAll } from './write.ts'

/** Who sends a batch. */
export interface Sender extends Actor {
  /** What to add to the device's clock, ms (server now − device now). */
  offset: number
  /** Every device ever enrolled for the officer. */
  devices: ReadonlySet<string>
}

export interface Acceptance {
  archive: Db
  desk: Db
  orders: Orders
  clock: Clock
}

interface Fit {
  entry: Entry
  late?: Arrived['late']
}

/**
 * Accepts a batch; the outcomes come in key order. Throws RetryLater where something can't be judged yet: everything
 * else has been accepted by then, so the same batch may simply come again.
 */
export async function acceptBatch(
  on: Acceptance,
  documents: readonly unknown[],
  sender: Sender,
): Promise<Outcome[]> {
  const sorted = [...documents].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
  const { officer, device, offset } = sender
  const at = new Date(on.clock()).toISOString()
  if (sender.state === 'lost') return quarantine(on.desk, sorted, { officer, device, offset, at })
  const book = openBook(on.archive)
  const bench = { book, day: dayOf(at), incomplete: await mayBeIncomplete(on.archive, on.clock()) }
  const openings = openRefusedOpenings(on.desk)
  const verdicts: { id: string; verdict: Verdict }[] = []
  for (const document of sorted) {
    const verdict = await settle(await judge(document, sender, bench), document, sender, openings)
    if (verdict.fate === 'write') await enter(book, verdict.entry)
    verdicts.push({ id: keyOf(document), verdict })
  }
  const fit = verdicts.flatMap(({ verdict }) => (verdict.fate === 'write' ? [verdict] : []))
  const different = await writeStamped(on, fit, sender)
  const doubt = verdicts.find(({ verdict }) => verdict.fate === 'doubt')?.verdict
  if (doubt?.fate === 'doubt') throw new RetryLater(doubt.why)
  return verdicts.map(({ id, verdict }) => outcomeOf(id, verdict, different))
}

/** Judges what a lost device has sent as if it came from a retired one; what is taken in leaves quarantine. */
export async function admitHeld(
  on: Acceptance,
  device: string,
  devices: ReadonlySet<string>,
): Promise<Outcome[]> {
  const held = await allHeld(on.desk, device)
  if (held.length === 0) return []
  const { officer, offset } = held.at(-1)!
  const sender: Sender = { officer, device, state: 'retired', offset, devices }
  const outcomes = await acceptBatch(
    on,
    held.map(({ document }) => document),
    sender,
  )
  await letGo(on.desk, device, new Set(outcomes.filter(({ ok }) => ok).map(({ id }) => id)))
  return outcomes
}

/** A doubt about a journal that can never begin is a refusal; a refused beginning is remembered. */
async function settle(
  verdict: Verdict,
  document: unknown,
  { officer }: Sender,
  openings: RefusedOpenings,
): Promise<Verdict> {
  if (verdict.fate === 'refuse') await openings.note(officer, document)
  if (verdict.fate !== 'doubt' || verdict.why !== 'unknown-journal') return verdict
  const hopeless = await openings.has(officer, journalOf(keyOf(document)))
  return hopeless ? { fate: 'refuse', why: 'unknown-case' } : verdict
}

const keyOf = (document: unknown): string => {
  const id = (document as { _id?: unknown } | null)?._id
  return typeof id === 'string' ? id : ''
}

const enter = (book: Book, entry: Entry) => book.add(journalOf(entry._id), entry)

/** Writes what fits; answers the ids that somebody else has meanwhile written with other content. */
async function writeStamped(on: Acceptance, fit: readonly Fit[], sender: Sender): Promise<Set<string>> {
  if (fit.length === 0) return new Set()
  const retired = sender.state === 'retired' ? { late: 'retired' as const } : {}
  const ticket = await on.orders.take(fit.length)
  try {
    const at = new Date(on.clock()).toISOString()
    const stamped = fit.map(({ entry, late }, index) =>
      stamp(entry, { at, order: ticket.orders[index]!, offset: sender.offset, late, ...retired }),
    )
    const created = await createAll(on.archive, stamped)
    return new Set(stamped.filter((_, index) => created[index] === 'different').map(({ _id }) => _id))
  } finally {
    ticket.done()
  }
}

function outcomeOf(id: string, verdict: Verdict, different: ReadonlySet<string>): Outcome {
  if (verdict.fate === 'refuse') {
    return { id, ok: false, why: verdict.why, ...(verdict.path ? { path: verdict.path } : {}) }
  }
  return different.has(id) ? { id, ok: false, why: 'other-content' } : { id, ok: true }
}
