/** The village as its journal tells it: who is who, who holds what when, which rules apply. */
import { compareIds, type Entry, type ForeignEntry } from './entries.ts'
import { KNOWN_HOLIDAYS } from './holidays.ts'
import type { PositionName } from './kinds/village.ts'
import { DEFAULT_SETTINGS, parseSetting, type Settings } from './settings.ts'

export interface Officer {
  id: string
  name: string
  phone?: string
}

export interface Term {
  term: string
  officer: string
  position: PositionName
  dusun?: string
  from: string
  to?: string
  acting?: 'plh' | 'plt'
}

export interface Village {
  officers: Record<string, Officer>
  terms: Term[]
  settings: Settings
  /** Days off by year, as `YYYY-MM-DD`. */
  holidays: Record<number, Record<string, string>>
}

/** Who does desk work, in the order in which it falls to them where one is named as respondent (domain.md). */
export const DESK: readonly PositionName[] = ['petugasPengelola', 'sekretarisDesa', 'kepalaDesa']

export const EMPTY_VILLAGE: Village = {
  officers: {},
  terms: [],
  settings: DEFAULT_SETTINGS,
  holidays: KNOWN_HOLIDAYS,
}

type AnyEntry = Entry | ForeignEntry

/** Folds the village's journal; order and duplicates of the input do not matter. */
export function foldVillage(entries: readonly AnyEntry[]): Village {
  const sorted = [...entries].sort(compareIds)
  const struck = struckOut(sorted)
  const terms = new Map<string, Term>()
  const village: Village = {
    officers: {},
    terms: [],
    settings: { ...DEFAULT_SETTINGS },
    holidays: { ...KNOWN_HOLIDAYS },
  }
  for (const entry of sorted) if (!struck.has(entry._id)) apply(village, terms, entry as Entry)
  village.terms = [...terms.values()]
  return village
}

function apply(village: Village, terms: Map<string, Term>, entry: Entry): void {
  if (entry.kind === 'officerRecorded') {
    const { officer, name, phone } = entry.data
    village.officers[officer] = { id: officer, name, ...(phone ? { phone } : {}) }
  } else if (entry.kind === 'positionHeld') {
    terms.set(entry.data.term, entry.data)
  } else if (entry.kind === 'settingChanged') {
    const setting = parseSetting(entry.data.key, entry.data.value)
    if (setting) Object.assign(village.settings, { [setting.key]: setting.value })
  } else if (entry.kind === 'holidaysSet') {
    village.holidays[entry.data.year] = Object.fromEntries(entry.data.days.map((d) => [d.date, d.name ?? '']))
  }
}

/** Ids of entries that a later `retracted` strikes out. */
function struckOut(sorted: readonly AnyEntry[]): Set<string> {
  return new Set(
    sorted.flatMap((e) => (e.kind === 'retracted' ? [(e as Entry & { kind: 'retracted' }).data.entry] : [])),
  )
}

const covers = (term: Term, day: string) => term.from <= day && (!term.to || day <= term.to)

/** The terms that an officer holds on a day. */
export const termsOf = (village: Village, officer: string, day: string): Term[] =>
  village.terms.filter((t) => t.officer === officer && covers(t, day))

/** Whether the officer does desk work on that day. */
export const isDesk = (village: Village, officer: string, day: string): boolean =>
  termsOf(village, officer, day).some((t) => DESK.includes(t.position))

/** Whether the officer ever did desk work (what was written then is accepted, marked late). */
export const wasDesk = (village: Village, officer: string): boolean =>
  village.terms.some((t) => t.officer === officer && DESK.includes(t.position))

/** Whether the officer holds any position on that day. */
export const inOffice = (village: Village, officer: string, day: string): boolean =>
  termsOf(village, officer, day).length > 0

/** Officers who do desk work that day, in the order of `DESK`, each once. */
export function deskOn(village: Village, day: string): string[] {
  const holders = DESK.flatMap((position) =>
    village.terms.filter((t) => t.position === position && covers(t, day)).map((t) => t.officer),
  )
  return [...new Set(holders)]
}

/** Every officer with a position on that day, each once, desk first. */
export function officersOn(village: Village, day: string): string[] {
  const all = village.terms.filter((t) => covers(t, day)).map((t) => t.officer)
  return [...new Set([...deskOn(village, day), ...all])]
}
