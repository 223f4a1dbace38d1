/** How far an entry has come, as sentences with times and names. */
import type { Entry, ForeignEntry } from '../../../domain/entries.ts'
import type { Reach, TickState } from '../../../domain/ticks.ts'
import type { TickView } from '../../../state/case.svelte.ts'
import { connection } from '../../../state/connection.svelte.ts'
import { village } from '../../../state/village.svelte.ts'
import { caseText } from '../../../text/case.ts'
import { doubts } from '../../../text/doubts.ts'
import { t } from '../../../text/index.ts'
import { officerName } from './officers.ts'

export interface TickLine {
  tick: TickState
  words: string
}

/** One line for the writing, one for the centre, one for each officer it goes to. */
export function tickLines(entry: Entry | ForeignEntry, tick: TickView): TickLine[] {
  const written: TickLine = {
    tick: 'pending',
    words: caseText.tickWritten(t.format.dateTime(village.timeOf(entry))),
  }
  if (!tick.storedAt) return [written, { tick: 'pending', words: waitingWords(entry._id) }]
  const when = t.format.dateTime(tick.storedAt)
  const via = entry.arrived?.via
  const stored: TickLine = {
    tick: 'sent',
    words: via ? caseText.tickVia(when, officerName(via)) : caseText.tickSent(when),
  }
  return [written, stored, ...tick.who.flatMap(reachLines)]
}

function waitingWords(id: string): string {
  const doubt = connection.waiting.find((one) => one.id === id)?.doubt
  return doubt ? doubts.why(doubt) : caseText.tickWaiting
}

/** What was opened was on a phone first. */
const reachLines = (reach: Reach): TickLine[] => [
  ...(reach.heldAt
    ? [{ tick: 'reached' as const, words: reachWords({ ...reach, state: 'reached', at: reach.heldAt }) }]
    : []),
  { tick: reach.state, words: reachWords(reach) },
]

function reachWords({ officer, state, at }: Reach): string {
  const when = at ? t.format.dateTime(at) : ''
  const name = officerName(officer)
  if (state === 'opened') return caseText.tickOpened(name, when)
  return state === 'reached' ? caseText.tickReached(name, when) : caseText.tickOnTheWay(name)
}
