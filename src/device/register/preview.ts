/** A new phone gets the summaries first, in one compressed answer, and is usable; the journals fill in behind. */
import type { MeetingSummary } from '../../domain/meeting-summary.ts'
import type { CaseSummary } from '../../domain/summary.ts'
import { foldVillage } from '../../domain/village.ts'
import type { Line, LineOptions } from '../line.ts'
import type { Store } from '../store.ts'
import type { AnyEntry } from '../types.ts'
import { writeRows } from './write.ts'

interface Answer {
  village: AnyEntry[]
  cases: CaseSummary[]
  meetings: MeetingSummary[]
}

/** Fills an empty register with the centre's summaries; answers whether it did. */
export async function preview(store: Store, line: Line, options: LineOptions): Promise<boolean> {
  if ((await store.local.count('cases')) > 0) return false
  const response = await line.request('/api/register', {}, options)
  if (!response.ok) return false
  const { village, cases, meetings } = (await response.json()) as Answer
  const rows = {
    cases: cases.map((summary) => ({ id: summary.id, summary, ahead: true })),
    meetings: meetings.map((summary) => ({ id: summary.id, cases: summary.cases, summary, ahead: true })),
    village: foldVillage(village),
    words: new Map(),
    gone: [],
  }
  await writeRows(store, rows, { takenFrom: new Set() })
  return true
}
