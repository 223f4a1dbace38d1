/** Who decides on the draft of a case's answer, in words. */
import { approversOf } from '../../../domain/approval.ts'
import type { CaseState } from '../../../domain/case-state.ts'
import { village } from '../../../state/village.svelte.ts'
import { t } from '../../../text/index.ts'
import { officerName } from '../../pages/case/officers.ts'

/** Empty where answers need nobody's approval. */
export const approvers = ({ respondents }: CaseState): string[] =>
  approversOf(respondents, village.current, village.day)

export const approverNames = (state: CaseState): string => t.format.list(approvers(state).map(officerName))
