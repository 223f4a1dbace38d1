/** The register: summaries of my whole mailbox in one compressed answer, so that a new phone is usable at once. */
import type { FastifyInstance } from 'fastify'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind, journalOf, VILLAGE } from '../../src/domain/ids.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { summarise, summariseMeeting } from '../../src/domain/summary.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { readRange, type Db } from '../couch/index.ts'
import { activeActorOf } from './actor.ts'
import type { Office } from './office.ts'

const PAGE = 2_000

/** `GET /api/register` → `{cases, meetings, village}`: what the phone would fold itself, and the village's entries. */
export function registerRoute(app: FastifyInstance, office: Office): void {
  app.get('/api/register', async (request) => {
    const { officer } = activeActorOf(request)
    const { db } = await office.archive.box(officer)
    return summaries(await journalsOf(db))
  })
}

/** Only what the mailbox holds is read, so nothing outside the audience can get into a summary. */
async function journalsOf(box: Db): Promise<Map<string, Entry[]>> {
  const journals = new Map<string, Entry[]>()
  for (let start = '', full = true; full;) {
    const docs = await readRange<Entry>(box, { start, end: '\ufff0' }, { limit: PAGE, skip: start ? 1 : 0 })
    for (const { _id, kind, v, by, at, data, arrived } of docs) {
      const entry = { _id, kind, v, by, at, data, arrived } as Entry
      const journal = journalOf(entry._id)
      const known = journals.get(journal)
      if (known) known.push(entry)
      else journals.set(journal, [entry])
    }
    full = docs.length === PAGE
    start = docs.at(-1)?._id ?? start
  }
  return journals
}

function summaries(journals: Map<string, Entry[]>) {
  const entries = journals.get(VILLAGE) ?? []
  const village = foldVillage(entries)
  const all = [...journals]
  const ofKind = (kind: string) => all.filter(([id]) => journalKind(id) === kind)
  return {
    cases: ofKind('case').flatMap(([id, journal]) => summarise(foldCase(id, journal), village) ?? []),
    meetings: ofKind('meeting').flatMap(([id, journal]) => summariseMeeting(foldMeeting(id, journal)) ?? []),
    village: entries,
  }
}
