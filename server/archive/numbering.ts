/**
 * Register numbers: claimed by document id, so that they are gapless whoever claims, through crashes, restarts and
 * several processes (design §2). A claim names its case; the case's `numbered` entry follows, at an id that only
 * depends on the case, so that two who number it write the same one.
 */
import { entitling } from '../../src/domain/booking.ts'
import type { Entry, EntryOf } from '../../src/domain/entries.ts'
import { CENTRE, entryId, parseEntryId } from '../../src/domain/ids.ts'
import { formatNumber } from '../../src/domain/numbers.ts'
import { dayOf } from '../../src/domain/time.ts'
import { putNew, readMany, readRange, type Db } from '../couch/index.ts'
import { claimId, claimsPrefix, numberIn } from './claims.ts'
import { withoutRev } from './journals.ts'
import { areHeld } from './numbers-held.ts'
import type { Orders } from './orders.ts'
import { stamp } from './stamp.ts'
import type { Clock } from './types.ts'
import { createAll } from './write.ts'

interface Claim {
  case: string
}

export interface Numbering {
  /** Claims numbers in order of arrival; answers entries, of the moment of arrival, that are still to be written. */
  draw(unnumbered: readonly Entry[], format: string): Promise<EntryOf<'numbered'>[]>
  /** Gives every case its number, in order of arrival; answers the new entries. None while numbers wait. */
  number(unnumbered: readonly Entry[], format: string): Promise<Entry[]>
}

/** The entry by which a journal still has a number coming: its registration, its booking, or its reopening. */
export function unnumbered(entries: readonly Entry[]): Entry | undefined {
  return entries.some(({ kind }) => kind === 'numbered') ? undefined : entitling(entries)
}

const orderOf = (entry: Entry) => entry.arrived!.order

/** Numbering over one archive. */
export function openNumbering(archive: Db, desk: Db, orders: Orders, clock: Clock): Numbering {
  const years = new Map<number, Map<number, string>>()

  /** number → case of a year, as of when it was first needed; later claims of others are met by conflict. */
  async function claimsOf(year: number): Promise<Map<number, string>> {
    const known = years.get(year)
    if (known) return known
    const docs = await readRange<Claim>(archive, { prefix: claimsPrefix(year) })
    const claims = new Map(docs.map((doc) => [numberIn(doc._id), doc.case]))
    years.set(year, claims)
    return claims
  }

  async function claim(year: number, id: string): Promise<number> {
    const claims = await claimsOf(year)
    for (const [n, owner] of claims) if (owner === id) return n
    for (let n = 1; ; n++) {
      if (claims.has(n)) continue
      const result = await putNew<Claim>(archive, { _id: claimId(year, n), case: id })
      const owner = result === 'created' ? id : result.case
      claims.set(n, owner)
      if (owner === id) return n
    }
  }

  async function numberOf(entry: Entry, format: string): Promise<EntryOf<'numbered'>> {
    const { journal, counter } = parseEntryId(entry._id)!
    const day = dayOf(entry.arrived!.at)
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
    const n = await claim(year, journal)
    const number = formatNumber(format, n, year, month)
    const _id = entryId(journal, counter + 1, CENTRE)
    return { _id, kind: 'numbered', v: 1, by: CENTRE, at: entry.arrived!.at, data: { number, year, n } }
  }

  /** Where another process has written them meanwhile, its copies count. */
  async function enter(numbered: readonly EntryOf<'numbered'>[]): Promise<Entry[]> {
    const ticket = await orders.take(numbered.length)
    try {
      const at = new Date(clock()).toISOString()
      const stamped = numbered.map((entry, n) =>
        stamp({ ...entry, at }, { at, order: ticket.orders[n]!, offset: 0 }),
      )
      const created = await createAll(archive, stamped)
      const theirs = stamped.filter((_, n) => created[n] !== 'created').map(({ _id }) => _id)
      const existing = (await readMany<Entry>(archive, theirs)).flatMap((entry) => entry ?? [])
      return [...stamped.filter((_, n) => created[n] === 'created'), ...existing.map(withoutRev)]
    } finally {
      ticket.done()
    }
  }

  async function draw(unnumbered: readonly Entry[], format: string): Promise<EntryOf<'numbered'>[]> {
    const numbered: EntryOf<'numbered'>[] = []
    for (const entry of [...unnumbered].sort((a, b) => orderOf(a) - orderOf(b)))
      numbered.push(await numberOf(entry, format))
    return numbered
  }

  return {
    draw,
    number: async (unnumbered, format) =>
      (await areHeld(desk)) ? [] : enter(await draw(unnumbered, format)),
  }
}
