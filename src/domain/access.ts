/**
 * Who looked at which case (UU 27/2022). Kept apart from the journals of cases: it moves nothing in them, is in nobody's
 * mailbox, and is read from the centre by whoever answers for it (docs/decisions/035).
 */
import { deskExcept } from './audience.ts'
import type { CaseState } from './case-state.ts'
import type { EntryOf } from './entries.ts'
import { accessOfficer, parseEntryId } from './ids.ts'
import type { AccessAct, Look } from './kinds/access.ts'
import { LOOK_CASES } from './kinds/access.ts'
import { correctedTime, dayOf } from './time.ts'
import { holdersOfPosition, type Village } from './village.ts'

/** One line of the log: an officer did that with a case, from that device. */
export interface Access {
  case: string
  officer: string
  device: string
  what: AccessAct
  /** On corrected clocks, UTC. */
  at: string
  detail?: string
}

/**
 * Who reads the log of a case: the Kepala Desa; where that one is the respondent, or there is none, the first whom the
 * desk's order names.
 */
export function accessReaders(state: CaseState, village: Village, day: string): string[] {
  const heads = holdersOfPosition(village, 'kepalaDesa', day).filter(
    (officer) => !state.respondents.includes(officer),
  )
  return heads.length > 0 ? heads : deskExcept(state.respondents, village, day).slice(0, 1)
}

/** The lines that an entry of a log tells; none where it is not the officer's own log. */
export function accessesIn(entry: EntryOf<'accessed'>): Access[] {
  const { journal, device } = parseEntryId(entry._id)!
  if (accessOfficer(journal) !== entry.by) return []
  const { arrived } = entry
  return entry.data.looks.flatMap(({ what, at, cases, detail }) => {
    const time = arrived ? correctedTime(at, arrived.offset, arrived.at) : at
    const told = { officer: entry.by, device, what, at: time, ...(detail ? { detail } : {}) }
    return cases.map((id): Access => ({ case: id, ...told }))
  })
}

const keyOf = ({ case: id, officer, device, what, at, detail = '' }: Access): string =>
  [id, officer, device, what, dayOf(at), detail].join(' ')

/** One line per officer, device, case, act and day, the latest first. */
export function accessLog(accesses: readonly Access[]): Access[] {
  const first = new Map<string, Access>()
  for (const one of accesses) {
    const known = first.get(keyOf(one))
    if (!known || one.at < known.at) first.set(keyOf(one), one)
  }
  return [...first.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.case < b.case ? -1 : 1))
}

/** A look at any number of cases, in parts that fit. */
export function looksAt(what: AccessAct, at: string, cases: readonly string[], detail?: string): Look[] {
  const parts: Look[] = []
  for (let from = 0; from < cases.length; from += LOOK_CASES)
    parts.push({ what, at, cases: cases.slice(from, from + LOOK_CASES), ...(detail ? { detail } : {}) })
  return parts
}
