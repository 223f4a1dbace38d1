/** The roles that an officer has or ever had in a case: late entries are judged by what they may have been when written. */
import { deskExcept } from './audience.ts'
import type { CaseState } from './case-state.ts'
import type { DataOf, EntryOf } from './entries.ts'
import type { Role } from './roles.ts'
import { addDays } from './time.ts'
import { wasDesk, type Village } from './village.ts'

/**
 * Every role that an officer has in a case, or might have had when the work was done. Whoever does desk work may give
 * the case to themselves, and what they then do may come before that has: without it, it has no effect (`fold`).
 */
export function rolesEver(officer: string, state: CaseState, village: Village, day: string): Set<Role> {
  const roles = new Set<Role>()
  if (state.everAssigned.includes(officer)) roles.add('lead').add('helper')
  if (state.capturedBy === officer) roles.add('capturer')
  if (everDeskOf(officer, state, village, day)) roles.add('desk').add('lead').add('helper')
  if (everAsked(officer, state)) roles.add('asked')
  if (everHeadOf(officer, state, village)) roles.add('hamletHead')
  return roles
}

/** Whether the officer ever was told to ask for something, by orders since mended or struck too. */
function everAsked(officer: string, state: CaseState): boolean {
  if (everFacts(state).every(({ confidential }) => confidential)) return false
  if (respondentLists(state).every((list) => list.includes(officer))) return false
  return state.lines.some(({ entry, data }) => {
    if (entry.kind === 'informationRequested')
      return [entry.data, data].some((said) => (said as DataOf<'informationRequested'>).from === officer)
    return entry.kind === 'corrected' && (entry as EntryOf<'corrected'>).data.changes.from === officer
  })
}

/** Desk duty that the officer could have had in this case on some day, under any list of respondents it ever had. */
function everDeskOf(officer: string, state: CaseState, village: Village, day: string): boolean {
  const lists = respondentLists(state)
  if (lists.every((list) => list.includes(officer))) return false
  if (wasDesk(village, officer)) return true
  // Lists written without knowing of each other add up on the way: at the most, everyone but the officer was named.
  const others = lists.flat().filter((named) => named !== officer)
  const days = new Set([
    day,
    ...village.everHeld.flatMap((t) => [t.from, ...(t.to ? [addDays(t.to, 1)] : [])]),
  ])
  return [...days].some(
    (on) => on <= day && [...lists, others].some((list) => deskExcept(list, village, on).includes(officer)),
  )
}

/** Whether the officer ever was head of a dusun of the case, and the case ever one that a head hears of. */
function everHeadOf(officer: string, state: CaseState, village: Village): boolean {
  const told = everFacts(state)
  if (told.every(({ confidential }) => confidential)) return false
  if (respondentLists(state).every((list) => list.length > 0)) return false
  const dusun = new Set(told.map(({ place }) => place?.dusun).filter(Boolean))
  return village.everHeld.some(
    (t) => t.officer === officer && t.position === 'kepalaDusun' && dusun.has(t.dusun),
  )
}

/** What the registration said, at first, in between and now. */
function everFacts({ lines, facts }: CaseState): Partial<DataOf<'registered'>>[] {
  const first = lines.flatMap(({ entry }) => (entry.kind === 'registered' ? [entry] : []))
  const ids = new Set(first.map(({ _id }) => _id))
  const changes = lines.flatMap(({ entry }) =>
    entry.kind === 'corrected' && ids.has((entry as EntryOf<'corrected'>).data.entry)
      ? [{ ...facts, ...(entry as EntryOf<'corrected'>).data.changes } as Partial<DataOf<'registered'>>]
      : [],
  )
  return [...first.map(({ data }) => data as DataOf<'registered'>), ...changes, ...(facts ? [facts] : [])]
}

function respondentLists(state: CaseState): string[][] {
  const named = state.lines.flatMap(({ entry, data }) =>
    entry.kind === 'registered' || entry.kind === 'restricted' ? [entry.data, data] : [],
  )
  const lists = named.map((data) => (data as { respondents?: string[] }).respondents ?? [])
  return [...lists, state.respondents]
}
