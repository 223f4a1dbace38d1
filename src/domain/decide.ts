/** Who may do what now, and if not, why: the rules of the procedure, asked before an act is written. */
import type { CaseState } from './case-state.ts'
import { dataChecks } from './case-data-rules.ts'
import { stateChecks, type Asked } from './case-rules.ts'
import { faultIn, type DataOf, type Kind } from './entries.ts'
import { firstOf, refuse, type Act, type Verdict } from './refusals.ts'
import { rolesFor, rolesOf, type Role } from './roles.ts'
import { inOffice, type Village } from './village.ts'

export { decideMeeting } from './decide-meeting.ts'
export { decideVillage } from './decide-village.ts'
export type { Act, Refusal, Verdict } from './refusals.ts'
export { rolesOf } from './roles.ts'

/** The acts on a case that a menu offers, in the order of the procedure. */
const MENU: readonly Kind[] = [
  'accepted',
  'returned',
  'followedUp',
  'note',
  'booked',
  'dismissed',
  'verified',
  'incomplete',
  'informationRequested',
  'informationSupplied',
  'identityGiven',
  'complainantJoined',
  'classified',
  'restricted',
  'assigned',
  'involved',
  'unassigned',
  'held',
  'resumed',
  'referred',
  'agencyReminded',
  'referralReplied',
  'answerDrafted',
  'answerApproved',
  'answerReturned',
  'partyNamed',
  'answerDelivered',
  'reaction',
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'reopened',
  'destructionProposed',
  'identityDestroyed',
]

/** Only for what came by the public form, while it is not in the book; elsewhere nobody looks for them. */
const OF_THE_FORM: ReadonlySet<Kind> = new Set<Kind>(['booked', 'dismissed'])

/** Whether an officer may do an act on a case today, as far as the state before them tells. */
export function decide(act: Act, actor: string, state: CaseState, village: Village, day: string): Verdict {
  const allowed = mayAct(act.kind, actor, state, village, day, act.data)
  if (!allowed.ok) return allowed
  if (faultIn(act.kind, act.data) !== undefined) return refuse('invalid')
  const asked = { kind: act.kind, actor, state, village, day, roles: rolesOf(actor, state, village, day) }
  return firstOf(() => dataChecks(asked, act.data as DataOf<Kind>))
}

/** Every act on a case with its verdict today, for a menu that greys out what may not be done and says why. */
export function actsFor(
  actor: string,
  state: CaseState,
  village: Village,
  day: string,
): { kind: Kind; verdict: Verdict }[] {
  return MENU.filter((kind) => state.toBook || !OF_THE_FORM.has(kind)).map((kind) => ({
    kind,
    verdict: mayAct(kind, actor, state, village, day),
  }))
}

/** What can be said before the act's data are known: role and state of the case. */
function mayAct(
  kind: Kind,
  actor: string,
  state: CaseState,
  village: Village,
  day: string,
  data?: unknown,
): Verdict {
  if (!inOffice(village, actor, day)) return refuse('term-ended')
  if (kind === 'registered') return firstOf(() => state.facts && 'exists-already')
  if (!state.facts) return refuse('unknown-case')
  if (state.respondents.includes(actor)) return refuse('respondent')
  const roles = rolesOf(actor, state, village, day)
  if (roles.size === 0) return refuse('not-your-case')
  const asked: Asked = { kind, actor, state, village, day, roles }
  return firstOf(
    () => roleFault(kind, roles),
    () => stateChecks(asked, data),
  )
}

function roleFault(kind: Kind, roles: ReadonlySet<Role>) {
  const needed = rolesFor(kind)
  if (needed === 'server') return 'server-only'
  if (needed.some((role) => roles.has(role))) return undefined
  return needed.includes('lead') && !needed.includes('desk') ? 'not-assigned-to-you' : 'not-your-role'
}
