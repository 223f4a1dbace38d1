/** One meeting on the screen: its fold, kept current while the screen is open. */
import type { CaseState } from '../domain/case-state.ts'
import type { DataOf, Kind } from '../domain/entries.ts'
import { decideMeeting, type Verdict } from '../domain/decide.ts'
import { foldCase } from '../domain/fold.ts'
import { foldMeeting, type MeetingState } from '../domain/meeting.ts'
import type { Device } from '../device/contract.ts'
import type { Refused } from '../device/types.ts'
import { append, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { Opening } from './opening.ts'
import { register } from './register.svelte.ts'
import { village } from './village.svelte.ts'

export class MeetingView {
  readonly id: string
  /** Undefined while it loads; null where this phone does not hold the meeting. */
  state = $state.raw<MeetingState | null>()
  refused = $state.raw<Refused[]>([])
  /** Its cases, as far as this phone holds them. */
  #cases: CaseState[] = []
  #device: Device
  #stop: () => void
  #opening: Opening

  constructor(id: string) {
    this.id = id
    this.#opening = new Opening(id)
    this.#device = current.open
    this.#stop = this.#device.subscribe((event) => {
      if (event.journals === 'all' || event.journals?.includes(id)) void this.load()
    })
    void this.load()
  }

  /** Reads the journal and folds it anew. */
  async load(): Promise<void> {
    const journal = await this.#device.journal(this.id)
    const state = foldMeeting(this.id, journal.entries)
    const cases = await Promise.all(state.cases.map((each) => this.#folded(each)))
    this.#cases = cases.filter((each) => each?.facts) as CaseState[]
    const isComing = journal.onItsWay || (!state.called && register.meeting(this.id))
    this.state = isComing ? undefined : state.called ? state : null
    this.refused = journal.refused
  }

  /** Whether an act may be done now, and the refusal's reason where not. */
  verdict<K extends Kind>(kind: K, data: DataOf<K>): Verdict {
    const { current, day, me } = village
    return decideMeeting({ kind, data }, me.id, this.state!, current, day, this.#cases)
  }

  /** Writes an act in the meeting's journal. */
  async act<K extends Kind>(kind: K, data: DataOf<K>): Promise<Acted> {
    if (!this.state) return { ok: false, why: 'not-here' }
    const verdict = this.verdict(kind, data)
    return verdict.ok ? append([newEntry(this.id, kind, data)]) : verdict
  }

  /** Notes that the officer has seen what others wrote; never for their own acts only. */
  async markOpened(): Promise<void> {
    if (this.state) await this.#opening.note(this.state.lines)
  }

  /** Stops following the meeting. */
  destroy(): void {
    this.#stop()
  }

  async #folded(id: string): Promise<CaseState | undefined> {
    const { entries, onItsWay } = await this.#device.journal(id)
    return onItsWay ? undefined : foldCase(id, entries)
  }
}
