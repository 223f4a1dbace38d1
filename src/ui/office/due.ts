/** The due day that the rules give to a case that is about to be assigned. */
import type { CaseState } from '../../domain/case-state.ts'
import { dueOf } from '../../domain/deadlines.ts'
import type { Village } from '../../domain/village.ts'

/** The last day (WIB) in time by category of complaint, whoever has it now; undefined where nothing runs. */
export function proposedDue(state: CaseState, village: Village): string | undefined {
  return dueOf({ ...state, assignment: undefined, verified: true, incompleteSince: undefined }, village)?.on
}
