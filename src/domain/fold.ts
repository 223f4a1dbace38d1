/** The fold of a case's journal: a pure function of the set of its entries (design §1). */
import type { CaseState, Line } from './case-state.ts'
import { isCurrent, timeOf, unionById, type Entry, type ForeignEntry } from './entries.ts'
import { mend } from './mend.ts'
import { STEPS } from './steps.ts'
import { conclude, newWork, remark, type Work } from './work.ts'

/** What still counts on a case that has ended. All else is kept and remarked, without effect. */
const STANDS_AFTER_END: ReadonlySet<string> = new Set([
  'registered',
  'identityGiven',
  'restricted',
  'booked',
  'dismissed',
  'numbered',
  'opened',
  'note',
  'complainantJoined',
  'partyNamed',
  'answerDelivered',
  'reaction',
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'reopened',
  'destructionProposed',
  'identityDestroyed',
  'settled',
  'corrected',
  'retracted',
])

/**
 * What a case's journal says. Any order, duplicates, unstamped and stamped copies mixed: the same entries give the
 * same case. Entries of other journals are left aside.
 */
export function foldCase(id: string, entries: readonly (Entry | ForeignEntry)[]): CaseState {
  const own = unionById(entries.filter((entry) => entry._id.startsWith(`${id}:`)))
  const { lines, remarks } = mend(own)
  const work = newWork(id)
  work.state.lines = lines
  work.state.remarks = remarks
  work.state.everAssigned = everAssigned(lines)
  for (const line of lines) step(work, line)
  const state = conclude(work)
  const last = lines.findLast((line) => line.entry.kind !== 'opened')
  if (last) state.lastActAt = timeOf(last.entry)
  const order = (r: { entry: string; why: string }) => `${r.entry} ${r.why}`
  state.remarks.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  return state
}

function step(work: Work, line: Line): void {
  const { entry } = line
  if (entry.arrived?.late) remark(work, line, 'late')
  if (!isCurrent(entry)) return remark(work, line, 'newerKind')
  if (line.retractedBy) return
  if (work.ended && !STANDS_AFTER_END.has(entry.kind)) return remark(work, line, 'afterEnd')
  const apply = STEPS[entry.kind as keyof typeof STEPS] as
    ((work: Work, data: unknown, line: Line) => void) | undefined
  apply?.(work, line.data, line)
}

/** Struck and corrected assignments too: what was done under them is accepted, marked late. */
function everAssigned(lines: readonly Line[]): string[] {
  const giving = (kind: string) => kind === 'assigned' || kind === 'involved'
  const targets = new Set(lines.filter(({ entry }) => giving(entry.kind)).map(({ entry }) => entry._id))
  const named = lines.flatMap(({ entry, data }): object[] => {
    if (!isCurrent(entry)) return []
    if (giving(entry.kind)) return [entry.data, data]
    return entry.kind === 'corrected' && targets.has(entry.data.entry) ? [entry.data.changes] : []
  })
  const officers = named.flatMap((data) => {
    const { lead, helpers, helper } = data as Record<string, unknown>
    return [lead, helper, ...(Array.isArray(helpers) ? helpers : [])]
  })
  return [...new Set(officers.filter((officer) => typeof officer === 'string'))].sort()
}
