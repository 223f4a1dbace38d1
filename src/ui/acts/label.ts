/** What an act is called on this case. */
import type { CaseState } from '../../domain/case-state.ts'
import type { Kind } from '../../domain/entries.ts'
import { acts } from '../../text/acts.ts'
import { reachText } from '../../text/templates.ts'

/** Whether who complains is hidden from this reader. */
export const isHiddenHere = (state: CaseState | null | undefined): boolean =>
  !!state?.confidential && !Object.values(state.identity).some(Boolean)

/** Who may not see the complainant asks through the desk. */
export const actLabel = (kind: Kind, state: CaseState | null | undefined): string =>
  kind === 'informationRequested' && isHiddenHere(state) ? reachText.relay : (acts.label[kind] ?? '')
