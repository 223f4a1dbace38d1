/** What became known of a span only after its report was closed: told beside the figures, never in them. */
import type { Standing } from './standing.ts'
import type { Period } from './turns.ts'

export const CHANGES = ['arrived', 'ended', 'open', 'channel', 'category', 'dusun', 'officer'] as const

export interface LaterChange {
  number?: string
  /** `arrived`: the case itself came late. `ended`, `open`: so it stood in truth at the end of the span. */
  what: (typeof CHANGES)[number]
  /** As the report has it, and as it is known now. */
  then?: string
  now?: string
}

/** `then`: what the report counts. `now`: the same moment, as it is known today. */
export function laterChanges(
  then: readonly Standing[],
  now: readonly Standing[],
  { from, to }: Period,
): LaterChange[] {
  const before = new Map(then.map((one) => [one.id, one]))
  return now.flatMap((one): LaterChange[] => {
    const known = before.get(one.id)
    if (known) return touches(known, from) ? differences(known, one) : []
    const came = one.registeredOn > to && from <= one.receivedOn && one.receivedOn <= to
    return came ? [{ number: one.number, what: 'arrived', now: one.registeredOn }] : []
  })
}

/** What had ended long before stands in this report with no figure. */
const touches = ({ open, endedOn }: Standing, from: string): boolean =>
  open || endedOn === undefined || endedOn >= from

function differences(then: Standing, now: Standing): LaterChange[] {
  const { number } = now
  const fields = [
    ['channel', then.channel, now.channel],
    ['category', then.category, now.category],
    ['dusun', then.dusun, now.dusun],
    ['officer', then.lead, now.lead],
  ] as const
  return [
    ...(then.open === now.open
      ? []
      : [{ number, what: now.open ? ('open' as const) : ('ended' as const), now: now.endedOn }]),
    ...fields.flatMap(([what, was, is]) => (was === is ? [] : [{ number, what, then: was, now: is }])),
  ]
}
