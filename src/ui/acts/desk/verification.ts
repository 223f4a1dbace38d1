/** A verification while it is typed. */
import type { DataOf } from '../../../domain/entries.ts'
import { desk } from '../../../text/desk.ts'
import { classificationFaults, type Classification } from './classification.ts'
import type { Faults } from './faults.ts'

export interface Verification extends Classification {
  /** What happens where the identity is not complete. */
  goOn: 'without' | 'ask' | ''
  why: string
  note: string
}

type VerificationField = 'misconduct' | 'category' | 'goOn' | 'why'

/** The faults of a verification; `lacking`: something of the identity is unknown. */
export function verificationFaults(data: Verification, lacking: boolean): Faults<VerificationField> {
  const identity = !lacking
    ? {}
    : {
        goOn: data.goOn ? '' : desk.verify.choiceNeeded,
        why: data.goOn === 'without' && !data.why.trim() ? desk.verify.whyNeeded : '',
      }
  return { ...classificationFaults(data), ...identity }
}

/** As it is written. */
export const verified = (data: Verification, lacking: boolean): DataOf<'verified'> => ({
  note: data.note.trim() || undefined,
  withoutIdentity: lacking ? data.why.trim() : undefined,
})
