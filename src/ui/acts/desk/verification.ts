/** A verification while it is typed. */
import type { DataOf } from '../../../domain/entries.ts'
import { desk } from '../../../text/desk.ts'
import { classificationFaults, type Classification, type ClassificationField } from './classification.ts'
import type { Faults } from './faults.ts'

export interface Verification extends Classification {
  /** What happens where the identity is not complete. */
  goOn: 'without' | 'ask' | ''
  why: string
  note: string
}

type VerificationField = ClassificationField | 'goOn' | 'why'

/** The faults of a verification; `lacking`: something of the identity is unknown; `respondents`: who is named already. */
export function verificationFaults(
  data: Verification,
  lacking: boolean,
  respondents: readonly string[],
): Faults<VerificationField> {
  const identity = !lacking
    ? {}
    : {
        goOn: data.goOn ? '' : desk.verify.choiceNeeded,
        why: data.goOn === 'without' && !data.why.trim() ? desk.verify.whyNeeded : '',
      }
  return { ...classificationFaults(data, respondents), ...identity }
}

/** As it is written. */
export const verified = (data: Verification, lacking: boolean): DataOf<'verified'> => ({
  note: data.note.trim() || undefined,
  withoutIdentity: lacking ? data.why.trim() : undefined,
})
