/**
 * Taking in what phones send: judged in key order, each document seeing those accepted before it (design §3), and stamped
 * in the order in which it was sent.
 */
import type { Arrived, Entry } from '../../src/domain/entries.ts'
import { journalOf } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import { readMany, type Db } from '../couch/index.ts'
import { asSent, inKeyOrder, keyOf } from './in-order.ts'
import { openBook, type Book } from './journals.ts'
import { judge, type Verdict } from './judge.ts'
import type { Orders } from './orders.ts'
import { restoredLately } from './place.ts'
import { quarantine, type Held } from './quarantine.ts'
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
  /** Who read an entry in from a rescue file, where somebody did. */
  via?: (id: string) => string | undefined
}

/** What became of one entry of a rescue file. `held`: in quarantine; `waits`: can't be judged yet. */
export interface Taken {
  id: string
  fate: 'accepted' | 'known' | 'held' | 'refused' | 'waits'
  why?: string
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
 * Accepts a batch; the outcomes come in key order. Throws RetryLater, with all of them, where something can't be judged
 * yet: everything else is on disk by then, so the same batch may simply come again, or only what is in doubt.
 */
export async function acceptBatch(
  on: Acceptance,
  documents: readonly unknown[],
  sender: Sender,
): Promise<Outcome[]> {
  if (sender.state === 'lost') return quarantine(on.desk, inKeyOrder(documents), heldFrom(on, sender))
  const { verdicts, different } = await sift(on, documents, sender)
  const outcomes = verdicts.map(({ id, verdict }) => outcomeOf(id, verdict, different))
  const doubt = verdicts.find(({ verdict }) => verdict.fate === 'doubt')?.verdict
  if (doubt?.fate === 'doubt') throw new RetryLater(doubt.why, outcomes)
  return outcomes
}

/**
 * Takes in a rescue file, and tells of each entry what became of it. May be done again: what is there already stays.
 * Throws RetryLater where a lost device has sent more than there is room for.
 */
export async function takeIn(
  on: Acceptance,
  documents: readonly unknown[],
  sender: Sender,
): Promise<Taken[]> {
  if (sender.state === 'lost') return putAside(on, documents, sender)
  const { verdicts, different } = await sift(on, documents, sender)
  return verdicts.map(({ id, verdict }) => {
    const outcome = outcomeOf(id, verdict, different)
    if (!outcome.ok) return { id, fate: outcome.waits ? 'waits' : 'refused', why: outcome.why }
    return { id, fate: verdict.fate === 'known' ? 'known' : 'accepted' }
  })
}

/** Of a lost device: to quarantine with what is not in the archive. */
async function putAside(on: Acceptance, documents: readonly unknown[], sender: Sender): Promise<Taken[]> {
  const there = await readMany(on.archive, documents.map(keyOf).filter(Boolean))
  const accepted = new Set(there.flatMap((doc) => (doc ? [doc._id] : [])))
  const fresh = inKeyOrder(documents).filter((document) => !accepted.has(keyOf(document)))
  const outcomes = await quarantine(on.desk, fresh, heldFrom(on, sender))
  return [
    ...[...accepted].map((id) => ({ id, fate: 'known' as const })),
    ...outcomes.map((outcome) =>
      outcome.ok
        ? { id: outcome.id, fate: 'held' as const }
        : { id: outcome.id, fate: 'refused' as const, why: outcome.why },
    ),
  ]
}

function heldFrom(on: Acceptance, { officer, device, offset, via }: Sender) {
  const at = new Date(on.clock()).toISOString()
  return (id: string): Omit<Held, 'document'> => {
    const reader = via?.(id)
    return { officer, device, offset, at, ...(reader ? { via: reader } : {}) }
  }
}

/** Judges in key order, and writes what fits. */
async function sift(on: Acceptance, documents: readonly unknown[], sender: Sender) {
  const book = openBook(on.archive)
  const day = dayOf(new Date(on.clock()).toISOString())
  const inDoubt = new Map<string, RetryLater['why']>()
  const incomplete = (await restoredLately(on.archive, on.clock())) !== undefined
  const bench = { book, day, incomplete, inDoubt }
  const openings = openRefusedOpenings(on.desk)
  const verdicts: { id: string; verdict: Verdict }[] = []
  for (const document of inKeyOrder(documents)) {
    const verdict = await settle(await judge(document, sender, bench), document, sender, openings)
    if (verdict.fate === 'write') await enter(book, verdict.entry)
    if (verdict.fate === 'doubt') inDoubt.set(journalOf(keyOf(document)), verdict.why)
    verdicts.push({ id: keyOf(document), verdict })
  }
  const fit = verdicts.flatMap(({ verdict }) => (verdict.fate === 'write' ? [verdict] : []))
  return { verdicts, different: await writeStamped(on, asSent(documents, fit), sender) }
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

const enter = (book: Book, entry: Entry) => book.add(journalOf(entry._id), entry)

/** Writes what fits; answers the ids that somebody else has meanwhile written with other content. */
async function writeStamped(on: Acceptance, fit: readonly Fit[], sender: Sender): Promise<Set<string>> {
  if (fit.length === 0) return new Set()
  const retired = sender.state === 'retired' ? { late: 'retired' as const } : {}
  const ticket = await on.orders.take(fit.length)
  try {
    const at = new Date(on.clock()).toISOString()
    const stamped = fit.map(({ entry, late }, index) =>
      stamp(entry, {
        at,
        order: ticket.orders[index]!,
        offset: sender.offset,
        late,
        ...retired,
        via: sender.via?.(entry._id),
      }),
    )
    const created = await createAll(on.archive, stamped)
    return new Set(stamped.filter((_, index) => created[index] === 'different').map(({ _id }) => _id))
  } finally {
    ticket.done()
  }
}

function outcomeOf(id: string, verdict: Verdict, different: ReadonlySet<string>): Outcome {
  if (verdict.fate === 'doubt') return { id, ok: false, why: verdict.why, waits: true }
  if (verdict.fate === 'refuse') {
    return { id, ok: false, why: verdict.why, ...(verdict.path ? { path: verdict.path } : {}) }
  }
  return different.has(id) ? { id, ok: false, why: 'other-content' } : { id, ok: true }
}
