/** The ways out of a contradiction: what stands is kept by a word of the desk, the other way is an ordinary act. */
import type { CaseState, Line, Remark } from '../../../domain/case-state.ts'
import type { DataOf, Kind } from '../../../domain/entries.ts'
import { FINAL } from '../../../domain/case-state.ts'
import { settle as words } from '../../../text/settle.ts'
import { classification as classificationWords } from './words.ts'
import { t } from '../../../text/index.ts'

export interface Way {
  label: string
  kind: Extract<Kind, 'settled' | 'assigned' | 'classified' | 'unassigned' | 'retracted' | 'reopened'>
  data: object
}

type Names = (officer: string) => string

/** The two acts that a remark is about, the earlier one first. */
export const sidesOf = (remark: Remark, { lines }: CaseState): Line[] =>
  lines.filter(({ entry }) => entry._id === remark.entry || entry._id === remark.against)

/** What the desk may choose; the first keeps what stands now. `day`: today, so that no due day in the past is given anew. */
export function waysOut(remark: Remark, state: CaseState, name: Names, day: string): Way[] {
  const sides = sidesOf(remark, state)
  const keep = (label: string): Way => ({ label, kind: 'settled', data: { entries: [remark.entry] } })
  const strike = (entry: string, label: string): Way => ({
    label,
    kind: 'retracted',
    data: { entry, reason: words.reason },
  })
  switch (remark.why) {
    case 'concurrentAssignment':
      return assignments(sides, state, keep, name, day)
    case 'concurrentClassification':
      return classes(sides, state, keep)
    case 'secondAnswer':
      return [
        keep(words.both),
        ...sides.map(({ entry }) => strike(entry._id, words.strikeAnswer(name(entry.by)))),
      ]
    case 'secondClosing':
      return [
        keep(words.useFirst(endOf(sides[0]))),
        ...(remark.against ? [strike(remark.against, words.useSecond(endOf(sides.at(-1))))] : []),
      ]
    case 'concurrentReopening': {
      const ended = FINAL.has(state.status)
      return [
        keep(ended ? words.keepClosed : words.keepOpen),
        strike(remark.entry, ended ? words.reopenIt : words.closeIt),
      ]
    }
    default:
      return [
        keep(words.closeIt),
        { label: words.reopenIt, kind: 'reopened', data: { reason: words.reopenReason } },
      ]
  }
}

function assignments(
  sides: readonly Line[],
  { assignment }: CaseState,
  keep: (label: string) => Way,
  name: Names,
  day: string,
): Way[] {
  const kept = keep(assignment ? words.keepLead(name(assignment.lead)) : words.keepUnassigned)
  const others = sides.filter(({ entry }) => entry.kind === 'assigned' && entry._id !== assignment?.entry)
  const takenBack = assignment && sides.some(({ entry }) => entry.kind === 'unassigned')
  return [
    kept,
    ...(takenBack
      ? [{ label: words.takeBack, kind: 'unassigned' as const, data: { reason: words.reason } }]
      : []),
    ...others.map(({ data }): Way => {
      const { due, ...rest } = data as DataOf<'assigned'>
      const again = due && due >= day ? { ...rest, due } : rest
      return { label: words.otherLead(name(rest.lead)), kind: 'assigned', data: again }
    }),
  ]
}

/** The other one is written anew, as it was. */
function classes(sides: readonly Line[], { classification }: CaseState, keep: (label: string) => Way): Way[] {
  const kept = classification ? classificationWords(classification) : ''
  const others = sides.map(({ data }) => data as DataOf<'classified'>)
  return [
    keep(words.keepClass(kept)),
    ...others
      .filter((data) => classificationWords(data) !== kept)
      .map((data): Way => ({ label: words.otherClass(classificationWords(data)), kind: 'classified', data })),
  ]
}

/** How an ending entry ends it, in words. */
function endOf(line: Line | undefined): string {
  const { outcome } = (line?.data ?? {}) as { outcome?: keyof typeof t.words.outcome }
  if (outcome) return t.words.outcome[outcome]
  const kind = line?.entry.kind as keyof typeof t.status.status | undefined
  return (kind && t.status.status[kind]) || t.status.status.closed
}
