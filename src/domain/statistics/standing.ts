/** As much of one case as a report counts, as it stood at a moment. Nobody's name is in it. */
import { FINAL, type CaseState, type Status } from '../case-state.ts'
import { serviceDue } from '../deadlines.ts'
import type { DataOf } from '../entries.ts'
import type { Channel, Outcome } from '../kinds/fields.ts'
import { daysBetween } from '../time.ts'
import type { Village } from '../village.ts'

export interface Standing {
  id: string
  number?: string
  /** The running number and its year, once it has them. */
  n?: number
  year?: number
  registeredOn: string
  receivedOn: string
  open: boolean
  endedOn?: string
  status: Status
  outcome?: Outcome
  channel: Channel
  category: string
  dusun?: string
  lead?: string
  respondents: string[]
  /** How this round of work was timed, once it came to an end that says something of the work. */
  worked?: { days: number; onTime: boolean }
  reaction?: { satisfied: boolean; on: string }
  /** How often it was opened again. */
  rounds: number
  /** Where it happened, where somebody measured that. */
  gps?: { lat: number; lon: number }
}

/** Ends that say nothing of how fast the village works. */
const UNTIMED: ReadonlySet<Status> = new Set(['voided', 'merged', 'withdrawn', 'notComplaint'])

/** What a report counts of a case; undefined where it stands in no book (not arrived, not booked, closed history). */
export function standingOf(state: CaseState, village: Village): Standing | undefined {
  const { facts, registeredOn } = state
  if (!facts || !registeredOn) return undefined
  const line = state.lines.findLast(({ entry, retractedBy }) => entry.kind === 'numbered' && !retractedBy)
  const { n, year } = (line?.data ?? {}) as Partial<DataOf<'numbered'>>
  return {
    id: state.id,
    number: state.number,
    n,
    year,
    registeredOn,
    receivedOn: state.receivedOn ?? registeredOn,
    open: !FINAL.has(state.status),
    endedOn: state.endedOn,
    status: state.status,
    outcome: state.outcome,
    channel: facts.channel,
    category: state.category,
    dusun: facts.place.dusun,
    lead: state.assignment?.lead,
    respondents: state.respondents,
    worked: workedOf(state, village),
    reaction: state.reaction && { satisfied: state.reaction.satisfied, on: state.reaction.on },
    rounds: state.turns.filter(({ end }) => !end).length,
    gps: facts.place.gps,
  }
}

/** From receipt (or the last reopening) to the answer, or to the end where none was needed, against the service's deadline. */
function workedOf(state: CaseState, village: Village): Standing['worked'] {
  const { status, endedOn, answer } = state
  const due = serviceDue(state, village)
  if (!endedOn || !FINAL.has(status) || UNTIMED.has(status) || !due) return undefined
  const done = answer && answer.on < endedOn ? answer.on : endedOn
  return { days: Math.max(0, daysBetween(due.from, done)), onTime: done <= due.on }
}
