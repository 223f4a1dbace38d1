/** From journals to the rows of the register. */
import { foldCase } from '../../domain/fold.ts'
import { journalKind } from '../../domain/ids.ts'
import { foldMeeting } from '../../domain/meeting.ts'
import { summariseMeeting } from '../../domain/meeting-summary.ts'
import { summarise } from '../../domain/summary.ts'
import { foldVillage, type Village } from '../../domain/village.ts'
import { wordsOf } from '../../domain/words.ts'
import type { CaseRow, MeetingRow } from '../local.ts'
import type { AnyEntry } from '../types.ts'

/** What the fold of some journals changes in the register. */
export interface Rows {
  cases: CaseRow[]
  meetings: MeetingRow[]
  village?: Village
  /** What the journals say, by their ids. */
  words: Map<string, string>
  /** Journals that this phone does not hold (any more). */
  gone: string[]
}

export const noRows = (): Rows => ({ cases: [], meetings: [], words: new Map(), gone: [] })

/** Folds one journal into `rows`. A case without its `registered` is not held: own acts alone make no case. */
export function foldInto(rows: Rows, id: string, entries: AnyEntry[], village: Village): void {
  const kind = journalKind(id)
  if (kind === 'village') rows.village = foldVillage(entries)
  else if (kind === 'meeting') foldMeetingInto(rows, id, entries)
  else if (kind === 'case') foldCaseInto(rows, id, entries, village)
}

function foldCaseInto(rows: Rows, id: string, entries: AnyEntry[], village: Village): void {
  const state = foldCase(id, entries)
  const summary = summarise(state, village)
  if (!summary) return void rows.gone.push(id)
  rows.cases.push({ id, summary, own: countOwn(entries) })
  rows.words.set(id, wordsOf(state.lines))
}

/** As the summary counts its entries. */
const countOwn = (entries: AnyEntry[]): number =>
  entries.filter(({ kind, arrived }) => kind !== 'opened' && !arrived).length

function foldMeetingInto(rows: Rows, id: string, entries: AnyEntry[]): void {
  const state = foldMeeting(id, entries)
  const summary = summariseMeeting(state)
  if (!summary) return void rows.gone.push(id)
  rows.meetings.push({ id, cases: summary.cases, summary })
  rows.words.set(id, wordsOf(state.lines))
}
