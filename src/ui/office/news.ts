/** What others did since an officer last looked: one's own acts, and what the centre adds to them, are no news. */
import type { MeetingSummary } from '../../domain/meeting-summary.ts'
import type { CaseSummary } from '../../domain/summary.ts'

type Known = Pick<CaseSummary | MeetingSummary, 'opened' | 'lastCounter' | 'lastBy'>

export const hasNews = ({ opened, lastCounter, lastBy }: Known, me: string): boolean =>
  lastBy !== me && (opened[me] ?? 0) < lastCounter
