/** How all cases stood at moments of the past. Journals change seldom, so what was folded for one moment serves many. */
import { timeOf, type Entry, type ForeignEntry } from '../entries.ts'
import { foldCase } from '../fold.ts'
import { addDays, startOfDay } from '../time.ts'
import { foldVillage, type Village } from '../village.ts'
import { standingOf, type Standing } from './standing.ts'

type AnyEntry = Entry | ForeignEntry
export type Journals = ReadonlyMap<string, readonly AnyEntry[]>

/** The last moment of a day (WIB). */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(startOfDay(addDays(day, 1))) - 1).toISOString()

const MENDING: ReadonlySet<string> = new Set(['corrected', 'retracted'])

/** Only what the centre has: what one device has not sent would make its reports differ from the others'. */
const byArrival = (entries: readonly AnyEntry[]): AnyEntry[] =>
  entries
    .filter(({ arrived }) => arrived)
    .sort((a, b) => (a.arrived!.at < b.arrived!.at ? -1 : a.arrived!.at > b.arrived!.at ? 1 : 0))

export class Past {
  #journals: [id: string, arrivals: AnyEntry[]][]
  #village: AnyEntry[]
  #all: readonly AnyEntry[]
  #villages = new Map<number, Village>()
  #known = new Map<string, Standing | undefined>()

  /** Over all journals of cases, and the village's own. */
  constructor(journals: Journals, villageEntries: readonly AnyEntry[]) {
    this.#journals = [...journals].map(([id, entries]) => [id, byArrival(entries)])
    this.#village = byArrival(villageEntries)
    this.#all = villageEntries
  }

  /** The village as it was known at a moment; before it had an officer, as it is known now. */
  villageAt(moment: string): Village {
    const count = arrivedBy(this.#village, moment)
    let village = this.#villages.get(count)
    if (!village) {
      const then = foldVillage(this.#village.slice(0, count))
      village = Object.keys(then.officers).length ? then : foldVillage(this.#all)
      this.#villages.set(count, village)
    }
    return village
  }

  /** Every case that stood in the book at a moment, by what had arrived then. */
  standingsAt(moment: string): Standing[] {
    const village = this.villageAt(moment)
    const age = arrivedBy(this.#village, moment)
    return this.#journals.flatMap(([id, arrivals]) => {
      const count = arrivedBy(arrivals, moment)
      const key = `${id} ${count} ${age}`
      if (!this.#known.has(key))
        this.#known.set(key, count ? standingOf(foldCase(id, arrivals.slice(0, count)), village) : undefined)
      return this.#known.get(key) ?? []
    })
  }

  /** The same moment as it is known today: what was written until then, whenever it arrived, and mended since. */
  learntSince(moment: string): Standing[] {
    const village = this.villageAt(moment)
    return this.#journals.flatMap(([id, arrivals]) => {
      const known = arrivals.filter(
        (entry) => timeOf(entry) <= moment || MENDING.has(entry.kind) || entry.kind === 'numbered',
      )
      return known.length ? (standingOf(foldCase(id, known), village) ?? []) : []
    })
  }
}

/** How many of these, in the order of arrival, had arrived by then. */
function arrivedBy(arrivals: readonly AnyEntry[], moment: string): number {
  let [low, high] = [0, arrivals.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (arrivals[middle]!.arrived!.at <= moment) low = middle + 1
    else high = middle
  }
  return low
}
