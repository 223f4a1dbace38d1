/** A position as it is filled in, and what is missing in it. */
import type { PositionName } from '../../../domain/kinds/village.ts'
import type { Term } from '../../../domain/village.ts'

export interface TermForm {
  position: PositionName | ''
  dusun: string
  acting: 'definitive' | 'plh' | 'plt'
  from: string
  to: string
}

export type TermFault = 'position' | 'dusun' | 'from' | 'to'

/** The form of a term, or of a new one that starts today. */
export const formOf = (day: string, term?: Term): TermForm => ({
  position: term?.position ?? '',
  dusun: term?.dusun ?? '',
  acting: term?.acting ?? 'definitive',
  from: term?.from ?? day,
  to: term?.to ?? '',
})

/** The first thing that is missing or cannot be. */
export function faultOf(form: TermForm): TermFault | undefined {
  if (!form.position) return 'position'
  if (form.position === 'kepalaDusun' && !form.dusun) return 'dusun'
  if (!form.from) return 'from'
  return form.to && form.to < form.from ? 'to' : undefined
}

/** The position of a form without faults. */
export const termOf = (form: TermForm) => ({
  position: form.position as PositionName,
  from: form.from,
  ...(form.position === 'kepalaDusun' ? { dusun: form.dusun } : {}),
  ...(form.to ? { to: form.to } : {}),
  ...(form.acting === 'definitive' ? {} : { acting: form.acting }),
})
