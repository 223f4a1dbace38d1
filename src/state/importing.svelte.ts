/** Bringing officers and an old register in: in pieces, with a count; the same row again changes nothing. */
import { decideVillage } from '../domain/decide.ts'
import type { NewEntry } from '../domain/entries.ts'
import type { Village } from '../domain/village.ts'
import { append, type Why } from './act.ts'
import { current } from './current.svelte.ts'
import { caseEntries, caseIdOf, officerEntries, type NewOfficer, type OldCase } from './import-entries.ts'
import { village } from './village.svelte.ts'

/** So many complaints are one transaction: the screen stays quick, and what is under way is never half written. */
const AT_ONCE = 25

class Importing {
  running = $state(false)
  done = $state(0)
  of = $state(0)
  /** What is brought in or was last. */
  what = $state<'officers' | 'register'>()
  /** Why it stopped before its end. */
  why = $state<Why>()

  /** Records new officers and their positions, all or none. */
  async officers(rows: readonly NewOfficer[]): Promise<void> {
    await this.#run('officers', rows.length, async () => {
      const entries = await officerEntries(rows, village.current)
      const why = faultIn(entries) ?? whyNot(await append(entries))
      if (!why) this.done = rows.length
      return why
    })
  }

  /** Records complaints of the paper book, those that are here already left out. */
  async cases(rows: readonly OldCase[]): Promise<void> {
    await this.#run('register', rows.length, async () => {
      for (let at = 0; at < rows.length; at += AT_ONCE) {
        const why = await this.#some(rows.slice(at, at + AT_ONCE))
        if (why) return why
        this.done = Math.min(rows.length, at + AT_ONCE)
        await breath()
      }
      return undefined
    })
  }

  async #some(rows: readonly OldCase[]): Promise<Why | undefined> {
    const ids = await Promise.all(rows.map(caseIdOf))
    const here = new Set((await current.open.cases(ids)).map(({ id }) => id))
    const entries = rows.flatMap((row, i) => (here.has(ids[i]!) ? [] : caseEntries(ids[i]!, row)))
    return entries.length ? whyNot(await append(entries)) : undefined
  }

  async #run(what: 'officers' | 'register', of: number, work: () => Promise<Why | undefined>): Promise<void> {
    if (this.running) return
    Object.assign(this, { what, of, done: 0, why: undefined, running: true })
    try {
      this.why = await work()
    } finally {
      this.running = false
    }
  }
}

const whyNot = (result: Awaited<ReturnType<typeof append>>): Why | undefined =>
  result.ok ? undefined : result.why

/** Lets the screen be drawn and touched between two pieces. */
const breath = () => new Promise((go) => setTimeout(go))

/** The first refusal among entries of the village's journal, each seeing the officers recorded before it. */
function faultIn(entries: readonly NewEntry[]): Why | undefined {
  const known: Village = { ...village.current, officers: { ...village.current.officers } }
  for (const { kind, data } of entries) {
    const verdict = decideVillage({ kind, data }, village.me.id, known, village.day)
    if (!verdict.ok) return verdict.why
    if (kind === 'officerRecorded') known.officers[data.officer] = { id: data.officer, name: data.name }
  }
  return undefined
}

export const importing = new Importing()
