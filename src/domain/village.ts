/** The village as its journal tells it: who is who, who holds what when, which rules apply. */
import type { Line } from './case-state.ts'
import { isCurrent, timeOf, unionById, type Entry, type ForeignEntry } from './entries.ts'
import { KNOWN_HOLIDAYS } from './holidays.ts'
import type { PositionName } from './kinds/village.ts'
import { mend } from './mend.ts'
import { DEFAULT_SETTINGS, parseSetting, type Settings } from './settings.ts'
import { addDays, dayOf } from './time.ts'

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
  /** Order of arrival of what gave the term its present form (undefined while that is unsent). */
  order?: number
}

/** Settings by which days are counted: what was begun under one is finished under it. */
export type CountingRule = 'deadlines' | 'workingDays'
export type Rules = { [K in CountingRule]: { from: string; value: Settings[K] }[] }

export interface Village {
  officers: Record<string, Officer>
  terms: Term[]
  /** Every term as any entry ever gave it, mended or struck since: what was done under it is accepted. */
  everHeld: Term[]
  settings: Settings
  /** Every value that the counting rules were given, with the day (WIB) from which it holds. */
  rules: Rules
  /** Days off by year, as `YYYY-MM-DD`. */
  holidays: Record<number, Record<string, string>>
}

/** Who does desk work, in the order in which it falls to them where one is named as respondent (domain.md). */
export const DESK: readonly PositionName[] = ['petugasPengelola', 'sekretarisDesa', 'kepalaDesa']

export const EMPTY_VILLAGE: Village = {
  officers: {},
  terms: [],
  everHeld: [],
  settings: DEFAULT_SETTINGS,
  rules: { deadlines: [], workingDays: [] },
  holidays: KNOWN_HOLIDAYS,
}

type AnyEntry = Entry | ForeignEntry

/** Folds the village's journal; order and duplicates of the input do not matter. */
export function foldVillage(entries: readonly AnyEntry[]): Village {
  const { lines } = mend(unionById(entries))
  const current = lines.filter((line) => isCurrent(line.entry))
  const terms = new Map<string, Term>()
  const village: Village = {
    ...EMPTY_VILLAGE,
    officers: {},
    settings: { ...DEFAULT_SETTINGS },
    rules: { deadlines: [], workingDays: [] },
    holidays: { ...KNOWN_HOLIDAYS },
  }
  for (const { entry, data, retractedBy } of current) {
    if (!retractedBy) apply(village, terms, { ...entry, data } as Entry)
  }
  const orders = termOrders(lines)
  village.terms = [...terms.values()].map((term) => ({ ...term, order: orders.get(term.term) }))
  village.everHeld = current.flatMap(({ entry, data }) =>
    entry.kind === 'positionHeld' ? [entry.data as Term, data as unknown as Term] : [],
  )
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
    if (!setting) return
    Object.assign(village.settings, { [setting.key]: setting.value })
    const rule = (village.rules as Record<string, { from: string; value: unknown }[]>)[setting.key]
    rule?.push({ from: dayOf(timeOf(entry)), value: setting.value })
  } else if (entry.kind === 'holidaysSet') {
    village.holidays[entry.data.year] = Object.fromEntries(entry.data.days.map((d) => [d.date, d.name ?? '']))
  }
}

/** What a counting rule was on a day: later changes of it leave that day as it was. */
export function ruleOn<K extends CountingRule>(
  rule: K,
  { settings, rules }: Pick<Village, 'settings' | 'rules'>,
  day: string,
): Settings[K] {
  const given: Rules[K] = rules[rule]
  if (given.length === 0) return settings[rule]
  return given.findLast(({ from }) => from <= day)?.value ?? DEFAULT_SETTINGS[rule]
}

/** The highest order of arrival among all that ever touched each term; undefined while one of them is unsent. */
function termOrders(lines: readonly Line[]): Map<string, number | undefined> {
  const orderOf = new Map(lines.map(({ entry }) => [entry._id, entry.arrived?.order ?? Infinity]))
  const highest = new Map<string, number>()
  for (const { entry, data, retractedBy, correctedBy } of lines) {
    if (entry.kind !== 'positionHeld') continue
    const touched = [entry._id, ...(retractedBy ? [retractedBy] : []), ...(correctedBy ?? [])]
    const order = Math.max(...touched.map((id) => orderOf.get(id) ?? Infinity))
    highest.set(String(data.term), Math.max(order, highest.get(String(data.term)) ?? 0))
  }
  return new Map([...highest].map(([term, order]) => [term, Number.isFinite(order) ? order : undefined]))
}

/** Whether a term runs on a day. */
export const covers = (term: Term, day: string) => term.from <= day && (!term.to || day <= term.to)

/** The terms that an officer holds on a day. */
export const termsOf = (village: Village, officer: string, day: string): Term[] =>
  village.terms.filter((t) => t.officer === officer && covers(t, day))

/** Who holds a position on a day, stand-ins too, each once. */
export const holdersOfPosition = (village: Village, position: PositionName, day: string): string[] => [
  ...new Set(village.terms.filter((t) => t.position === position && covers(t, day)).map((t) => t.officer)),
]

/** The positions that somebody holds on a day or will hold later. */
export const heldFrom = ({ terms }: Village, day: string): PositionName[] => [
  ...new Set(terms.filter(({ to }) => !to || to >= day).map(({ position }) => position)),
]

/** Whether the officer does desk work on that day. */
export const isDesk = (village: Village, officer: string, day: string): boolean =>
  termsOf(village, officer, day).some((t) => DESK.includes(t.position))

/** Whether the officer ever did desk work (what was written then is accepted, marked late). */
export const wasDesk = (village: Village, officer: string): boolean =>
  village.everHeld.some((t) => t.officer === officer && DESK.includes(t.position))

/** Whether the officer ever held any position. */
export const wasInOffice = (village: Village, officer: string): boolean =>
  village.everHeld.some((t) => t.officer === officer)

/** Whether the officer holds any position on that day. */
export const inOffice = (village: Village, officer: string, day: string): boolean =>
  termsOf(village, officer, day).length > 0

/** Officers who do desk work that day, in the order of `DESK`, each once. */
export function deskOn(village: Village, day: string): string[] {
  return [...new Set(DESK.flatMap((position) => holdersOfPosition(village, position, day)))]
}

/** The last day, counted from `day` on, on which somebody holds desk duty without a gap; undefined where no end is known. */
export function deskUntil({ terms }: Village, day: string): string | undefined {
  let last = addDays(day, -1)
  for (;;) {
    const next = addDays(last, 1)
    const holding = terms.filter((t) => DESK.includes(t.position) && covers(t, next))
    if (holding.some(({ to }) => !to)) return undefined
    if (holding.length === 0) return last
    last = holding
      .map(({ to }) => to!)
      .sort()
      .at(-1)!
  }
}

/** Every officer with a position on that day, each once, desk first. */
export function officersOn(village: Village, day: string): string[] {
  const all = village.terms.filter((t) => covers(t, day)).map((t) => t.officer)
  return [...new Set([...deskOn(village, day), ...all])]
}
