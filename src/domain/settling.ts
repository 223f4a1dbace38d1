/** Acts that contradict each other and wait for a person of the desk to settle (design §1). */
import type { CaseState, Remark } from './case-state.ts'

/** What a person has to look at; late and foreign entries only say so. */
const CONTRADICTIONS: ReadonlySet<Remark['why']> = new Set([
  'secondAnswer',
  'secondClosing',
  'concurrentAssignment',
  'concurrentClassification',
  'concurrentReopening',
  'afterEnd',
])

/** Work that was done on a case which had ended; taking the task or opening the case is none. */
const WORK: ReadonlySet<string> = new Set([
  'assigned',
  'involved',
  'followedUp',
  'informationSupplied',
  'held',
  'referred',
  'referralReplied',
])

/** The contradictions that nobody has settled, in key order. */
export function toSettle(state: CaseState): Remark[] {
  const lines = new Map(state.lines.map((line) => [line.entry._id, line]))
  return state.remarks.filter(({ entry, why, settledBy }) => {
    if (settledBy || !CONTRADICTIONS.has(why)) return false
    const line = lines.get(entry)!
    return !line.retractedBy && (why !== 'afterEnd' || WORK.has(line.entry.kind))
  })
}
