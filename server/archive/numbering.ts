/**
 * Register numbers: claimed by document id, so that they are gapless whoever claims, through crashes, restarts and
 * several processes (design §2). A claim names its case; the case's `numbered` entry follows, at an id that only
 * depends on the case, so that two who number it write the same one.
 */
import type { Entry, EntryOf } from '../../src/domain/entries.ts'
import { CENTRE, entryId, parseEntryId } from '../../src/domain/ids.ts'
import { formatNumber } from '../../src/domain/numbers.ts'
import { dayOf } from '../../src/domain/time.ts'
import { putNew, readMany, readRange, type Db } from '../couch/index.ts'
import { withoutRev } from './journals.ts'
import type { Orders } from './orders.ts'
import { stamp } from './stamp.ts'
import type { Clock } from './types.ts'
import { createAll } from './write.ts'

interface Claim {
  case: string
}

export interface Numbering {
  /** Gives every case its number, in order of arrival; answers the new entries. */
  number(unnumbered: readonly Registration[], format: string): Promise<Entry[]>
}

/** The `registered` entry of a case that has no number yet. */
export type Registration = EntryOf<'registered'>

/** The registration that a journal still has to be numbered for. */
export function unnumbered(entries: readonly Entry[]): Registration | undefined {
  if (entries.some(({ kind }) => kind === 'numbered')) return undefined
  return entries.find(
    (entry): entry is Registration & Entry => entry.kind === 'registered' && !!entry.arrived,
  )
}

const prefix = (year: number) => `number:${year}:`
const claimId = (year: number, n: number) => prefix(year) + String(n).padStart(5, '0')
const orderOf = (entry: Registration) => entry.arrived!.order

/** Numbering over one archive. */
export function openNumbering(archive: Db, orders: Orders, clock: Clock): Numbering {
  const years = new Map<number, Map<string, number>>()

  /** case → number of a year, as of when it was first needed; later claims of others are met by conflict. */
  async function claimsOf(year: number): Promise<Map<string, number>> {
    const known = years.get(year)
    if (known) return known
    const docs = await readRange<Claim>(archive, { prefix: prefix(year) })
    const claims = new Map(docs.map((doc) => [doc.case, Number(doc._id.slice(prefix(year).length))]))
    years.set(year, claims)
    return claims
  }

  async function claim(year: number, id: string): Promise<number> {
    const claims = await claimsOf(year)
    const own = claims.get(id)
    if (own) return own
    const taken = new Set(claims.values())
    for (let n = 1; ; n++) {
      if (taken.has(n)) continue
      const result = await putNew<Claim>(archive, { _id: claimId(year, n), case: id })
      const owner = result === 'created' ? id : result.case
      claims.set(owner, n)
      if (owner === id) return n
    }
  }

  async function numberOf(registered: Registration, format: string): Promise<EntryOf<'numbered'>> {
    const { journal, counter } = parseEntryId(registered._id)!
    const day = dayOf(registered.arrived!.at)
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
    const n = await claim(year, journal)
    const number = formatNumber(format, n, year, month)
    const at = new Date(clock()).toISOString()
    const _id = entryId(journal, counter + 1, CENTRE)
    return { _id, kind: 'numbered', v: 1, by: CENTRE, at, data: { number, year, n } }
  }

  /** Where another process has written them meanwhile, its copies count. */
  async function enter(numbered: readonly EntryOf<'numbered'>[]): Promise<Entry[]> {
    const ticket = await orders.take(numbered.length)
    try {
      const at = new Date(clock()).toISOString()
      const stamped = numbered.map((entry, n) => stamp(entry, { at, order: ticket.orders[n]!, offset: 0 }))
      const created = await createAll(archive, stamped)
      const theirs = stamped.filter((_, n) => created[n] !== 'created').map(({ _id }) => _id)
      const existing = (await readMany<Entry>(archive, theirs)).flatMap((entry) => entry ?? [])
      return [...stamped.filter((_, n) => created[n] === 'created'), ...existing.map(withoutRev)]
    } finally {
      ticket.done()
    }
  }

  return {
    async number(unnumbered, format) {
      const numbered: EntryOf<'numbered'>[] = []
      for (const registered of [...unnumbered].sort((a, b) => orderOf(a) - orderOf(b)))
        numbered.push(await numberOf(registered, format))
      return enter(numbered)
    },
  }
}
