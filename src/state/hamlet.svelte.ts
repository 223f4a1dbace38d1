/** What a Kepala Dusun hears of the own dusun without holding it, and the further complainants taken down there. */
import type { Identity } from '../domain/case-state.ts'
import { decide } from '../domain/decide.ts'
import type { DataOf, EntryOf } from '../domain/entries.ts'
import { foldCase } from '../domain/fold.ts'
import { dusunOf, hearsOfDusun, type HamletCase } from '../domain/hamlet.ts'
import type { Device } from '../device/contract.ts'
import { append, joining, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { register } from './register.svelte.ts'
import { village } from './village.svelte.ts'

/** A further complainant whom the acting officer took down. */
export interface Joined {
  code: string
  at: string
  identity: Identity
}

class Hamlet {
  #all = $state.raw<HamletCase[]>([])
  /** Only what this phone does not hold anyhow; nothing once the role has ended, also before the centre says so. */
  cases = $derived<HamletCase[]>(
    hearsOfDusun(village.me.id, village.current, village.day) ? this.#all.filter(isStillHeard) : [],
  )

  constructor() {
    current.onDevice((device) => {
      this.#all = []
      void this.#load(device)
      return device.subscribe(({ contact }) => {
        if (contact) void this.#load(device)
      })
    })
  }

  get(id: string): HamletCase | undefined {
    return this.cases.find((one) => one.id === id)
  }

  /** Takes a further complainant down with a case that this phone holds, or only heard of. */
  async join(id: string, data: DataOf<'complainantJoined'>, identity: Identity): Promise<Acted> {
    if (this.get(id)) return append(joining(id, data, identity))
    const state = foldCase(id, (await current.open.journal(id)).entries)
    const act = { kind: 'complainantJoined', data } as const
    const verdict = decide(act, village.me.id, state, village.current, village.day)
    return verdict.ok ? append(joining(id, data, identity)) : verdict
  }

  async #load(device: Device): Promise<void> {
    const all = await device.hamlet()
    if (current.device === device) this.#all = all
  }
}

const isStillHeard = ({ id, dusun }: HamletCase): boolean =>
  !register.get(id) && dusunOf(village.current, village.me.id, village.day).includes(dusun)

/** The further complainants of a case whom the acting officer took down, the last one first. */
export async function joinedIn(id: string): Promise<Joined[]> {
  const { lines, joined } = foldCase(id, (await current.open.journal(id)).entries)
  return lines
    .flatMap(({ entry, retractedBy }) =>
      entry.kind === 'complainantJoined' && entry.by === village.me.id && !retractedBy
        ? [entry as EntryOf<'complainantJoined'>]
        : [],
    )
    .map(({ _id, at, data }) => ({ code: data.code, at, identity: joined[_id] ?? {} }))
    .reverse()
}

export const hamlet = new Hamlet()
