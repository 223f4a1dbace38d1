/** Whose word an answer needs before it goes to the complainant (setting `approval`). */
import { deskExcept } from './audience.ts'
import { FINAL } from './case-state.ts'
import type { PositionName } from './kinds/village.ts'
import type { CaseSummary } from './summary.ts'
import { DESK, holdersOfPosition, type Village } from './village.ts'

/** Who decides where the one before is complained about, or nobody holds the position: the higher first. */
const NEXT: Record<'sekretarisDesa' | 'kepalaDesa', readonly PositionName[]> = {
  kepalaDesa: [...DESK].reverse(),
  sekretarisDesa: ['sekretarisDesa', 'kepalaDesa', 'petugasPengelola'],
}

/**
 * Who may approve an answer that day: whoever holds the position that the village has set, stand-ins too; where all of
 * them are respondents, or nobody holds it, the next of the desk. Empty where answers need no approval.
 */
export function approversOf(respondents: readonly string[], village: Village, day: string): string[] {
  const { approval } = village.settings
  if (approval === 'nobody') return []
  for (const position of NEXT[approval]) {
    const able = holdersOfPosition(village, position, day).filter((one) => !respondents.includes(one))
    if (able.length > 0) return able
  }
  return deskExcept(respondents, village, day)
}

/** Whether a draft of the case's answer waits for somebody's approval. */
export const awaitsApproval = (one: CaseSummary, village: Village): boolean =>
  village.settings.approval !== 'nobody' && draftWaits(one)

/** Whether it would, where answers need one. */
export const draftWaits = (one: CaseSummary): boolean =>
  one.draft?.state === 'waiting' && one.status !== 'answered' && !FINAL.has(one.status)

/** Whether it waits for this officer's. */
export const awaitsApprovalOf = (officer: string, one: CaseSummary, village: Village, day: string): boolean =>
  awaitsApproval(one, village) && approversOf(one.respondents ?? [], village, day).includes(officer)

/** Whether the Kepala Desa of that day is complained about: such a case is for an agency above the village. */
export const headInvolved = (respondents: readonly string[], village: Village, day: string): boolean =>
  holdersOfPosition(village, 'kepalaDesa', day).some((officer) => respondents.includes(officer))
