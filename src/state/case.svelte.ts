/** One case on the screen: its fold, kept current while the screen is open. */
import { actsFor, decide, type Verdict } from '../domain/decide.ts'
import { foldCase } from '../domain/fold.ts'
import { foldMeeting, type MeetingState } from '../domain/meeting.ts'
import { tickOf } from '../domain/ticks.ts'
import { whereaboutsOf, type Whereabouts } from '../domain/whereabouts.ts'
import type { CaseState, Identity } from '../domain/case-state.ts'
import type { DataOf, Kind } from '../domain/entries.ts'
import type { Device } from '../device/contract.ts'
import type { AnyEntry, Refused, Watermarks } from '../device/types.ts'
import { noteAccess } from './access.ts'
import { append, joining, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { Opening } from './opening.ts'
import { register } from './register.svelte.ts'
import { village } from './village.svelte.ts'

export type TickView = ReturnType<typeof tickOf>

/** A kind of act with its data. */
export type CaseAct = { [K in Kind]: { kind: K; data: DataOf<K> } }[Kind]

export class CaseView {
  readonly id: string
  /** Undefined while it loads (or its journal is still on the way); null where this phone does not hold the case. */
  state = $state.raw<CaseState | null>()
  meetings = $state.raw<MeetingState[]>([])
  /** Own entries on this case that the centre refused: not part of the fold. */
  refused = $state.raw<Refused[]>([])
  /** What the ＋ offers, each with whether it may be done now and why not. */
  acts = $derived<{ kind: string; verdict: Verdict }[]>(
    this.state ? actsFor(village.me.id, this.state, village.current, village.day) : [],
  )
  #device: Device
  #watermarks = $state.raw<Watermarks>({})
  #stop: () => void
  #opening: Opening

  constructor(id: string) {
    this.id = id
    this.#opening = new Opening(id)
    this.#device = current.open
    this.#stop = this.#device.subscribe((event) => {
      if (event.journals || event.own || event.contact) void this.load()
    })
    void this.load()
  }

  /** Reads the journal and folds it anew. */
  async load(): Promise<void> {
    const [journal, meetings, watermarks] = await Promise.all([
      this.#device.journal(this.id),
      this.#meetings(),
      this.#device.watermarks(),
    ])
    const state = foldCase(this.id, journal.entries)
    const isComing = journal.onItsWay || (!state.facts && register.get(this.id))
    this.state = isComing ? undefined : state.facts ? state : null
    this.meetings = meetings
    this.refused = journal.refused
    this.#watermarks = watermarks
  }

  /** How far an entry has come: always true, never hoped. */
  tick(entry: AnyEntry): TickView {
    return tickOf(entry, this.state!, village.current, this.#watermarks, village.day)
  }

  /** How far the case has come to everyone who holds it. */
  whereabouts(): Whereabouts[] {
    return whereaboutsOf(this.state!, village.current, this.#watermarks, village.day)
  }

  /** Whether an act may be done now, and the refusal's reason where not. */
  verdict<K extends Kind>(kind: K, data: DataOf<K>): Verdict {
    return decide({ kind, data }, village.me.id, this.state!, village.current, village.day)
  }

  /** Writes an act. A lead who follows up without having accepted accepts first: only `accepted` moves the status. */
  async act<K extends Kind>(kind: K, data: DataOf<K>): Promise<Acted> {
    if (!this.state) return { ok: false, why: 'not-here' }
    const verdict = this.verdict(kind, data)
    if (!verdict.ok) return verdict
    const first = this.#mustAccept(kind) ? [newEntry(this.id, 'accepted', {})] : []
    return append([...first, newEntry(this.id, kind, data)])
  }

  /** Writes several acts, all or none of them. */
  async actAll(acts: readonly CaseAct[]): Promise<Acted> {
    if (!this.state) return { ok: false, why: 'not-here' }
    const refused = acts.map(({ kind, data }) => this.verdict(kind, data)).find(({ ok }) => !ok)
    if (refused && !refused.ok) return refused
    return append(acts.map(({ kind, data }) => newEntry(this.id, kind, data)))
  }

  /** Takes down a further complainant and who they are, both or neither: the secret names the joining. */
  async join(data: DataOf<'complainantJoined'>, identity: Identity): Promise<Acted> {
    if (!this.state) return { ok: false, why: 'not-here' }
    const verdict = this.verdict('complainantJoined', data)
    if (!verdict.ok) return verdict
    return append(joining(this.id, data, identity))
  }

  /** Notes that the officer has seen what others wrote. Nothing is written where nothing of theirs is new. */
  async markOpened(): Promise<void> {
    if (!this.state) return
    void noteAccess('opened', [this.id])
    await this.#opening.note(this.state.lines)
  }

  /** Stops following the case. */
  destroy(): void {
    this.#stop()
  }

  #mustAccept(kind: Kind): boolean {
    const assignment = this.state?.assignment
    return kind === 'followedUp' && assignment?.lead === village.me.id && !assignment.acceptedAt
  }

  async #meetings(): Promise<MeetingState[]> {
    const ids = await this.#device.meetingsOf(this.id)
    const journals = await Promise.all(ids.map((id) => this.#device.journal(id)))
    const states = journals.map(({ entries, onItsWay }, i) => !onItsWay && foldMeeting(ids[i]!, entries))
    return states.filter((state) => state !== false)
  }
}
