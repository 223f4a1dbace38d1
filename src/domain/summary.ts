/** What lists, filters and search need of a case: small, for it is kept of every one. */
import { FINAL, type CaseState, type Status, type Turn } from './case-state.ts'
import { dueOf, type Due } from './deadlines.ts'
import { foldText } from './fold-text.ts'
import { counterOf } from './ids.ts'
import type { Channel, Outcome } from './kinds/fields.ts'
import { showPhone } from './phone.ts'
import { toSettle } from './settling.ts'
import { answering, reminders } from './summary-steps.ts'
import { dayOf } from './time.ts'
import type { Untold } from './untold.ts'
import type { Village } from './village.ts'

export interface CaseSummary {
  id: string
  number?: string
  paperNumber?: string
  /** Closed history of the paper book: it has no number of this register, and no report counts it. */
  history?: boolean
  code: string
  status: Status
  subject: string
  category: string
  channel: Channel
  dusun?: string
  rw?: string
  rt?: string
  urgent: boolean
  misconduct: boolean
  /** It came by the public form and is not in the book: no number, and only the desk has it. */
  toBook?: boolean
  /** What is still missing of identity or subject. */
  missing: CaseState['missing']
  verified: boolean
  confidential: boolean
  /** An officer is complained about. */
  restricted: boolean
  /** Who, where there are any. */
  respondents?: string[]
  /** The complainant, where this reader may know. */
  complainant?: string
  capturedBy: string
  lead?: string
  helpers: string[]
  accepted: boolean
  /** The lead sent it back and nobody has it since. */
  returned: boolean
  returnedBy?: string
  returnReason?: string
  /** The day (WIB) of the assignment that stands. */
  assignedOn?: string
  due?: Due
  waitingFor?: 'complainant' | 'agency'
  /** The day (WIB) since which it waits. */
  waitingSince?: string
  /** To be looked at again on this day, while it waits. */
  waitsUntil?: string
  /** The next step of the work, and its day. */
  next?: { on: string; text?: string }
  /** The first request to the desk to reach the complainant, that nobody has met yet. */
  relay?: { by: string; what: string }
  /** Orders to officers to ask for what is missing, as far as this reader may know of them. */
  orders?: { to: string; what: string; on: string; due?: string }[]
  /** The agency that has not replied yet, and by when it should. */
  referral?: { agency: string; replyBy?: string; remindedOn?: string }
  /** The draft of an answer that has not been delivered. */
  draft?: { state: 'waiting' | 'approved' | 'returned'; by: string; on: string; reason?: string }
  /** The complainant is not content with the answer. */
  unsatisfied?: true
  /** Who has not been told what. */
  untold?: Untold[]
  receivedOn: string
  registeredOn?: string
  answeredOn?: string
  endedOn?: string
  outcome?: Outcome
  /** Past its retention: proposed for destruction on that day, or destroyed. */
  destruction?: { proposed?: string; reason?: string; decided?: string; decision?: string }
  /** Its ends and reopenings, where there were any. */
  turns?: Turn[]
  /** The complainant's last word on the answer. */
  reaction?: { satisfied: boolean; on: string }
  lastActAt?: string
  /** Of the last entry that a person wrote and that is no `opened`: what is new is compared with `opened`. */
  lastCounter: number
  lastBy?: string
  opened: Record<string, number>
  entries: number
  attachments: number
  remarks: number
  /** How many contradictions wait for the desk to settle. */
  toSettle: number
  /** Everything that the search looks through, in lower case and without accents. */
  search: string
}

/** Long texts are searched up to here. */
const SEARCHED = 400

/** The summary of a case; undefined while its `registered` has not come. */
export function summarise(state: CaseState, village: Village): CaseSummary | undefined {
  const { facts, assignment } = state
  if (!facts) return undefined
  return {
    id: state.id,
    number: state.number,
    ...(facts.paperNumber ? { paperNumber: facts.paperNumber } : {}),
    ...(facts.history ? { history: true } : {}),
    code: facts.code,
    status: state.status,
    subject: facts.subject,
    category: state.category,
    channel: facts.channel,
    dusun: facts.place.dusun,
    rw: facts.place.rw,
    rt: facts.place.rt,
    urgent: state.urgent,
    misconduct: state.classification?.misconduct ?? false,
    ...(state.toBook ? { toBook: true } : {}),
    missing: state.missing,
    verified: state.verified,
    confidential: state.confidential,
    restricted: state.respondents.length > 0,
    ...(state.respondents.length > 0 ? { respondents: state.respondents } : {}),
    complainant: state.identity.name,
    capturedBy: state.capturedBy ?? '',
    lead: assignment?.lead,
    helpers: assignment?.helpers ?? [],
    accepted: assignment?.acceptedBy !== undefined,
    returned: state.returned !== undefined,
    returnedBy: state.returned?.by,
    returnReason: state.returned?.reason,
    assignedOn: assignment && dayOf(assignment.at),
    due: dueOf(state, village),
    waitingFor: state.hold?.waitingFor,
    waitingSince: state.hold?.since,
    waitsUntil: state.hold?.until,
    ...reminders(state),
    ...answering(state),
    receivedOn: state.receivedOn ?? '',
    registeredOn: state.registeredOn,
    answeredOn: state.answers.at(-1)?.on,
    endedOn: state.endedOn,
    outcome: state.outcome,
    ...destructionOf(state),
    ...(state.turns.length ? { turns: state.turns } : {}),
    ...(state.reaction ? { reaction: { satisfied: state.reaction.satisfied, on: state.reaction.on } } : {}),
    ...activityOf(state),
    search: searchOf(state),
  }
}

function destructionOf({ destruction }: CaseState): Pick<CaseSummary, 'destruction'> {
  if (!destruction) return {}
  const { proposed, decided } = destruction
  return {
    destruction: {
      ...(proposed ? { proposed: proposed.on, reason: proposed.reason } : {}),
      ...(decided ? { decided: decided.on, decision: decided.decision } : {}),
    },
  }
}

type Activity = Pick<
  CaseSummary,
  'lastActAt' | 'lastCounter' | 'lastBy' | 'opened' | 'entries' | 'attachments' | 'remarks' | 'toSettle'
>

function activityOf(state: CaseState): Activity {
  const last = state.lines.findLast(({ entry: { kind } }) => kind !== 'opened' && kind !== 'numbered')
  return {
    lastActAt: state.lastActAt,
    lastCounter: last ? counterOf(last.entry._id) : 0,
    lastBy: last?.entry.by,
    opened: state.opened,
    entries: state.lines.filter(({ entry }) => entry.kind !== 'opened').length,
    attachments: state.lines.reduce((sum, { data }) => sum + countOf(data.attachments), 0),
    remarks: state.remarks.length,
    toSettle: toSettle(state).length,
  }
}

const countOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

function searchOf(state: CaseState): string {
  const { facts, identity } = state
  const words = [
    state.number,
    facts?.code,
    facts?.paperNumber,
    facts?.subject,
    state.category,
    facts?.place.dusun,
    facts?.place.detail,
    ...[identity, ...Object.values(state.joined)].flatMap((who) => [
      who.name,
      who.address,
      who.phone,
      who.phone && showPhone(who.phone).replaceAll('-', ''),
    ]),
    facts?.description.slice(0, SEARCHED),
  ]
  return foldText(words.filter(Boolean).join(' '))
}

/** Given to this officer, and not taken yet. */
export const isNewTask = (one: CaseSummary, officer: string): boolean =>
  one.lead === officer && !one.accepted && !FINAL.has(one.status) && one.status !== 'answered'
