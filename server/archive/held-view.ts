/** What a lost phone has in quarantine, as far as an officer of the desk may see it: for whoever decides about it. */
import { audienceOf } from '../../src/domain/audience.ts'
import { parseEntry, type Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { journalKind, journalOf } from '../../src/domain/ids.ts'
import { foldMeeting, meetingAudience } from '../../src/domain/meeting.ts'
import { dayOf } from '../../src/domain/time.ts'
import { wordsOf } from '../../src/domain/words.ts'
import type { Db } from '../couch/index.ts'
import { openBook, type Book } from './journals.ts'
import { allHeld, type Held } from './quarantine.ts'

export interface HeldRow {
  /** Under which it is kept. */
  key: string
  id: string
  kind?: string
  journal?: string
  at?: string
  /** What somebody wrote in it. */
  says?: string
}

export interface HeldView {
  rows: HeldRow[]
  /** So many more are there, that this officer may not see. */
  hidden: number
}

/** A phone that was found may say anything: enough to recognise it by. */
const SHOWN = 1_000

type Kept = Held & { _id: string }

/** Lists it for an officer on a day. */
export async function viewHeld(
  { archive, desk }: { archive: Db; desk: Db },
  device: string,
  viewer: string,
  now: number,
): Promise<HeldView> {
  const held = await allHeld(desk, device)
  const sees = await sightOf(openBook(archive), held, viewer, dayOf(new Date(now).toISOString()))
  const seen = held.filter((one) => sees(one))
  return { rows: seen.map(rowOf), hidden: held.length - seen.length }
}

function rowOf({ _id, document }: Kept): HeldRow {
  const parsed = parseEntry(document)
  if (!('entry' in parsed)) return { key: _id, id: idOf(document) }
  const { entry } = parsed
  const said = wordsOf([{ entry, data: entry.data as Record<string, unknown> }]).slice(0, SHOWN)
  const about = { kind: entry.kind, journal: journalOf(entry._id), at: entry.at }
  return { key: _id, id: entry._id, ...about, ...(said ? { says: said } : {}) }
}

const idOf = (document: unknown): string => {
  const id = (document as { _id?: unknown } | null)?._id
  return typeof id === 'string' ? id : ''
}

/** Whether the officer may see a document: by what the archive knows, and by what the phone itself says as well. */
async function sightOf(
  book: Book,
  held: readonly Kept[],
  viewer: string,
  day: string,
): Promise<(one: Kept) => boolean> {
  const village = await book.village()
  /** Of a kind or version from the future too: its words can be read, and are judged as any reader's fold would. */
  const entryOf = (one: Kept): Entry | undefined => {
    const parsed = parseEntry(one.document)
    return 'entry' in parsed ? (parsed.entry as Entry) : undefined
  }
  const entries = held.flatMap((one) => entryOf(one) ?? [])
  const sights = new Map<string, (entry: Entry) => boolean>()
  for (const journal of new Set(entries.map(({ _id }) => journalOf(_id)))) {
    const known = await book.entries(journal)
    const told = entries.filter(({ _id }) => journalOf(_id) === journal)
    const views = [...(known.length ? [known] : []), [...known, ...told]]
    const each = await Promise.all(views.map((list) => sight(journal, list)))
    sights.set(journal, (entry) => each.every((one) => one(entry)))
  }
  return (one) => {
    const entry = entryOf(one)
    // What nobody can read says nothing of anybody.
    return !entry || sights.get(journalOf(entry._id))!(entry)
  }

  async function sight(journal: string, list: readonly Entry[]): Promise<(entry: Entry) => boolean> {
    if (journalKind(journal) === 'village') return () => true
    if (journalKind(journal) === 'case') {
      const audience = audienceOf(foldCase(journal, list), village, day)
      return (entry) => audience(entry).includes(viewer)
    }
    const meeting = foldMeeting(journal, list)
    const cases = await Promise.all(meeting.everCases.map(async (id) => foldCase(id, await book.entries(id))))
    const may = meetingAudience(meeting, cases, village, day).includes(viewer)
    return () => may
  }
}
