/**
 * What a Kepala Dusun hears of the open complaints of the own dusun without holding them: enough to know a complaint
 * again at the next door, and nothing that tells who complained (domain.md, People and places).
 */
import { FINAL, type CaseState, type Line, type Status } from './case-state.ts'
import type { DataOf } from './entries.ts'
import { counterOf } from './ids.ts'
import { foldText } from './fold-text.ts'
import { addDays } from './time.ts'
import { termsOf, type Village } from './village.ts'

export interface HamletCase {
  id: string
  number?: string
  status: Status
  /** Absent where its words might name the complainant. */
  subject?: string
  category: string
  dusun: string
  rw?: string
  rt?: string
  receivedOn: string
  urgent: boolean
  lead?: string
  /** The highest counter of its journal: what is written without holding that comes after it. */
  counter: number
  /** This officer took down a further complainant of it. */
  joined?: true
}

/** What is gathered of a case before it is known who asks. */
export interface Notice {
  told: HamletCase
  endedOn?: string
  /** Who took down further complainants. */
  joiners: string[]
}

/** The dusun that an officer is head of on a day, or stands in for the head of. */
export const dusunOf = (village: Village, officer: string, day: string): string[] =>
  termsOf(village, officer, day).flatMap(({ position, dusun }) =>
    position === 'kepalaDusun' && dusun ? [dusun] : [],
  )

/** What may be told of a case; undefined where nothing may: restricted, of alleged misconduct, or a hidden complainant. */
export function noticeOf(state: CaseState): Notice | undefined {
  const { facts } = state
  if (!facts?.place.dusun || state.confidential || state.toBook) return undefined
  if (state.respondents.length > 0 || state.classification?.misconduct) return undefined
  const { id, number, status, category, urgent, receivedOn = '', assignment, endedOn, lines } = state
  const { dusun, rw, rt } = facts.place
  const told: HamletCase = {
    id,
    number,
    status,
    subject: namesSomebody(facts.subject, state) ? undefined : facts.subject,
    category,
    dusun,
    rw,
    rt,
    receivedOn,
    urgent,
    lead: assignment?.lead,
    counter: Math.max(...lines.map(({ entry }) => counterOf(entry._id))),
  }
  return { told, ...(endedOn ? { endedOn } : {}), joiners: joinersOf(state) }
}

/** Whether an officer may hear of a case that way: the one guard of these summaries and of joining by them. */
export function mayHearOf(officer: string, notice: Notice, village: Village, day: string): boolean {
  const { told, endedOn, joiners } = notice
  const { hamletSummaries, capturerKeeps } = village.settings
  if (!hamletSummaries || !dusunOf(village, officer, day).includes(told.dusun)) return false
  if (!FINAL.has(told.status)) return true
  return joiners.includes(officer) && !!endedOn && day <= addDays(endedOn, capturerKeeps)
}

/** The same of a case at hand. */
export function hearsOf(officer: string, state: CaseState, village: Village, day: string): boolean {
  const dusun = state.facts?.place.dusun
  if (!dusun || !dusunOf(village, officer, day).includes(dusun)) return false
  const notice = noticeOf(state)
  return !!notice && mayHearOf(officer, notice, village, day)
}

/** Whether an officer is told anything of this kind: heads are, unless the village has turned it off. */
export const hearsOfDusun = (officer: string, village: Village, day: string): boolean =>
  village.settings.hamletSummaries && dusunOf(village, officer, day).length > 0

/** What an officer is told on a day, in the order of the ids. */
export function hamletCases(
  officer: string,
  notices: Iterable<Notice>,
  village: Village,
  day: string,
): HamletCase[] {
  return [...notices]
    .filter((notice) => mayHearOf(officer, notice, village, day))
    .map(({ told, joiners }) => (joiners.includes(officer) ? { ...told, joined: true as const } : told))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The author of a joining that an entry is, or is the identity of. */
export function joinerOf(entry: Line['entry'], lines: ReadonlyMap<string, Line>): string | undefined {
  if (entry.kind === 'complainantJoined') return entry.by
  const of = entry.kind === 'identityGiven' ? (entry.data as DataOf<'identityGiven'>).of : undefined
  const joining = of === undefined ? undefined : lines.get(of)?.entry
  return joining?.kind === 'complainantJoined' && joining.by === entry.by ? entry.by : undefined
}

const joinersOf = ({ lines }: CaseState): string[] => [
  ...new Set(
    lines.flatMap(({ entry, retractedBy }) =>
      entry.kind === 'complainantJoined' && !retractedBy ? [entry.by] : [],
    ),
  ),
]

/** A phone number, however it is spaced. */
const DIGITS = /\d(?:[\s.-]?\d){5,}/
/** Forms of address that stand in names and in any sentence. */
const ADDRESS: ReadonlySet<string> = new Set(
  'pak bapak bu ibu mas mbak bude pakde mbah haji hj kang rt rw di'.split(' '),
)

/** Whether a text holds a word of a name that the journal's secrets know, or what looks like a phone number. */
export const namesSomebody = (text: string, state: CaseState): boolean =>
  DIGITS.test(text) || nameWordsIn(text, state).length > 0

/** The words of a text that are also words of a name which the journal's secrets know. */
export function nameWordsIn(text: string, { lines }: CaseState): string[] {
  const secret = new Set(secretsIn(lines).flatMap(wordsIn))
  return [...new Set(wordsIn(text))].filter((word) => secret.has(word) && !ADDRESS.has(word))
}

/** Every name that any entry ever gave, struck out or destroyed since too. */
function secretsIn(lines: readonly Line[]): string[] {
  const given = lines.filter(({ entry }) => entry.kind === 'identityGiven')
  const names = given.flatMap(({ entry, data }) => [entry.data, data] as DataOf<'identityGiven'>[])
  return names.flatMap(({ name = '', behalfOf = '' }) => [name, behalfOf])
}

const wordsIn = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
