import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit, type Admission } from '../../src/domain/admit.ts'
import { audienceOf } from '../../src/domain/audience.ts'
import { decide } from '../../src/domain/decide.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE, entryId, nextCounter } from '../../src/domain/ids.ts'
import { compareIds, unionById, type DataOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import { addDays } from '../../src/domain/time.ts'
import { foldVillage, type Village } from '../../src/domain/village.ts'
import {
  PEOPLE,
  TODAY,
  atNoon,
  caseId,
  complaint,
  deviceOf,
  stamp,
  termsWith,
  villageJournal,
} from '../support/domain.ts'
import { registration, someData, steps, type Step } from '../support/histories.ts'

const NAMES = Object.values(PEOPLE)
const DESK_PEOPLE: readonly string[] = [PEOPLE.petugas, PEOPLE.sekdes, PEOPLE.kades]
const ID = caseId('sim')

/** The village before and after a change of people: duties end, a term is moved to another officer. */
function villages(): [Village, Village] {
  const journal = villageJournal(
    termsWith([
      { officer: PEOPLE.staf, position: 'stafKasi', to: addDays(TODAY, 4) },
      { officer: PEOPLE.sekdes, position: 'sekretarisDesa', to: addDays(TODAY, 2) },
      { officer: PEOPLE.kaur, position: 'sekretarisDesa', from: addDays(TODAY, 6) },
      { officer: PEOPLE.kaur, position: 'kaurKeuangan' },
    ]),
  )
  const before = foldVillage(journal.entries)
  const term = (position: string) => before.terms.find((t) => t.position === position)!.term
  journal.write(CENTRE, 'positionHeld', {
    term: term('petugasPengelola'),
    officer: PEOPLE.kasi,
    position: 'petugasPengelola',
    from: TODAY,
  })
  journal.write(CENTRE, 'positionHeld', {
    term: term('kepalaDesa'),
    officer: PEOPLE.kades,
    position: 'kepalaDesa',
    from: '2020-01-01',
    to: addDays(TODAY, -1),
  })
  return [before, foldVillage(journal.entries)]
}

interface Phone {
  officer: string
  inbox: Entry[]
  out: Entry[]
  village: Village
}

/** An archive and the phones of all officers: each act is decided by what the phone holds, and handed in later. */
class Simulation {
  archive: Entry[] = []
  refused: { entry: Entry; verdict: Admission }[] = []
  late = 0
  day = TODAY
  #villages = villages()
  village = this.#villages[0]
  #phones = new Map(
    NAMES.map((officer): [string, Phone] => [
      officer,
      { officer, inbox: [], out: [], village: this.village },
    ]),
  )

  changePeople() {
    this.village = this.#villages[1]
  }

  act(officer: string, kind: Kind, make: (known: Entry[]) => unknown): boolean {
    const phone = this.#phones.get(officer)!
    const known = unionById(phone.inbox, phone.out)
    const data = make(known)
    const state = foldCase(ID, known)
    if (!decide({ kind, data }, officer, state, phone.village, this.day).ok) return false
    const _id = entryId(ID, nextCounter(known.map((e) => e._id)), deviceOf(officer))
    phone.out.push({ _id, kind, v: 1, by: officer, at: atNoon(this.day), data } as Entry)
    return true
  }

  sync(officer: string) {
    const phone = this.#phones.get(officer)!
    for (const entry of phone.out.sort(compareIds)) this.#handIn(entry)
    phone.out = []
    const seers = audienceOf(foldCase(ID, this.archive), this.village, this.day)
    phone.inbox = this.archive.filter((entry) => seers(entry).includes(officer))
    phone.village = this.village
  }

  #handIn(entry: Entry) {
    const state = foldCase(ID, this.archive)
    const verdict = admit(entry, { kind: 'case', state }, this.village, this.day)
    if (verdict.ok !== true) this.refused.push({ entry, verdict })
    else {
      if (verdict.late) this.late += 1
      const options = { arrivedAt: atNoon(this.day), late: verdict.late }
      this.archive.push(stamp(entry, this.archive.length, options))
    }
  }
}

function play(first: Partial<DataOf<'registered'>>, acts: readonly Step[], capturer: string): Simulation {
  const simulation = new Simulation()
  simulation.act(capturer, 'registered', () => complaint(first))
  simulation.sync(capturer)
  simulation.sync(PEOPLE.petugas)
  acts.forEach((step, i) => {
    if (i === Math.floor(acts.length / 2)) simulation.changePeople()
    simulation.day = addDays(simulation.day, step.passes)
    const turns = [...NAMES.slice(step.who), ...NAMES.slice(0, step.who)]
    if (step.sync) turns.slice(0, 3).forEach((officer) => simulation.sync(officer))
    turns.some((officer) =>
      simulation.act(officer, step.kind, (known) => someData(step.kind, step.n, known, simulation.day)),
    )
  })
  for (const officer of NAMES) simulation.sync(officer)
  return simulation
}

describe('the door', () => {
  it('never refuses what the phone was right to allow, however long it was on the way', () => {
    const all = { lates: 0, entries: 0 }
    fc.assert(
      fc.property(registration(), steps(40), fc.constantFrom(...NAMES), (first, acts, capturer) => {
        // Only the desk reads in the history of the paper book; a phone offers that to nobody else.
        const history = first.history && DESK_PEOPLE.includes(capturer)
        const { refused, archive, late } = play({ ...first, history }, acts, capturer)
        expect(refused).toEqual([])
        all.lates += late
        all.entries += archive.length
      }),
      { numRuns: 3000 },
    )
    expect(all.entries).toBeGreaterThan(1000)
    expect(all.lates).toBeGreaterThan(0)
  })
})
