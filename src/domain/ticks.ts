/**
 * Ticks: how far an entry has come (design §6). A tick shown is always true: "reached" is read off what a phone itself
 * said it stored, and only counts from the moment since which that phone's officer was to receive the entry at all.
 */
import { audience, deskOf } from './audience.ts'
import type { CaseState, Line } from './case-state.ts'
import { isCurrent, timeOf, type Entry, type ForeignEntry } from './entries.ts'
import { CENTRE, counterOf } from './ids.ts'
import { dayOf, startOfDay } from './time.ts'
import { DESK, isDesk, termsOf, type Term, type Village } from './village.ts'

/** One phone's word that it holds all of its mailbox as of an order of arrival. */
export interface Watermark {
  order: number
  at: string
  /** Journals, veiled, of which older entries came into the mailbox later and are not on that phone yet. */
  without?: readonly string[]
}

/**
 * A journal's id for those who know it: 32 of its 80 random bits' worth (FNV-1a), so that nobody learns an id from it. Two
 * journals may look the same; then a tick says less for a while, never too much.
 */
export function veil(journal: string): string {
  let hash = 0x811c9dc5
  for (const character of journal) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return `~${(hash >>> 0).toString(16).padStart(8, '0')}`
}

export type TickState = 'pending' | 'sent' | 'reached' | 'opened'

export interface Reach {
  officer: string
  state: Exclude<TickState, 'pending'>
  /** When it was opened, or when a phone of theirs last said that it holds it. */
  at?: string
  /** Of what was opened: when a phone of theirs last said that it holds it. */
  heldAt?: string
}

export interface Tick {
  state: TickState
  /** When the centre took it in. */
  storedAt?: string
  /** Officers it is on its way to: from the field the desk, from the office the lead and then the helpers. */
  who: Reach[]
}

/** How far an entry of a case has come, by the phones' watermarks (officer → one for each phone). */
export function tickOf(
  entry: Entry | ForeignEntry,
  state: CaseState,
  village: Village,
  watermarks: Readonly<Record<string, readonly Watermark[]>>,
  day: string,
): Tick {
  if (!entry.arrived) return { state: 'pending', who: [] }
  const desk = deskOf(state, village, day)
  const fromOffice = isOffice(entry, desk, village)
  const told = state.orders.find((order) => order.entry === entry._id)?.to
  const targets = told ? [told] : fromOffice ? team(state) : desk
  const seers = audience(state, entry, village, day)
  const who = targets
    .filter((officer) => officer !== entry.by && officer !== CENTRE && seers.includes(officer))
    .map((officer) => reachOf(officer, entry, state, village, watermarks[officer] ?? [], day))
  const counted = fromOffice && !told ? who.filter(({ officer }) => officer === state.assignment?.lead) : who
  return { state: furthest(counted), storedAt: entry.arrived.at, who }
}

const isOffice = (entry: Entry | ForeignEntry, desk: readonly string[], village: Village): boolean =>
  entry.by === CENTRE || desk.includes(entry.by) || isDesk(village, entry.by, dayOf(timeOf(entry)))

const team = ({ assignment }: CaseState): string[] =>
  assignment ? [assignment.lead, ...assignment.helpers] : []

function furthest(who: readonly Reach[]): TickState {
  if (who.some(({ state }) => state === 'opened')) return 'opened'
  return who.some(({ state }) => state === 'reached') ? 'reached' : 'sent'
}

function reachOf(
  officer: string,
  entry: Entry | ForeignEntry,
  state: CaseState,
  village: Village,
  marks: readonly Watermark[],
  day: string,
): Reach {
  const reach = reachIn(officer, state, village, day)
  const opened = reach.opened(entry)
  const mark = marks.find((one) => reach.holds(entry, one))
  if (opened) return { officer, state: 'opened', at: timeOf(opened), ...(mark ? { heldAt: mark.at } : {}) }
  return mark ? { officer, state: 'reached', at: mark.at } : { officer, state: 'sent' }
}

/** Tells of the entries of a case whether an officer has opened them, and whether a phone of theirs holds them. */
export function reachIn(officer: string, state: CaseState, village: Village, day: string) {
  const since = receivesSince(officer, state, village, day)
  const veiled = veil(state.id)
  return {
    opened: (entry: Entry | ForeignEntry) => openingOf(officer, entry, state),
    holds: (entry: Entry | ForeignEntry, { order, without }: Watermark) =>
      order >= Math.max(entry.arrived?.order ?? Infinity, since) && !without?.includes(veiled),
  }
}

/** The officer's `opened` that had this very entry on the screen: it reaches its counter and its order of arrival. */
function openingOf(officer: string, entry: Entry | ForeignEntry, state: CaseState): Entry | undefined {
  const order = entry.arrived?.order ?? Infinity
  for (const { entry: opened } of state.lines) {
    if (!isCurrent(opened) || opened.kind !== 'opened' || opened.by !== officer) continue
    if (opened.data.upTo >= counterOf(entry._id) && (opened.data.order ?? -1) >= order) return opened
  }
  return undefined
}

/**
 * Since which order of arrival the officer's mailbox surely holds the case, on today's ground: the assignment, or the
 * desk duty, and the last change of respondents where the officer was ever one. Infinity where it cannot be told.
 */
function receivesSince(officer: string, state: CaseState, village: Village, day: string): number {
  const terms = termsOf(village, officer, day)
  const asDesk = earliest(terms.filter((term) => DESK.includes(term.position)))
  const given = Math.min(assignedOrder(officer, state), askedOrder(officer, state))
  const asGiven = Math.max(given, earliest(terms))
  return Math.max(Math.min(asDesk, asGiven), clearedOrder(officer, state))
}

/** Orders of arrival are microseconds since 1970, so that a day's start can be compared with them. */
const earliest = (terms: readonly Term[]): number =>
  Math.min(
    Infinity,
    ...terms.map((term) => Math.max(term.order ?? Infinity, Date.parse(startOfDay(term.from)) * 1000)),
  )

function assignedOrder(officer: string, state: CaseState): number {
  const { assignment, lines } = state
  if (!assignment || !team(state).includes(officer)) return Infinity
  const since = lines.findLast(({ entry, data }) => {
    if (entry._id === assignment.entry) return true
    return entry.kind === 'involved' && data.helper === officer && entry._id > assignment.entry
  })
  return Math.max(orderOf(lines, assignment.entry), since ? orderOf(lines, since.entry._id) : Infinity)
}

/** Since the order to ask for something; any mending may have given it back, or shown an identity that was hidden. */
function askedOrder(officer: string, { orders, confidential, lines }: CaseState): number {
  if (confidential) return Infinity
  const given = orders.filter(({ to }) => to === officer).map(({ entry }) => orderOf(lines, entry))
  const mended = lines.filter(({ entry }) => entry.kind === 'corrected' || entry.kind === 'retracted')
  return Math.max(
    Math.min(Infinity, ...given),
    ...mended.map(({ entry }) => entry.arrived?.order ?? Infinity),
  )
}

/** Where the officer was ever named as respondent: after everything that can have lifted it. */
function clearedOrder(officer: string, { lines }: CaseState): number {
  const named = lines.some(({ entry, data }) =>
    [entry.data, data, data.changes].some((said) => respondents(said).includes(officer)),
  )
  if (!named) return 0
  const lifting = lines.filter(({ entry }) => ['restricted', 'corrected', 'retracted'].includes(entry.kind))
  return Math.max(0, ...lifting.map(({ entry }) => entry.arrived?.order ?? Infinity))
}

const respondents = (data: unknown): unknown[] => {
  const list = (data as { respondents?: unknown } | undefined)?.respondents
  return Array.isArray(list) ? list : []
}

const orderOf = (lines: readonly Line[], id: string): number =>
  lines.find(({ entry }) => entry._id === id)?.entry.arrived?.order ?? Infinity

/**
 * What an officer's `opened` should say now, when what is before them is on the screen; undefined where nothing by
 * others is new since their last one.
 */
export function openingFor(
  officer: string,
  lines: readonly Line[],
): { upTo: number; order?: number } | undefined {
  const others = lines.filter(({ entry }) => entry.by !== officer && entry.kind !== 'opened')
  if (others.length === 0) return undefined
  const before = lines.filter(({ entry }) => entry.by === officer && entry.kind === 'opened')
  const most = (values: unknown[]) => Math.max(0, ...values.map((value) => Number(value ?? 0)))
  const upTo = most(others.map(({ entry }) => counterOf(entry._id)))
  const order = most(others.map(({ entry }) => entry.arrived?.order))
  const isNew =
    upTo > most(before.map(({ data }) => data.upTo)) || order > most(before.map(({ data }) => data.order))
  return isNew ? { upTo, ...(order > 0 ? { order } : {}) } : undefined
}
