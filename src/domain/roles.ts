/** Which roles in a case may ever do which act: one table for the menu, the phone and the door. */
import { holdersOf } from './audience.ts'
import type { CaseState } from './case-state.ts'
import type { Kind } from './entries.ts'
import { hearsOf } from './hamlet.ts'
import type { Village } from './village.ts'

/**
 * Desk work on the case; its lead; a helper; whoever captured it; who is told to ask for what is missing; the head of its
 * dusun, who hears of it.
 */
export type Role = 'desk' | 'lead' | 'helper' | 'capturer' | 'asked' | 'hamletHead'

const desk: readonly Role[] = ['desk']
const lead: readonly Role[] = ['desk', 'lead']
const assignees: readonly Role[] = ['lead', 'helper']
const team: readonly Role[] = ['desk', 'lead', 'helper']
const anyone: readonly Role[] = ['desk', 'lead', 'helper', 'capturer']
/** Who is told to ask for what is missing adds it, or says why not. */
const supplying: readonly Role[] = [...anyone, 'asked']
/** Who stands at the door of a further complainant. */
const joining: readonly Role[] = [...anyone, 'hamletHead']

const ROLES: Partial<Record<Kind, readonly Role[]>> = {
  identityGiven: [...joining, 'asked'],
  verified: desk,
  incomplete: desk,
  informationRequested: team,
  informationSupplied: supplying,
  classified: desk,
  restricted: desk,
  booked: desk,
  dismissed: desk,
  assigned: desk,
  involved: lead,
  unassigned: desk,
  accepted: assignees,
  returned: ['lead'],
  opened: supplying,
  followedUp: team,
  note: supplying,
  complainantJoined: joining,
  held: lead,
  resumed: lead,
  referred: lead,
  agencyReminded: lead,
  referralReplied: lead,
  answerDrafted: team,
  answerApproved: desk,
  answerReturned: desk,
  partyNamed: team,
  answerDelivered: lead,
  reaction: anyone,
  closed: desk,
  outOfJurisdiction: desk,
  merged: desk,
  withdrawn: desk,
  voided: desk,
  reopened: desk,
  destructionProposed: desk,
  identityDestroyed: desk,
  settled: desk,
  corrected: anyone,
  retracted: anyone,
}

/** The roles that may do a kind of act on a case; `server` where only the centre writes it. */
export function rolesFor(kind: Kind): readonly Role[] | 'server' {
  return kind === 'numbered' ? 'server' : (ROLES[kind] ?? [])
}

/** The roles that an officer has in a case on a day. */
export function rolesOf(actor: string, state: CaseState, village: Village, day: string): Set<Role> {
  const roles = new Set<Role>()
  const { desk, full, capturer, asked } = holdersOf(state, village, day)
  if (desk.includes(actor)) roles.add('desk')
  if (full.includes(actor) && state.assignment?.lead === actor) roles.add('lead')
  if (full.includes(actor) && state.assignment?.helpers.includes(actor)) roles.add('helper')
  if (capturer === actor || (state.capturedBy === actor && full.includes(actor))) roles.add('capturer')
  if (asked.includes(actor)) roles.add('asked')
  if (hearsOf(actor, state, village, day)) roles.add('hamletHead')
  return roles
}

/** Whether somebody may say who complained: the one meant by `of`, and whether they took that one down themselves. */
export function mayName(roles: ReadonlySet<Role>, of: string | undefined, isOwn: boolean): boolean {
  if (anyone.some((role) => roles.has(role))) return true
  return (roles.has('hamletHead') && isOwn) || (roles.has('asked') && of === undefined)
}
