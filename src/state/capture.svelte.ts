/** New journals: a captured complaint, a called meeting. */
import type { CaseState, Identity } from '../domain/case-state.ts'
import { decide, decideMeeting } from '../domain/decide.ts'
import type { DataOf } from '../domain/entries.ts'
import { foldCase } from '../domain/fold.ts'
import { newCaseId, newMeetingId } from '../domain/ids.ts'
import { briefOf, foldMeeting } from '../domain/meeting.ts'
import { newReceiptCode } from '../domain/receipt.ts'
import { append, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { randomBytes } from './random.ts'
import { village } from './village.svelte.ts'

export type Registration = Omit<DataOf<'registered'>, 'code'>
type Failed = Exclude<Acted, { ok: true }>

/** Whether an identity holds anything at all. */
const isGiven = (identity: Identity): boolean => Object.values(identity).some((value) => !!value)

class Capture {
  /**
   * Writes a complaint with its secret identity, and what of a long message its description had no room for, in one
   * step; answers with its receipt code (9 characters).
   */
  async register(
    data: Registration,
    identity: Identity,
    notes: readonly string[] = [],
  ): Promise<{ ok: true; id: string; code: string } | Failed> {
    const id = newCaseId(randomBytes(16))
    const code = newReceiptCode(randomBytes(16))
    const registered = { ...data, code }
    const { me, current: now, day } = village
    const verdict = decide({ kind: 'registered', data: registered }, me.id, foldCase(id, []), now, day)
    if (!verdict.ok) return verdict
    const entries = [newEntry(id, 'registered', registered)]
    if (isGiven(identity)) entries.push(newEntry(id, 'identityGiven', identity))
    entries.push(...notes.map((text) => newEntry(id, 'note', { text })))
    const result = await append(entries)
    return result.ok ? { ok: true, id, code } : result
  }
}

class Meetings {
  /** Calls a meeting about one or more cases. */
  async call(data: DataOf<'meetingCalled'>): Promise<{ ok: true; id: string } | Failed> {
    const id = newMeetingId(randomBytes(16))
    const { me, current: now, day } = village
    const cases = await Promise.all(data.cases.map(folded))
    const called = { ...data, briefs: cases.flatMap((one) => briefOf(one) ?? []) }
    const verdict = decideMeeting(
      { kind: 'meetingCalled', data: called },
      me.id,
      foldMeeting(id, []),
      now,
      day,
      cases,
    )
    if (!verdict.ok) return verdict
    const result = await append([newEntry(id, 'meetingCalled', called)])
    return result.ok ? { ok: true, id } : result
  }
}

const folded = async (id: string): Promise<CaseState> =>
  foldCase(id, (await current.open.journal(id)).entries)

export const capture = new Capture()
export const meetings = new Meetings()
