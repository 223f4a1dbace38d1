/**
 * The door's judgement of what arrives: refused is only what can never become valid. Work done before a reassignment
 * or the end of a term is taken in, marked late; doubt is answered with `unknown`, to be tried again (design §3).
 */
import { canBeStruck, changed, hides } from './mend.ts'
import { keepersOn } from './audience.ts'
import { isOwnJoining } from './case-data-rules.ts'
import { destructionFault } from './case-rules.ts'
import type { CaseState, Line } from './case-state.ts'
import type { Arrived, Entry, EntryOf } from './entries.ts'
import { accessOfficer, CENTRE, journalOf, parseEntryId } from './ids.ts'
import { meetingAudience, type MeetingState } from './meeting.ts'
import { refuse, type Refusal } from './refusals.ts'
import { mayName, rolesFor, rolesOf, type Role } from './roles.ts'
import { rolesEver } from './roles-ever.ts'
import { inOffice, wasDesk, wasInOffice, type Village } from './village.ts'

export type Admission =
  | { ok: true; late?: Arrived['late'] }
  | { ok: false; why: Refusal }
  /** Nobody can tell yet: the whole request is tried again later. */
  | { ok: 'unknown' }

/** The journal that an entry would join, folded with everything accepted before it. */
export type Journal =
  | { kind: 'case'; state: CaseState }
  | { kind: 'meeting'; state: MeetingState; cases: readonly CaseState[] }
  | { kind: 'village' }
  | { kind: 'access' }

/** Whether the archive takes an entry in. The schema, the author's session and the device are checked before. */
export function admit(entry: Entry, journal: Journal, village: Village, day: string): Admission {
  if (entry.by === CENTRE) return refused('server-only')
  if (!wasInOffice(village, entry.by)) return refused('term-ended')
  if (journal.kind === 'case') return toCase(entry, journal.state, village, day)
  if (journal.kind === 'meeting') return toMeeting(entry, journal.state, journal.cases, village, day)
  if (journal.kind === 'access') return toAccessLog(entry, village, day)
  return toVillage(entry, village, day)
}

function toCase(entry: Entry, state: CaseState, village: Village, day: string): Admission {
  const roles = rolesFor(entry.kind)
  if (entry.kind === 'registered') {
    if (state.facts) return refused('exists-already')
    if (entry.data.history && !everKept(village, entry.by, day)) return refused('not-your-role')
    return admitted(entry, village, day, true)
  }
  if (!state.facts) return { ok: 'unknown' }
  if (roles === 'server') return refused('server-only')
  const had = rolesEver(entry.by, state, village, day)
  if (had.size === 0) return refused('not-your-case')
  const mending = mendFault(entry, state.lines, had.has('desk'))
  if (mending) return mending
  if (!roles.some((role) => had.has(role))) return refused('not-your-role')
  // Destroyed is destroyed: nothing is taken in on the chance that it was right when it was written.
  if (entry.kind === 'identityDestroyed') return toDestroying(entry.by, state, village, day)
  if (entry.kind === 'identityGiven') {
    const { of } = entry.data
    if (!mayName(had, of, isOwnJoining(state, entry.by, of))) return refused('not-your-role')
  }
  const now = rolesOf(entry.by, state, village, day)
  return admitted(
    entry,
    village,
    day,
    roles.some((role) => now.has(role)),
  )
}

function toDestroying(by: string, state: CaseState, village: Village, day: string): Admission {
  return destructionFault(state, village, by, day) ? refused('not-decided') : { ok: true }
}

/** History takes no number, so it is for the desk alone: else a complaint could be kept out of the book. */
const everKept = (village: Village, officer: string, day: string): boolean =>
  wasDesk(village, officer) || keepersOn(village, day).includes(officer)

/** A mending entry must name one that is here and that its author may mend. */
function mendFault(entry: Entry, lines: readonly Line[], desk: boolean): Admission | undefined {
  if (entry.kind !== 'corrected' && entry.kind !== 'retracted') return undefined
  const target = lines.find((line) => line.entry._id === entry.data.entry)
  if (!target) return sameDevice(entry) ? refused('no-such-entry') : { ok: 'unknown' }
  if (target.entry.by !== entry.by && !desk) return refused('not-yours-to-mend')
  if (!desk && reveals(entry, target)) return refused('only-desk-reveals')
  if (entry.kind === 'retracted')
    return canBeStruck(target.entry.kind) ? undefined : refused('cannot-be-mended')
  const fits = changed({ ...target, data: { ...target.entry.data } }, entry.data.changes)
  return fits ? undefined : refused('cannot-be-mended')
}

/** Whether a mending entry would show an identity that was hidden: by saying so, or by striking out what hid it. */
function reveals(entry: EntryOf<'retracted'> | EntryOf<'corrected'>, target: Line): boolean {
  return entry.kind === 'corrected' ? entry.data.changes.confidential === false : hides(target.entry)
}

/** Whether a mending entry and what it mends come from one device, which hands in the earlier one first. */
function sameDevice(entry: EntryOf<'retracted'> | EntryOf<'corrected'>): boolean {
  const device = parseEntryId(entry._id)?.device
  return parseEntryId(entry.data.entry)?.device === device
}

function toMeeting(
  entry: Entry,
  state: MeetingState,
  cases: readonly CaseState[],
  village: Village,
  day: string,
): Admission {
  const named = casesNamedBy(entry)
  const linked = [...new Set([...(entry.kind === 'meetingCalled' ? [] : state.everCases), ...named])]
  if (entry.kind === 'meetingCalled' && state.called) return refused('exists-already')
  if (linked.length === 0) return { ok: 'unknown' }
  const known = linked.map((id) => cases.find((c) => c.id === id))
  if (known.some((c) => !c?.facts)) return { ok: 'unknown' }
  const had = known.map((c) => rolesEver(entry.by, c!, village, day))
  const works = (roles: Set<Role>) => roles.has('lead') || roles.has('desk')
  const isNew = (i: number) => named.includes(linked[i]!) && !state.everCases.includes(linked[i]!)
  if (had.some((roles, i) => isNew(i) && !works(roles))) return refused('not-your-case')
  if (!had.some(works) && !wasInvited(entry.by, state)) return refused('not-your-case')
  const mending = mendFault(
    entry,
    state.lines,
    had.every((roles) => roles.has('desk')),
  )
  if (mending) return mending
  const now = meetingAudience(state.called ? state : called(state, entry), cases, village, day)
  return admitted(entry, village, day, now.includes(entry.by))
}

/** The cases that a call, or a correction of one, links a meeting to: who may see it hangs on them. */
export function casesNamedBy(entry: Entry): string[] {
  if (entry.kind === 'meetingCalled') return entry.data.cases
  const { cases } = entry.kind === 'corrected' ? entry.data.changes : {}
  return Array.isArray(cases) ? cases.filter((id) => typeof id === 'string') : []
}

const wasInvited = (officer: string, { everInvited, calledBy, decisions }: MeetingState): boolean =>
  calledBy === officer || everInvited.includes(officer) || decisions.some((d) => d.officer === officer)

/** The meeting as the call that arrives makes it. */
function called(state: MeetingState, entry: Entry): MeetingState {
  if (entry.kind !== 'meetingCalled') return state
  const { cases, officers } = entry.data
  return { ...state, called: entry.data, calledBy: entry.by, cases, everCases: cases, officers }
}

/** Only today's desk: what a former one wrote late would have its effect, and could give the duty back to them. */
function toVillage(entry: Entry, village: Village, day: string): Admission {
  if (keepersOn(village, day).includes(entry.by)) return { ok: true }
  return refused(inOffice(village, entry.by, day) ? 'not-your-role' : 'term-ended')
}

/** Everybody keeps their own log, and nobody another's. */
function toAccessLog(entry: Entry, village: Village, day: string): Admission {
  const own = accessOfficer(journalOf(entry._id)) === entry.by
  return own ? admitted(entry, village, day, true) : refused('not-your-role')
}

function admitted(entry: Entry, village: Village, day: string, holds: boolean): Admission {
  if (!inOffice(village, entry.by, day)) return { ok: true, late: 'termEnded' }
  return holds ? { ok: true } : { ok: true, late: 'reassigned' }
}

const refused = (why: Refusal): Admission => refuse(why) as Admission
