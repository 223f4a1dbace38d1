/** What a fold keeps in hand beside the state while it goes through a case's journal. */
import type { CaseState, Line, Remark, Status } from './case-state.ts'
import { dayOfEntry, type DataOf, type Kind } from './entries.ts'
import { counterOf } from './ids.ts'
import type { caseKinds } from './kinds/case.ts'
import type { IdentityFlags } from './kinds/fields.ts'

export interface Work {
  state: CaseState
  flags?: IdentityFlags
  /** What an `incomplete` entry asked for and nobody supplied since. */
  asked: CaseState['missing']
  /** Goes on without the identity, for a stated reason. */
  waived: boolean
  /** An answer was delivered since the last reopening. */
  answered: boolean
  ended?: Status
  /** Reopened, and nobody has taken it up since. */
  reopened: boolean
  /** Counter of the last `restricted`: an equal one was written without knowing of it. */
  restrictedAt?: number
  /** The last decision of each sort that had its effect. */
  decided: Partial<Record<Decision, Line>>
}

/** What two may decide differently at the same time. */
export type Decision = 'assignment' | 'classification' | 'answer' | 'end'

type Waiting = 'complainant' | 'agency'

/** What one kind of entry does to the case. */
export type Step<K extends Kind> = (work: Work, data: DataOf<K>, line: Line) => void
export type Steps = { [K in keyof typeof caseKinds]?: Step<K> }

export function newWork(id: string): Work {
  const state: CaseState = {
    id,
    status: 'new',
    toBook: false,
    missing: [],
    verified: false,
    identity: {},
    joined: {},
    confidential: false,
    respondents: [],
    category: '',
    urgent: false,
    everAssigned: [],
    relays: [],
    orders: [],
    pauses: [],
    referrals: [],
    answers: [],
    parties: [],
    news: {},
    turns: [],
    opened: {},
    remarks: [],
    lines: [],
  }
  return { state, asked: [], waived: false, answered: false, reopened: false, decided: {} }
}

/** The WIB day of a line, on corrected clocks. */
export const dayOfLine = (line: Line): string => dayOfEntry(line.entry)

export function remark(work: Work, line: Line, why: Remark['why'], against?: Line): void {
  work.state.remarks.push({ entry: line.entry._id, why, ...(against ? { against: against.entry._id } : {}) })
}

/**
 * Whether the later of two acts in key order was written without knowing of the earlier one: their counters are equal, or
 * it was written before the other one had come to the centre.
 */
export function isUnaware({ entry }: Line, earlier: Line): boolean {
  const { entry: before } = earlier
  if (before._id === entry._id || before.by === entry.by) return false
  if (counterOf(before._id) === counterOf(entry._id)) return true
  return !!entry.arrived && !!before.arrived && entry.arrived.time < before.arrived.at
}

/** Takes a decision for the one that stands, in knowledge of all before it: what they contradicted is settled by it. */
export function decideBy(work: Work, line: Line, decision: Decision): void {
  const before = work.decided[decision]
  work.decided[decision] = line
  if (before && isUnaware(line, before)) return
  for (const remark of work.state.remarks)
    if (SETTLED_BY[decision].has(remark.why) && !remark.settledBy && remark.entry < line.entry._id)
      remark.settledBy = line.entry._id
}

/** Which contradictions a later decision ends. */
const SETTLED_BY: Record<Decision, ReadonlySet<Remark['why']>> = {
  assignment: new Set(['concurrentAssignment']),
  classification: new Set(['concurrentClassification']),
  answer: new Set(),
  end: new Set(['secondAnswer', 'secondClosing', 'concurrentReopening', 'afterEnd']),
}

/** Starts a wait; one for the same party that already runs goes on. */
export function startHold(work: Work, waitingFor: Waiting, since: string, until?: string): void {
  const goesOn = work.state.hold?.waitingFor === waitingFor ? work.state.hold.since : undefined
  if (!goesOn) endHold(work, since)
  work.state.hold = { waitingFor, since: goesOn ?? since, ...(until ? { until } : {}) }
}

/** Ends the wait that runs, if any; the time an agency took is kept as a pause of the clock. */
export function endHold({ state }: Work, on: string): void {
  if (state.hold?.waitingFor === 'agency' && state.hold.since < on) {
    state.pauses.push({ from: state.hold.since, to: on })
  }
  delete state.hold
}

/** Writes status and missing identity into the state, from what the journal has shown. */
export function conclude(work: Work): CaseState {
  const { state } = work
  state.missing = missingOf(work)
  state.status = statusOf(work)
  if (work.ended || work.answered) state.orders = []
  return state
}

function missingOf({ flags, asked, waived }: Work): CaseState['missing'] {
  if (waived) return []
  const unknown = (['name', 'address', 'phone'] as const).filter((field) => flags?.[field] === 'unknown')
  return [...new Set([...unknown, ...asked])]
}

function statusOf({ state, ended, answered, reopened }: Work): Status {
  if (ended) return ended
  if (answered) return 'answered'
  if (state.hold) return state.hold.waitingFor === 'agency' ? 'waitingAgency' : 'waitingComplainant'
  if (reopened) return 'reopened'
  if (state.assignment) return state.assignment.acceptedBy ? 'inProgress' : 'assigned'
  return state.missing.length > 0 ? 'incomplete' : 'new'
}
