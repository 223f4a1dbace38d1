/** What each Kepala Dusun hears of the own dusun: kept in memory, brought up to date by what changed since. */
import { createHash } from 'node:crypto'
import type { Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { hamletCases, hearsOfDusun, noticeOf, type HamletCase, type Notice } from '../../src/domain/hamlet.ts'
import { journalKind } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Village } from '../../src/domain/village.ts'
import { readChanges, updateSeq, type Db, type Seq } from '../couch/index.ts'
import { allJournals, journalPart, readJournal } from './journals.ts'
import { oneByOne } from './queue.ts'
import type { Clock } from './types.ts'

export interface Hamlet {
  cases: HamletCase[]
  /** Names this very list: another one whenever anything in it differs. */
  tag: string
}

export interface Hamlets {
  /** What the officer hears today in a village as it is now; undefined to who is head of no dusun. */
  of(officer: string, village: Village): Promise<Hamlet | undefined>
}

const PAGE = 500

interface Known {
  seq: Seq
  notices: Map<string, Notice>
}

/** Opens it over an archive; the first question reads every case once. */
export function openHamlets(archive: Db, clock: Clock): Hamlets {
  const turn = oneByOne()
  let known: Known | undefined

  async function current(): Promise<Known> {
    const next = known ? await caughtUp(archive, known) : await readAll(archive)
    return (known = next)
  }

  return {
    async of(officer, village) {
      const day = dayOf(new Date(clock()).toISOString())
      if (!hearsOfDusun(officer, village, day)) return undefined
      const { notices } = await turn(current)
      const cases = hamletCases(officer, notices.values(), village, day)
      return { cases, tag: tagOf(cases) }
    },
  }
}

const tagOf = (cases: readonly HamletCase[]): string =>
  createHash('sha256').update(JSON.stringify(cases)).digest('base64url').slice(0, 22)

async function readAll(archive: Db): Promise<Known> {
  const seq = await updateSeq(archive)
  const notices = new Map<string, Notice>()
  for await (const entries of allJournals(archive, 'c')) note(notices, journalPart(entries[0]!._id), entries)
  return { seq, notices }
}

/** Nothing is changed where the engine fails on the way: the next question begins there again. */
async function caughtUp(archive: Db, known: Known): Promise<Known> {
  let { seq } = known
  const changed = new Set<string>()
  for (let full = true; full;) {
    const page = await readChanges(archive, { since: seq, limit: PAGE })
    for (const { id } of page.results) changed.add(journalPart(id))
    seq = page.last_seq
    full = page.results.length === PAGE
  }
  const read: [string, Entry[]][] = []
  for (const id of changed) if (journalKind(id) === 'case') read.push([id, await readJournal(archive, id)])
  for (const [id, entries] of read) note(known.notices, id, entries)
  return { ...known, seq }
}

function note(notices: Map<string, Notice>, id: string, entries: readonly Entry[]): void {
  const notice = noticeOf(foldCase(id, entries))
  if (notice) notices.set(id, notice)
  else notices.delete(id)
}
