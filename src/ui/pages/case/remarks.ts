/** What must be said aloud about an entry: late, contradicting, from a newer version. */
import type { Line, Remark } from '../../../domain/case-state.ts'
import { caseText } from '../../../text/case.ts'

/** The sentence of a remark; a late arrival says why it is late. */
export function remarkWords(remark: Remark, line: Pick<Line, 'entry'>): string {
  const late = line.entry.arrived?.late
  return remark.why === 'late' && late ? caseText.lateReason[late] : caseText.remarks[remark.why]
}
