/** To whom something went, as the head of a letter in the thread. */
import { answering } from '../../../text/answering.ts'
import { caseText } from '../../../text/case.ts'

/** A further complainant or related party is named where their name may stand in the journal. */
export function letterTo({ of, to, told }: Record<string, unknown>): string {
  const other = of ?? (told as { of?: string } | undefined)?.of
  if (!other) return caseText.letterTo
  return answering.deliver.toOther(typeof to === 'string' ? to : '')
}
