/** A deadline in words, as it stands today. */
import { urgencyOf, workingDaysBetween, type Due } from '../../domain/deadlines.ts'
import { daysBetween } from '../../domain/time.ts'
import { village } from '../../state/village.svelte.ts'
import { t } from '../../text/index.ts'

/** *Sisa 3 hari kerja*, *Terlambat 2 hari kerja*, *Waktu berhenti sejak 4 November*; '' where nothing runs. */
export function dueWords(due: Due | undefined): string {
  if (!due) return ''
  const urgency = urgencyOf(due, village.day)
  if (urgency === 'paused') return t.status.paused(t.format.shortDate(due.pausedSince!, village.day))
  if (due.rule === 'notCompleted') return t.status.dueWords(daysBetween(village.day, due.on), 'calendar')
  const left = workingDaysBetween(village.day, due.on, village.current)
  // On a Sunday after a Friday's deadline no working day has passed, yet it is late.
  return t.status.dueWords(urgency === 'overdue' ? Math.min(left, -1) : left)
}
