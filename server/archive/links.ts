/** Which meetings are about a case: what changes a case's audience changes theirs. */
import type { Entry, ForeignEntry } from '../../src/domain/entries.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import type { Db } from '../couch/index.ts'
import { allJournals, journalPart } from './journals.ts'

export interface Links {
  /** The meetings that are or were about a case. */
  meetingsOf(caseId: string): ReadonlySet<string>
  note(meeting: string, entries: readonly (Entry | ForeignEntry)[]): void
}

const NONE: ReadonlySet<string> = new Set()

/** The links of an archive, read once; the postman keeps them up to date. */
export async function readLinks(archive: Db): Promise<Links> {
  const meetings = new Map<string, Set<string>>()
  const links: Links = {
    meetingsOf: (caseId) => meetings.get(caseId) ?? NONE,
    note(meeting, entries) {
      for (const id of foldMeeting(meeting, entries).everCases) {
        const linked = meetings.get(id) ?? new Set()
        meetings.set(id, linked.add(meeting))
      }
    },
  }
  for await (const entries of allJournals(archive, 'm')) links.note(journalPart(entries[0]!._id), entries)
  return links
}
