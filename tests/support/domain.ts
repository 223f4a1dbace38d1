/** A village and journals for tests: what the rules are tried on. */
import { CENTRE, VILLAGE, entryId, nextCounter } from '../../src/domain/ids.ts'
import type { Arrived, DataOf, Entry, Kind } from '../../src/domain/entries.ts'
import type { PositionName } from '../../src/domain/kinds/village.ts'
import { foldVillage, type Village } from '../../src/domain/village.ts'

const padded = (prefix: string, name: string, length: number) =>
  prefix + (name.replace(/[^0-9a-hjkmnp-tv-z]/g, '') + '0'.repeat(length)).slice(0, length)

/** Officers of the test village by a short name; every id has the shape of a real one. */
export const officerId = (name: string): string => padded('o', name, 10)
/** The (first) device of an officer. */
export const deviceOf = (officer: string, n = 0): string =>
  officer === CENTRE ? CENTRE : padded('d', `${n}${officer.slice(1)}`, 12)
export const caseId = (name: string | number): string => padded('c', String(name), 16)
export const meetingId = (name: string | number): string => padded('m', String(name), 16)

export const PEOPLE = {
  kades: officerId('kades'),
  sekdes: officerId('sekdes'),
  petugas: officerId('petgas'),
  kasi: officerId('kasx'),
  kaur: officerId('kaxr'),
  kadusA: officerId('kadsa'),
  kadusB: officerId('kadsb'),
  staf: officerId('staf'),
} as const

/** Tuesday; the village's terms run from long before, unless a test says otherwise. */
export const TODAY = '2026-11-10'
const FOREVER = '2020-01-01'

export const atNoon = (day: string): string => `${day}T05:00:00.000Z`

/** Order of arrival at a moment (microseconds since 1970), as the archive gives it. */
export const orderAt = (moment: string, bump = 0): number => Date.parse(moment) * 1000 + bump

interface WriteOptions {
  at?: string
  counter?: number
  device?: string
  /** Not arrived yet: no stamp. */
  unsent?: boolean
  late?: Arrived['late']
  offset?: number
  arrivedAt?: string
}

/** A journal in the making: each write takes the next counter, is stamped on arrival, and is given back. */
export class TestJournal {
  entries: Entry[] = []
  readonly id: string
  #arrivals = 0
  constructor(id: string) {
    this.id = id
  }

  write<K extends Kind>(
    by: string,
    kind: K,
    data: DataOf<K>,
    options: WriteOptions = {},
  ): Entry & { kind: K } {
    const counter = options.counter ?? nextCounter(this.entries.map((e) => e._id))
    const at = options.at ?? atNoon(TODAY)
    const _id = entryId(this.id, counter, options.device ?? deviceOf(by))
    const bare = { _id, kind, v: 1, by, at, data } as unknown as Entry
    const entry = options.unsent ? bare : stamp(bare, (this.#arrivals += 1), options)
    this.entries.push(entry)
    return entry as Entry & { kind: K }
  }
}

/** The archive's copy of an entry. `bump` keeps orders of one moment apart. */
export function stamp(entry: Entry, bump: number, options: WriteOptions = {}): Entry {
  const arrivedAt = options.arrivedAt ?? entry.at
  const offset = options.offset ?? 0
  const time = new Date(Math.min(Date.parse(entry.at) + offset, Date.parse(arrivedAt))).toISOString()
  const arrived: Arrived = { at: arrivedAt, order: orderAt(arrivedAt, bump), offset, time }
  return { ...entry, arrived: options.late ? { ...arrived, late: options.late } : arrived }
}

export interface TestTerm {
  officer: string
  position: PositionName
  from?: string
  to?: string
  dusun?: string
  acting?: 'plh' | 'plt'
}

const TERMS: TestTerm[] = [
  { officer: PEOPLE.kades, position: 'kepalaDesa' },
  { officer: PEOPLE.sekdes, position: 'sekretarisDesa' },
  { officer: PEOPLE.petugas, position: 'kaurTuUmum' },
  { officer: PEOPLE.petugas, position: 'petugasPengelola' },
  { officer: PEOPLE.kasi, position: 'kasiPelayanan' },
  { officer: PEOPLE.kaur, position: 'kaurKeuangan' },
  { officer: PEOPLE.kadusA, position: 'kepalaDusun', dusun: 'A' },
  { officer: PEOPLE.kadusB, position: 'kepalaDusun', dusun: 'B' },
  { officer: PEOPLE.staf, position: 'stafKasi' },
]

/** The village's journal: every officer of PEOPLE with the given terms (the usual ones where none are given). */
export function villageJournal(terms: readonly TestTerm[] = TERMS): TestJournal {
  const journal = new TestJournal(VILLAGE)
  const at = atNoon(FOREVER)
  for (const [name, officer] of Object.entries(PEOPLE)) {
    journal.write(CENTRE, 'officerRecorded', { officer, name }, { at })
  }
  terms.forEach(({ from = FOREVER, ...term }, i) =>
    journal.write(CENTRE, 'positionHeld', { ...term, from, term: `t${i}` }, { at }),
  )
  return journal
}

export const testVillage = (terms?: readonly TestTerm[]): Village =>
  foldVillage(villageJournal(terms).entries)

/** The usual terms with some people's replaced. */
export const termsWith = (changed: readonly TestTerm[]): TestTerm[] => [
  ...TERMS.filter((term) => !changed.some((c) => c.officer === term.officer)),
  ...changed,
]

/** A complete `registered`, with whatever a test wants otherwise. */
export const complaint = (other: Partial<DataOf<'registered'>> = {}): DataOf<'registered'> => ({
  code: '4F7K2M9XC',
  channel: 'faceToFace',
  identity: { name: 'given', address: 'given', phone: 'given' },
  confidential: false,
  category: 'Jalan/jembatan/drainase',
  subject: 'Jalan berlubang',
  description: 'Jalan di depan balai dusun berlubang sejak dua minggu.',
  place: { dusun: 'A', rw: '001', rt: '002' },
  respondents: [],
  urgent: false,
  ...other,
})

/** A case captured by Kadus A (unless said otherwise), ready to be written on. */
export function aCase(
  other: Partial<DataOf<'registered'>> = {},
  by: string = PEOPLE.kadusA,
  options: WriteOptions = {},
): TestJournal {
  const journal = new TestJournal(caseId('t'))
  journal.write(by, 'registered', complaint(other), options)
  return journal
}

export const answerOf = (on = TODAY, text = 'Sudah diperbaiki.'): DataOf<'answerDelivered'> => ({
  text,
  by: 'visit',
  on,
})
