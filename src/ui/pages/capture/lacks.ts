/** What a half-written complaint lacks, or says in a way that cannot be read. */
import { parsePhone } from '../../../domain/phone.ts'
import { lacksReporter } from '../../acts/reported.ts'
import type { CaptureDraft } from './model.ts'

export type PhoneFault = 'letters' | 'short' | 'wrong'

/** The shortest number of a mobile phone here, with its 0. */
const SHORTEST = 10

/** Why a typed number cannot be read; undefined where it can, or where there is none. */
export function phoneFault({ phone, unknown }: CaptureDraft): PhoneFault | undefined {
  if (unknown.phone || !phone.trim() || parsePhone(phone)) return undefined
  if (/\p{L}/u.test(phone)) return 'letters'
  return phone.replace(/\D/g, '').length < SHORTEST ? 'short' : 'wrong'
}

export const phoneIsWrong = (draft: CaptureDraft): boolean => phoneFault(draft) !== undefined

export const rtRwIsWrong = (value: string): boolean => !!value.trim() && !/^\d{1,3}$/.test(value.trim())

export type Lack =
  'boxOpenedOn' | 'receivedOn' | 'reporter' | 'rw' | 'rt' | 'category' | 'subject' | 'description' | 'accused'

/** What keeps the complaint from being saved, in the order of the form. */
export function lacks(draft: CaptureDraft, today: string): Lack[] {
  const faults: Record<Lack, boolean> = {
    boxOpenedOn: draft.channel === 'box' && draft.boxOpenedOn > today,
    receivedOn: draft.receivedOn > today,
    reporter: lacksReporter(draft),
    rw: rtRwIsWrong(draft.rw),
    rt: rtRwIsWrong(draft.rt),
    category: !draft.category,
    accused: !draft.accused || (draft.accused === 'officer' && !draft.respondents.length),
    subject: !draft.subject.trim(),
    description: !draft.description.trim(),
  }
  return (Object.keys(faults) as Lack[]).filter((lack) => faults[lack])
}
