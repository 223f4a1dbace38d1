/** Who may see which entry: the one guard of everything that leaves the server (design §2). */
import type { CaseState, Line } from './case-state.ts'
import type { Entry, EntryOf, ForeignEntry } from './entries.ts'
import { isCurrent } from './entries.ts'
import { destructionIn, isDestroyedBy } from './destruction.ts'
import { hearsOf, joinerOf } from './hamlet.ts'
import { CENTRE } from './ids.ts'
import { POSITIONS } from './kinds/village.ts'
import { addDays } from './time.ts'
import { DESK, deskOn, holdersOfPosition, inOffice, officersOn, type Term, type Village } from './village.ts'

type AnyEntry = Entry | ForeignEntry

/** The kinds that decide status, deadline and number: everyone who sees a case sees all of these. */
export const STATUS_KINDS: ReadonlySet<string> = new Set([
  'registered',
  'verified',
  'incomplete',
  'informationSupplied',
  'classified',
  'restricted',
  'booked',
  'dismissed',
  'numbered',
  'assigned',
  'involved',
  'unassigned',
  'accepted',
  'returned',
  'held',
  'resumed',
  'referred',
  'referralReplied',
  'answerDelivered',
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'reopened',
])

export interface Holders {
  /** Who does desk work on the case. */
  desk: string[]
  /** Desk, lead and helpers: they hold the whole journal. */
  full: string[]
  /** Who captured it and still follows it, where they do not hold it anyhow. */
  capturer?: string
  /** Who is told to ask the complainant for something, where they do not hold the case anyhow: until they have. */
  asked: string[]
}

/**
 * Who does desk work on a case that day: petugas, Sekdes, Kepala Desa, whoever is not a respondent; where none is
 * left, the highest officer who is not; at last the centre alone. Without `registered` nobody can tell: the centre.
 */
export function deskOf(state: CaseState, village: Village, day: string): string[] {
  return state.facts ? deskExcept(state.respondents, village, day) : [CENTRE]
}

/** The desk that remains when some officers are excluded; never empty. */
export function deskExcept(excluded: readonly string[], village: Village, day: string): string[] {
  const desk = deskOn(village, day).filter((officer) => !excluded.includes(officer))
  if (desk.length > 0) return desk
  const next = byRank(village, day).find((officer) => !excluded.includes(officer))
  return [next ?? CENTRE]
}

/**
 * Who may keep the village's own journal that day: the desk, or who does its work; where nobody is in office at all,
 * whoever held desk duty last, so that somebody can appoint. Empty only where nobody ever held it.
 */
export function keepersOn(village: Village, day: string): string[] {
  const desk = deskExcept([], village, day)
  return desk[0] === CENTRE ? lastAtDesk(village, day) : desk
}

function lastAtDesk({ everHeld }: Village, day: string): string[] {
  const held = everHeld.filter(({ position, from }) => DESK.includes(position) && from <= day)
  const endOf = ({ to = '9999-12-31' }: Term) => to
  const last = held.map(endOf).sort().at(-1)
  return [...new Set(held.filter((term) => endOf(term) === last).map(({ officer }) => officer))]
}

/** Officers in office that day, highest position first. */
function byRank(village: Village, day: string): string[] {
  const present = new Set(officersOn(village, day))
  return POSITIONS.flatMap((position) => holdersOfPosition(village, position, day)).filter((o) =>
    present.has(o),
  )
}

/** Who holds the case on a day, and how. */
export function holdersOf(state: CaseState, village: Village, day: string): Holders {
  const desk = deskOf(state, village, day)
  if (!state.facts || state.toBook) return { desk, full: desk, asked: [] }
  const allowed = (officer: string) => inOffice(village, officer, day) && !state.respondents.includes(officer)
  const { assignment } = state
  const team = assignment ? [assignment.lead, ...assignment.helpers].filter(allowed) : []
  const full = [...new Set([...desk, ...team])]
  const capturer = state.capturedBy
  const follows =
    capturer && allowed(capturer) && !full.includes(capturer) && stillFollows(state, village, day)
  // Who is to ask must know whom: never where the complainant is hidden.
  const told = state.confidential ? [] : state.orders.map(({ to }) => to)
  const asked = [...new Set(told)].filter((officer) => allowed(officer) && !full.includes(officer))
  return { desk, full, asked, ...(follows ? { capturer } : {}) }
}

function stillFollows(state: CaseState, village: Village, day: string): boolean {
  return !state.endedOn || day <= addDays(state.endedOn, village.settings.capturerKeeps)
}

/** How an officer holds a case on a day. */
export function holdsCase(
  officer: string,
  state: CaseState,
  village: Village,
  day: string,
): 'full' | 'asked' | 'capturer' | 'none' {
  const { full, asked, capturer } = holdersOf(state, village, day)
  if (full.includes(officer)) return 'full'
  if (asked.includes(officer)) return 'asked'
  return officer === capturer ? 'capturer' : 'none'
}

/** The audience of each entry of one case, with what they share worked out once. */
export function audienceOf(state: CaseState, village: Village, day: string): (entry: AnyEntry) => string[] {
  const holders = holdersOf(state, village, day)
  const lines = new Map(state.lines.map((line) => [line.entry._id, line]))
  const decision = destructionIn(state.lines.map(({ entry }) => entry))
  const isGone = (root: AnyEntry) => !!decision && isDestroyedBy(root, decision)
  return (entry) => {
    const root = rootOf(entry, lines)
    if (!root || !isCurrent(root)) return holders.desk
    const seers =
      root.kind === 'identityGiven'
        ? identityAudience(state, holders, entry, root, isGone(root))
        : othersAudience(state, holders, entry, root)
    // Who hears of the case as head of its dusun keeps what they took down themselves: a further complainant.
    const joiner = isGone(root) ? undefined : joinerOf(root, lines)
    const keeps = joiner && !seers.includes(joiner) && hearsOf(joiner, state, village, day)
    return keeps ? [...seers, joiner] : seers
  }
}

/** Who holds the whole journal, and of those who hold a part of it, whom an entry is for. */
function withSome({ full, capturer, asked }: Holders, sees: (officer: string) => boolean): string[] {
  const part = [...new Set([...(capturer ? [capturer] : []), ...asked])].filter(sees)
  return part.length > 0 ? [...full, ...part] : full
}

/** What decides the status is for everyone; an order for who got it; all else for who wrote it. */
function othersAudience(state: CaseState, holders: Holders, entry: AnyEntry, root: AnyEntry): string[] {
  const isFor = (officer: string) => state.orders.some((o) => o.entry === root._id && o.to === officer)
  return withSome(
    holders,
    (officer) => STATUS_KINDS.has(root.kind) || wrote(officer, entry, root) || isFor(officer),
  )
}

/**
 * A hidden identity stays with the desk; a destroyed one with nobody; a given one with who works on it, took it down or is
 * to ask for what is missing of it.
 */
function identityAudience(
  state: CaseState,
  holders: Holders,
  entry: AnyEntry,
  root: AnyEntry,
  isGone: boolean,
): string[] {
  if (isGone) return [CENTRE]
  if (state.confidential) return holders.desk
  const isMain = (root as EntryOf<'identityGiven'>).data.of === undefined
  return withSome(
    holders,
    (officer) => wrote(officer, entry, root) || (isMain && holders.asked.includes(officer)),
  )
}

const wrote = (officer: string, entry: AnyEntry, root: AnyEntry) =>
  entry.by === officer || root.by === officer

/** The entry that a chain of corrections and retractions is about; undefined while a link is missing. */
function rootOf(entry: AnyEntry, lines: ReadonlyMap<string, Line>): AnyEntry | undefined {
  let root: AnyEntry | undefined = entry
  const seen = new Set<string>()
  while (root && isMending(root) && !seen.has(root._id)) {
    seen.add(root._id)
    root = lines.get((root as EntryOf<'retracted'>).data.entry)?.entry
  }
  return root && isMending(root) ? undefined : root
}

const isMending = (entry: AnyEntry) =>
  isCurrent(entry) && (entry.kind === 'corrected' || entry.kind === 'retracted')

/** Who may see an entry of a case on a day. Never empty, never a respondent. */
export function audience(state: CaseState, entry: AnyEntry, village: Village, day: string): string[] {
  return audienceOf(state, village, day)(entry)
}

/** Whether an officer may see an entry of a case on a day. */
export function maySee(
  officer: string,
  state: CaseState,
  entry: AnyEntry,
  village: Village,
  day: string,
): boolean {
  return audience(state, entry, village, day).includes(officer)
}

/** The village's journal goes to every officer it knows. */
export function villageAudience(village: Village): string[] {
  const known = [...new Set([...Object.keys(village.officers), ...village.terms.map((t) => t.officer)])]
  return known.length > 0 ? known : [CENTRE]
}
