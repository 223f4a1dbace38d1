/** How far a whole case has come to each officer who holds it, phone by phone. Always true, never hoped (see ticks.ts). */
import { audienceOf, holdersOf } from './audience.ts'
import type { CaseState } from './case-state.ts'
import type { Entry, ForeignEntry } from './entries.ts'
import { CENTRE } from './ids.ts'
import { reachIn, type Watermark } from './ticks.ts'
import type { Village } from './village.ts'

/** One phone's word of what it holds. */
export type PhoneMark = Watermark & { device: string }

export interface Whereabouts {
  officer: string
  /** How many entries of others are theirs to see. */
  of: number
  /** How many of these they had on a screen. */
  opened: number
  phones: {
    device: string
    /** How many of these it holds, as it said last … */
    holds: number
    /** … at this moment. */
    at: string
  }[]
}

/** For everyone who holds the case: desk, lead, helpers, and who captured it. */
export function whereaboutsOf(
  state: CaseState,
  village: Village,
  watermarks: Readonly<Record<string, readonly PhoneMark[]>>,
  day: string,
): Whereabouts[] {
  const { full, capturer, asked } = holdersOf(state, village, day)
  const team = state.assignment ? [state.assignment.lead, ...state.assignment.helpers] : []
  const seers = audienceOf(state, village, day)
  const holds = new Set([...full, ...asked, ...(capturer ? [capturer] : [])])
  /** Whoever works on it first. */
  const officers = new Set([...team, ...holds])
  const shown = state.lines
    .map(({ entry }) => entry)
    .filter((entry) => entry.arrived && entry.kind !== 'opened')
  const audiences = new Map(shown.map((entry) => [entry, new Set(seers(entry))]))
  return [...officers]
    .filter((officer) => officer !== CENTRE && holds.has(officer))
    .map((officer) => {
      const theirs = shown.filter((entry) => entry.by !== officer && audiences.get(entry)!.has(officer))
      return oneOf(officer, theirs, state, village, watermarks[officer] ?? [], day)
    })
}

function oneOf(
  officer: string,
  theirs: readonly (Entry | ForeignEntry)[],
  state: CaseState,
  village: Village,
  marks: readonly PhoneMark[],
  day: string,
): Whereabouts {
  const reach = reachIn(officer, state, village, day)
  return {
    officer,
    of: theirs.length,
    opened: theirs.filter((entry) => reach.opened(entry)).length,
    phones: marks.map((mark) => ({
      device: mark.device,
      holds: theirs.filter((entry) => reach.holds(entry, mark)).length,
      at: mark.at,
    })),
  }
}
