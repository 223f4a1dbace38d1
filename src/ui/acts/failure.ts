import type { Why } from '../../state/act.ts'
import { acts } from '../../text/acts.ts'
import { t } from '../../text/index.ts'

/** Why something was not written, and what to do next. */
export function failureWords(why: Why): string {
  const refusals: Record<string, string> = t.refusal
  return acts.failed[why] ?? refusals[why] ?? acts.failed.other!
}
