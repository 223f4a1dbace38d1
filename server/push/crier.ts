/** Goes along with the postman: notes who is to be called for what has just been delivered, and for deadlines. */
import { deadlineCalls, mayCall, type Call } from '../../src/domain/calls.ts'
import { isWorkingDay } from '../../src/domain/deadlines.ts'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalOf } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Village } from '../../src/domain/village.ts'
import { allJournals, openBook, type Archive, type Crier } from '../archive/index.ts'
import { getDoc, upsert } from '../couch/index.ts'
import type { Queue, Reason } from './queue.ts'
import { callsOf } from './reasons.ts'
import type { Subscriptions } from './subscriptions.ts'

export interface CrierParts {
  archive: Archive
  subscriptions: Subscriptions
  queue: Queue
  /** How long the first call waits for others to come along, ms. */
  gather: number
  /** Something waits to be sent. */
  ring(): void
}

type Reasons = Map<string, Reason[]>
/** officer → devices. */
type Listening = ReadonlyMap<string, string[]>

/** What arrived longer ago is no news: it is read again after a restore, or where the server was away. */
const NEWS_MS = 86_400_000
const DAY_MS = 86_400_000
const WIB_MS = 7 * 3_600_000
/** Nobody is woken for a deadline before this hour (WIB). */
const MORNING_MS = 7 * 3_600_000

/** The last working day on which deadlines were looked at. */
const ID = 'reminded'

/** The crier of an archive. */
export function openCrier(parts: CrierParts): Crier {
  const { archive, subscriptions, queue, gather, ring } = parts
  let seen = ''

  /** A journal that can't be judged calls nobody; it must not keep the post from being delivered. */
  function judged(journal: string, judge: () => Call[]): Call[] {
    try {
      return judge()
    } catch (error) {
      archive.parts.log.error({ err: error, journal }, 'nobody can be called for a journal')
      return []
    }
  }

  async function call(reasons: Reasons, listening: Listening): Promise<void> {
    if (reasons.size === 0) return
    for (const [officer, list] of reasons)
      for (const device of listening.get(officer) ?? [])
        await queue.add(device, officer, list, archive.clock() + gather)
    ring()
  }

  async function deadlines(village: Village, day: string, since: string, at: number): Promise<Reasons> {
    const reasons: Reasons = new Map()
    for await (const entries of allJournals(archive.db, 'c')) {
      const journal = journalOf(entries[0]!._id)
      const judge = () => deadlineCalls(foldCase(journal, entries), village, day, since)
      for (const { officer, kind } of judged(journal, judge)) note(reasons, officer, { journal, kind, at })
    }
    return reasons
  }

  /** Once each working day, in the morning. A village that has just begun is told of nothing that was before. */
  async function remind(day: string): Promise<void> {
    const since = (await getDoc<{ day: string }>(archive.desk, ID))?.day
    if (since === day) return
    const village = await archive.villageNow()
    if (!isWorkingDay(day, village)) return
    const listening = await subscriptions.byOfficer()
    if (since && listening.size > 0)
      await call(await deadlines(village, day, since, archive.clock()), listening)
    await upsert(archive.desk, ID, () => ({ day }))
  }

  return {
    async delivered(entries) {
      const now = archive.clock()
      const news = entries.filter((entry) => mayCall(entry) && isFresh(entry, now))
      if (news.length === 0) return
      const listening = await subscriptions.byOfficer()
      if (listening.size === 0) return
      const book = openBook(archive.db)
      const reasons: Reasons = new Map()
      for (const entry of news) {
        const journal = journalOf(entry._id)
        const judge = await callsOf(entry._id, book, now)
        for (const { officer, kind } of judged(journal, judge))
          note(reasons, officer, { journal, entry: entry._id, kind, at: now })
      }
      await call(reasons, listening)
    },
    async round() {
      const now = archive.clock()
      const day = dayOf(new Date(now).toISOString())
      if (day !== seen && (now + WIB_MS) % DAY_MS >= MORNING_MS) {
        await remind(day)
        seen = day
      }
    },
  }
}

const isFresh = ({ arrived }: Entry, now: number): boolean =>
  arrived !== undefined && now - Date.parse(arrived.at) < NEWS_MS

const note = (reasons: Reasons, officer: string, reason: Reason) =>
  reasons.set(officer, [...(reasons.get(officer) ?? []), reason])
