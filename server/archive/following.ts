/** What is derived from every case and kept in memory: read whole once, then only what has changed. */
import type { Entry } from '../../src/domain/entries.ts'
import { journalKind } from '../../src/domain/ids.ts'
import { readChanges, updateSeq, type Db, type Seq } from '../couch/index.ts'
import { allJournals, journalPart, readJournal } from './journals.ts'

const PAGE = 500

/**
 * Answers a function that notes every case that is new or has changed since it was last called; one call at a time.
 * Where the engine fails on the way the next call begins there again.
 */
export function followCases(
  archive: Db,
  note: (id: string, entries: readonly Entry[]) => void,
): () => Promise<void> {
  let since: Seq | undefined

  async function readAll(): Promise<void> {
    const seq = await updateSeq(archive)
    for await (const entries of allJournals(archive, 'c')) note(journalPart(entries[0]!._id), entries)
    since = seq
  }

  async function readChanged(seq: Seq): Promise<void> {
    const changed = new Set<string>()
    for (let full = true; full;) {
      const page = await readChanges(archive, { since: seq, limit: PAGE })
      for (const { id } of page.results) changed.add(journalPart(id))
      seq = page.last_seq
      full = page.results.length === PAGE
    }
    const cases = [...changed].filter((id) => journalKind(id) === 'case')
    const read: [string, Entry[]][] = []
    for (const id of cases) read.push([id, await readJournal(archive, id)])
    for (const [id, entries] of read) note(id, entries)
    since = seq
  }

  return () => (since === undefined ? readAll() : readChanged(since))
}
