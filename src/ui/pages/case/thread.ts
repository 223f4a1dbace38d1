/** A case's journal as a conversation: which lines are shown, in which shape, with the days between them. */
import type { CaseState, Line } from '../../../domain/case-state.ts'
import { timeOf } from '../../../domain/entries.ts'
import { CENTRE, counterOf } from '../../../domain/ids.ts'
import type { MeetingState } from '../../../domain/meeting.ts'
import { dayOf } from '../../../domain/time.ts'

export type Item =
  | { type: 'day'; key: string; day: string }
  /** From here on it is new to the reader. */
  | { type: 'unread'; key: string }
  /** What the server did: a small line in the middle. What came by the website is a complaint as any other. */
  | { type: 'fact'; key: string; line: Line }
  | { type: 'entry'; key: string; line: Line; mine: boolean }
  /** What went to the complainant. */
  | { type: 'letter'; key: string; line: Line; mine: boolean }
  | { type: 'meeting'; key: string; meeting: MeetingState }

/** Said elsewhere: ticks, the complainant's card, and the marks on the mended entry itself. */
const SILENT: ReadonlySet<string> = new Set(['opened', 'identityGiven'])
const MENDING: ReadonlySet<string> = new Set(['corrected', 'retracted'])

interface Timed {
  at: string
  items: Item[]
}

/**
 * The items of a thread, in key order with each meeting at its time. `seen`: the highest counter that the reader had
 * opened before (0: never opened, nothing is marked as new). `time`: the moment of an entry, on corrected clocks.
 */
export function threadItems(
  state: CaseState,
  meetings: readonly MeetingState[],
  me: string,
  seen: number,
  time: (entry: Line['entry']) => string = timeOf,
): Item[] {
  const lines = state.lines.filter((line) => isShown(line, state))
  const firstNew =
    seen > 0 ? lines.find(({ entry }) => entry.by !== me && counterOf(entry._id) > seen) : undefined
  const timed: Timed[] = lines.map((line) => ({
    at: time(line.entry),
    items: [...(line === firstNew ? [{ type: 'unread', key: 'unread' } as const] : []), itemOf(line, me)],
  }))
  return withDays(withMeetings(timed, meetings, time))
}

function isShown(line: Line, state: CaseState): boolean {
  const { kind, _id } = line.entry
  if (SILENT.has(kind)) return false
  return !MENDING.has(kind) || state.remarks.some((r) => r.entry === _id && r.why === 'noTarget')
}

function itemOf(line: Line, me: string): Item {
  const { _id: key, kind, by } = line.entry
  if (by === CENTRE && kind !== 'registered') return { type: 'fact', key, line }
  const isLetter = kind === 'answerDelivered' || (kind === 'note' && !!line.data.told)
  return { type: isLetter ? 'letter' : 'entry', key, line, mine: by === me }
}

/** Puts each meeting after the last line that is not later than its invitation. */
function withMeetings(
  timed: Timed[],
  meetings: readonly MeetingState[],
  time: (entry: Line['entry']) => string,
): Timed[] {
  const result = [...timed]
  for (const meeting of meetings) {
    const invitation = meeting.lines.find(({ entry }) => entry.kind === 'meetingCalled')
    if (!invitation) continue
    const at = time(invitation.entry)
    const before = result.findLastIndex((each) => each.at <= at)
    result.splice(before + 1, 0, {
      at,
      items: [{ type: 'meeting', key: meeting.id, meeting }],
    })
  }
  return result
}

/** What the server did tells its own day: it comes when a phone had a network again, not in the order of the work. */
function withDays(timed: readonly Timed[]): Item[] {
  let last = ''
  return timed.flatMap(({ at, items }) => {
    const day = dayOf(at)
    if (day === last || items[0]?.type === 'fact') return items
    last = day
    return [{ type: 'day', key: `${items[0]!.key} day`, day } as const, ...items]
  })
}
