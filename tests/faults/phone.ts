/** A phone of the simulation: it keeps `out` and `in` as the app does and speaks to the real doors over HTTP. */
import { deviceView } from './view.ts'
import { decide } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { foldVillage } from '../../src/domain/village.ts'
import { entryId, nextCounter, VILLAGE } from '../../src/domain/ids.ts'
import type { DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import type { Caller } from '../support/browser-session.ts'
import type { Dice } from './dice.ts'

export class SimPhone {
  readonly out = new Map<string, Entry>()
  readonly in = new Map<string, Entry>()
  readonly confirmed = new Set<string>()
  readonly refused = new Map<string, string>()
  since: string | number = 0
  /** What its clock is wrong by, ms. */
  skew = 0

  constructor(public caller: Caller) {}

  get officer(): string {
    return this.caller.officer
  }

  get unsent(): Entry[] {
    return [...this.out.values()].filter(({ _id }) => !this.confirmed.has(_id) && !this.refused.has(_id))
  }

  journal(id: string): Entry[] {
    return deviceView(this, id)
  }

  cases(): string[] {
    const ids = [...this.in.keys(), ...this.unsent.map(({ _id }) => _id)]
    return [...new Set(ids.filter((id) => id.startsWith('c')).map((id) => id.split(':')[0]!))].sort()
  }

  /** Writes an act if the phone's own view allows it. */
  act<K extends Kind>(journal: string, kind: K, data: DataOf<K>, now: number): boolean {
    const own = this.journal(journal)
    const village = foldVillage(this.journal(VILLAGE))
    const day = new Date(now).toISOString().slice(0, 10)
    const verdict = decide({ kind, data }, this.officer, foldCase(journal, own), village, day)
    if (!verdict.ok) return false
    // As in the app: what was sent and has not come back yet counts too, or its id would be used twice.
    const seen = [
      ...own.map((e) => e._id),
      ...[...this.out.keys()].filter((id) => id.startsWith(`${journal}:`)),
    ]
    const _id = entryId(journal, nextCounter(seen), this.caller.device)
    const at = new Date(now + this.skew).toISOString()
    this.out.set(_id, { _id, kind, v: 1, by: this.officer, at, data } as Entry)
    return true
  }

  /** Sends what is unsent, sometimes only a part, sometimes again what was confirmed long ago. */
  async push(dice: Dice, whole = false): Promise<void> {
    const again = [...this.out.values()].filter(({ _id }) => this.confirmed.has(_id) && dice.chance(0.1))
    const batch = [...(whole ? this.unsent : dice.some(this.unsent)), ...again]
    if (batch.length === 0) return
    const docs = dice
      .shuffle(batch)
      .map((entry) => ({ ...entry, _rev: '1-00000000000000000000000000000001' }))
    const { status, body } = await this.caller.call<{ id: string; reason: string }[]>(
      'POST',
      '/sync/outbox/_bulk_docs',
      { docs, new_edits: false },
    )
    if (status === 503) return
    if (status !== 201) throw new Error(`push: ${status} ${JSON.stringify(body)}`)
    const denied = new Map(body.map(({ id, reason }) => [id, reason]))
    for (const { _id } of batch) {
      const reason = denied.get(_id)
      if (reason === undefined) this.confirmed.add(_id)
      else this.refused.set(_id, reason)
    }
  }

  /** Takes in what is new in the mailbox; `limit` cuts it into pieces. Answers whether more waits. */
  async pull(limit: number): Promise<boolean> {
    const query = `since=${encodeURIComponent(this.since)}&limit=${limit}&style=all_docs`
    const { status, body } = await this.caller.call<Changes>('GET', `/sync/inbox/_changes?${query}`)
    if (status !== 200) throw new Error(`pull: ${status} ${JSON.stringify(body)}`)
    if (body.results.length === 0) return false
    const docs = body.results.map(({ id, changes }) => ({ id, rev: changes[0]!.rev }))
    const got = await this.caller.call<BulkGet>('POST', '/sync/inbox/_bulk_get?revs=true&latest=true', {
      docs,
    })
    for (const { id, docs } of got.body.results) {
      const doc = docs[0]?.ok
      if (!doc || doc._deleted) this.in.delete(id)
      else this.in.set(id, bare(doc))
    }
    this.since = body.last_seq
    return body.results.length === limit
  }
}

interface Changes {
  results: { id: string; changes: { rev: string }[] }[]
  last_seq: string | number
}
type Doc = Entry & { _deleted?: boolean; _revisions?: unknown }
interface BulkGet {
  results: { id: string; docs: { ok?: Doc }[] }[]
}

/** The entry as it was written: replication's own fields taken off. */
export function bare(doc: Entry): Entry {
  const { _id, kind, v, by, at, data, arrived } = doc
  return { _id, kind, v, by, at, data, ...(arrived ? { arrived } : {}) } as Entry
}
