/** *Pengaturan*: entries in the village's journal, and enrolment codes from the centre. */
import { decideVillage } from '../domain/decide.ts'
import type { DataOf, Kind } from '../domain/entries.ts'
import { newOfficerId, VILLAGE } from '../domain/ids.ts'
import type { SettingKey, Settings } from '../domain/settings.ts'
import { append, newEntry, type Acted } from './act.ts'
import { current } from './current.svelte.ts'
import { randomBytes } from './random.ts'
import { village } from './village.svelte.ts'

export type NewCode =
  { ok: true; code: string; link: string; expires: string } | { ok: false; why: 'offline' | string }

class SettingsState {
  /** Changes one setting of the village. */
  set<K extends SettingKey>(key: K, value: Settings[K]): Promise<Acted> {
    return this.#write('settingChanged', { key, value })
  }

  /** Changes several settings of the village in one step; those that stay as they are are not written. */
  async setAll(changes: Partial<Settings>): Promise<Acted> {
    const now = village.current.settings
    const changed = (Object.keys(changes) as SettingKey[])
      .filter((key) => JSON.stringify(changes[key]) !== JSON.stringify(now[key]))
      .map((key) => ({ key, value: changes[key] }))
    if (changed.length === 0) return { ok: true }
    return this.#writeAll('settingChanged', changed)
  }

  /** Records an officer, or a change of their name or phone; answers with their id. */
  async recordOfficer(officer: {
    id?: string
    name: string
    phone?: string
  }): Promise<{ ok: true; id: string } | Exclude<Acted, { ok: true }>> {
    const id = officer.id ?? newOfficerId(randomBytes(16))
    const { name, phone } = officer
    const result = await this.#write('officerRecorded', { officer: id, name, ...(phone ? { phone } : {}) })
    return result.ok ? { ok: true, id } : result
  }

  /** Records a new officer with their first position, in one step; answers with their id. */
  async addOfficer(
    person: { name: string; phone?: string },
    term: Omit<DataOf<'positionHeld'>, 'term' | 'officer'>,
  ): Promise<{ ok: true; id: string } | Exclude<Acted, { ok: true }>> {
    const id = newOfficerId(randomBytes(16))
    const held = { ...term, officer: id, term: crypto.randomUUID() }
    const known = { ...village.current, officers: { ...village.current.officers, [id]: { id, ...person } } }
    const verdict = decideVillage({ kind: 'positionHeld', data: held }, village.me.id, known, village.day)
    if (!verdict.ok) return verdict
    const result = await append([
      newEntry(VILLAGE, 'officerRecorded', { officer: id, ...person }),
      newEntry(VILLAGE, 'positionHeld', held),
    ])
    return result.ok ? { ok: true, id } : result
  }

  /** Gives a position from a day on; the same `term` again changes its dates. */
  holdPosition(term: Omit<DataOf<'positionHeld'>, 'term'> & { term?: string }): Promise<Acted> {
    return this.#write('positionHeld', { ...term, term: term.term ?? crypto.randomUUID() })
  }

  /** Gives several positions in one step, all or none of them. */
  holdPositions(terms: readonly Omit<DataOf<'positionHeld'>, 'term'>[]): Promise<Acted> {
    return this.#writeAll(
      'positionHeld',
      terms.map((term) => ({ ...term, term: crypto.randomUUID() })),
    )
  }

  /** Sets the days off of one year. */
  setHolidays(data: DataOf<'holidaysSet'>): Promise<Acted> {
    return this.#write('holidaysSet', data)
  }

  /** A new single-use enrolment code for an officer. Needs the centre, which has to hear of the officer first. */
  async newCode(officer: string): Promise<NewCode> {
    try {
      const waiting = await current.open.waiting()
      if (waiting.some(({ journal }) => journal === VILLAGE)) await current.open.sendNow()
      const response = await current.open.request(`/api/officers/${officer}/code`, { method: 'POST' })
      const body = (await response.json()) as { code: string; link: string; expires: string; error?: string }
      return response.ok ? { ok: true, ...body } : { ok: false, why: body.error ?? 'server' }
    } catch {
      return { ok: false, why: 'offline' }
    }
  }

  #write<K extends Kind>(kind: K, data: DataOf<K>): Promise<Acted> {
    return this.#writeAll(kind, [data])
  }

  /** Several of a kind in one step, all or none of them. */
  async #writeAll<K extends Kind>(kind: K, all: readonly DataOf<K>[]): Promise<Acted> {
    for (const data of all) {
      const verdict = decideVillage({ kind, data }, village.me.id, village.current, village.day)
      if (!verdict.ok) return verdict
    }
    return append(all.map((data) => newEntry(VILLAGE, kind, data)))
  }
}

export const settings = new SettingsState()
