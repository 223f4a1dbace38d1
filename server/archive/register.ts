/** The register of an officer: summaries of what is in their mailbox, so that a new phone is usable at once. */
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { VILLAGE } from '../../src/domain/ids.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { summariseMeeting, type MeetingSummary } from '../../src/domain/meeting-summary.ts'
import { summarise, type CaseSummary } from '../../src/domain/summary.ts'
import { foldVillage } from '../../src/domain/village.ts'
import type { Db } from '../couch/index.ts'
import { allJournals, journalPart, readJournal } from './journals.ts'

export interface Register {
  /** The village's journal, which the summaries are read against. */
  village: Entry[]
  cases: CaseSummary[]
  meetings: MeetingSummary[]
}

/** Folds a mailbox: only what its officer may see goes into the summaries. */
export async function registerOf(box: Db): Promise<Register> {
  const entries = await readJournal(box, VILLAGE)
  const village = foldVillage(entries)
  const register: Register = { village: entries, cases: [], meetings: [] }
  for await (const journal of allJournals(box, 'c')) {
    const summary = summarise(foldCase(idOf(journal), journal), village)
    if (summary) register.cases.push(summary)
  }
  for await (const journal of allJournals(box, 'm')) {
    const summary = summariseMeeting(foldMeeting(idOf(journal), journal))
    if (summary) register.meetings.push(summary)
  }
  return register
}

const idOf = (journal: readonly Entry[]) => journalPart(journal[0]!._id)
