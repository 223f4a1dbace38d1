/** Which roles in a case may ever do which act: one table for the menu, the phone and the door. */
import { holdersOf } from './audience.ts'
import type { CaseState } from './case-state.ts'
import type { Kind } from './entries.ts'
import { hearsOf } from './hamlet.ts'
import type { Village } from './village.ts'

/** Desk work on the case; its lead; a helper; whoever captured it; the head of its dusun, who hears of it. */
export type Role = 'desk' | 'lead' | 'helper' | 'capturer' | 'hamletHead'

const desk: readonly Role[] = ['desk']
const lead: readonly Role[] = ['desk', 'lead']
const assignees: readonly Role[] = ['lead', 'helper']
const team: readonly Role[] = ['desk', 'lead', 'helper']
const anyone: readonly Role[] = ['desk', 'lead', 'helper', 'capturer']
/** Who stands at the door of a further complainant. */
const joining: readonly Role[] = [...anyone, 'hamletHead']

const ROLES: Partial<Record<Kind, readonly Role[]>> = {
  identityGiven: joining,
  verified: desk,
  incomplete: desk,
  informationRequested: team,
  informationSupplied: anyone,
  classified: desk,
  restricted: desk,
  booked: desk,
  dismissed: desk,
  assigned: desk,
  involved: lead,
  unassigned: desk,
  accepted: assignees,
  returned: ['lead'],
  opened: anyone,
  followedUp: team,
  note: anyone,
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
  const { desk, full, capturer } = holdersOf(state, village, day)
  if (desk.includes(actor)) roles.add('desk')
  if (full.includes(actor) && state.assignment?.lead === actor) roles.add('lead')
  if (full.includes(actor) && state.assignment?.helpers.includes(actor)) roles.add('helper')
  if (capturer === actor || (state.capturedBy === actor && full.includes(actor))) roles.add('capturer')
  if (hearsOf(actor, state, village, day)) roles.add('hamletHead')
  return roles
}

/** Whether somebody is nothing more in a case than the head of its dusun. */
export const isOnlyHead = (roles: ReadonlySet<Role>): boolean => roles.size === 1 && roles.has('hamletHead')
