/** Generated histories of a case: officers act on what they have exchanged so far, rightly or not. */
import fc from 'fast-check'
import { unionById, type DataOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import { SLIP_BOXES } from '../../src/domain/kinds/fields.ts'
import { CENTRE, entryId, nextCounter } from '../../src/domain/ids.ts'
import { addDays } from '../../src/domain/time.ts'
import { PEOPLE, TODAY, atNoon, caseId, complaint, deviceOf, stamp } from './domain.ts'

const CASE_KINDS = [
  'identityGiven',
  'verified',
  'incomplete',
  'informationRequested',
  'informationSupplied',
  'classified',
  'restricted',
  'booked',
  'dismissed',
  'assigned',
  'involved',
  'unassigned',
  'accepted',
  'returned',
  'opened',
  'followedUp',
  'note',
  'complainantJoined',
  'held',
  'resumed',
  'referred',
  'agencyReminded',
  'referralReplied',
  'answerDrafted',
  'answerApproved',
  'answerReturned',
  'partyNamed',
  'answerDelivered',
  'reaction',
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'reopened',
  'destructionProposed',
  'identityDestroyed',
  'settled',
  'corrected',
  'retracted',
] as const satisfies readonly Kind[]
type CaseKind = (typeof CASE_KINDS)[number]

const NAMES = Object.values(PEOPLE)
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** Some data that fits a kind, made of one number; `known` are the entries that the author has seen. */
export function someData(kind: CaseKind, n: number, known: readonly Entry[], day: string): unknown {
  const target = known.length > 0 ? pick(known, n) : undefined
  const officer = pick(NAMES, n)
  const given = { name: 'given', address: n % 2 ? 'given' : 'unknown', phone: 'given' }
  const data: Record<CaseKind, unknown> = {
    identityGiven: { name: `Warga ${n}`, phone: '+6282133454594' },
    verified: n % 3 ? { withoutIdentity: 'surat tanpa nama' } : {},
    incomplete: { missing: [pick(['name', 'phone', 'subject'], n)], reason: 'kurang' },
    informationRequested: { what: 'foto', ...(n % 5 ? { from: officer } : {}) },
    informationSupplied: { text: `tambahan ${n}`, ...(n % 2 ? { identity: given } : {}) },
    classified: { type: 'complaint', misconduct: n % 2 === 0, urgent: n % 5 === 0, category: 'Lainnya' },
    restricted: { respondents: n % 3 ? [officer] : [] },
    booked: {},
    dismissed: { reason: 'iklan' },
    assigned: {
      lead: officer,
      helpers: n % 3 ? [] : [pick(NAMES, n + 3)],
      ...(n % 2 ? { due: addDays(day, n % 20), boxes: [pick(SLIP_BOXES, n)] } : {}),
    },
    involved: { helper: officer },
    unassigned: { reason: 'diganti' },
    accepted: {},
    returned: { reason: 'bukan bidang saya' },
    opened: { upTo: 1 + (n % 9) },
    followedUp: { how: 'action', text: `dikerjakan ${n}` },
    note: { text: `catatan ${n}`, ...(n % 7 ? {} : { meeting: 'notNeeded' }) },
    complainantJoined: {
      code: '4F7K2M9XC',
      identity: { name: 'given', address: 'unknown', phone: 'unknown' },
      channel: 'phone',
    },
    held: { waitingFor: n % 2 ? 'agency' : 'complainant', reason: 'menunggu' },
    resumed: {},
    referred: { agency: 'PLN', asked: 'tiang', ...(n % 2 ? { replyBy: addDays(day, n % 9) } : {}) },
    agencyReminded: { referral: target?._id ?? 'x', by: 'phone', ...(n % 2 ? { replyBy: day } : {}) },
    referralReplied: { text: 'dijadwalkan', ...(n % 3 && target ? { referral: target._id } : {}) },
    answerDrafted: { text: 'konsep' },
    answerApproved: { draft: target?._id ?? 'x' },
    answerReturned: { draft: target?._id ?? 'x', reason: 'kurang jelas' },
    partyNamed: { name: `Pihak ${n}`, ...(n % 2 ? { phone: '+6282133454594' } : {}) },
    answerDelivered: {
      text: `jawaban ${n % 3}`,
      by: 'visit',
      on: day,
      ...(n % 4 || !target ? {} : { of: target._id }),
    },
    reaction: { satisfied: n % 2 === 0 },
    closed: {
      outcome: pick(['followedUp', 'explained', 'notCompleted', 'withdrawn', 'merged'], n),
      ...(n % 4 ? {} : { on: addDays(day, -(n % 400)) }),
    },
    outOfJurisdiction: { where: 'Kecamatan' },
    merged: { into: caseId(`other${n % 3}`) },
    withdrawn: { reason: 'dicabut' },
    voided: { reason: 'salah catat' },
    reopened: { reason: 'belum beres' },
    destructionProposed: { reason: 'lewat masa simpan' },
    identityDestroyed: { decision: 'Keputusan 1' },
    settled: {
      entries: known
        .slice(-4)
        .map(({ _id }) => _id)
        .concat(target?._id ?? 'x'),
    },
    corrected: { entry: target?._id ?? 'x', changes: someChanges(target, n), reason: 'salah tulis' },
    retracted: { entry: target?._id ?? 'x', reason: 'salah' },
  }
  return data[kind]
}

function someChanges(target: Entry | undefined, n: number): Record<string, unknown> {
  if (target?.kind === 'registered') {
    return pick(
      [
        { subject: `obyek ${n}` },
        { confidential: true },
        { respondents: [pick(NAMES, n)] },
        { identity: { name: 'given', address: 'given', phone: 'unknown' } },
        { urgent: true },
        { subject: 5 },
      ],
      n,
    )
  }
  return pick(
    [{ text: `diubah ${n}` }, { reason: 'lain' }, { lead: pick(NAMES, n) }, { from: pick(NAMES, n) }],
    n,
  )
}

/** One step of a generated history: who acts, how, on what they have seen; whether they exchange before it. */
export interface Step {
  who: number
  kind: CaseKind
  n: number
  sync: boolean
  /** Error of the author's clock, in days. */
  skew: number
  /** Days that pass before it. */
  passes: number
}

/** Ends are rare, and the way through the procedure is common, so that histories get somewhere. */
const RARE: readonly CaseKind[] = [
  'closed',
  'outOfJurisdiction',
  'merged',
  'withdrawn',
  'voided',
  'unassigned',
]
const COMMON: readonly CaseKind[] = [
  'verified',
  'assigned',
  'accepted',
  'held',
  'informationRequested',
  'answerDelivered',
  'restricted',
  'booked',
]
const someKind: fc.Arbitrary<CaseKind> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...RARE) },
  { weight: 20, arbitrary: fc.constantFrom(...CASE_KINDS.filter((kind) => !RARE.includes(kind))) },
  { weight: 12, arbitrary: fc.constantFrom(...COMMON) },
)

export const steps = (maxLength = 24): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(NAMES.length - 1),
      kind: someKind,
      n: fc.nat(60),
      sync: fc.boolean(),
      skew: fc.constantFrom(0, 0, 0, 900, -900),
      passes: fc.constantFrom(0, 0, 1, 3),
    }),
    { maxLength, size: 'max' },
  )

/** Mostly the one who was given the case accepts it or sends it back. */
function actorOf({ who, kind, n }: Step, archive: readonly Entry[]): string {
  const assigned = archive.findLast((entry) => entry.kind === 'assigned')
  const asked = kind === 'accepted' || kind === 'returned'
  return asked && assigned && n % 4 ? (assigned.data as DataOf<'assigned'>).lead : pick(NAMES, who)
}

export interface History {
  id: string
  /** The archive's copies. */
  entries: Entry[]
  /** The author's own copies, before arrival. */
  unstamped: Entry[]
  day: string
}

/** Registration with everything that a case's rules turn on. */
export const registration = (): fc.Arbitrary<Partial<DataOf<'registered'>>> =>
  fc.record({
    confidential: fc.boolean(),
    urgent: fc.boolean(),
    identity: fc.constantFrom<DataOf<'registered'>['identity'][]>(
      { name: 'given', address: 'given', phone: 'given' },
      { name: 'unknown', address: 'given', phone: 'unknown' },
    ),
    respondents: fc.subarray([...NAMES], { maxLength: 3 }),
    history: fc.constantFrom(false, false, false, true),
  })

/** Every third case comes by the public form: its number waits for a booking. */
const CAPTURERS = [...NAMES, CENTRE, CENTRE, CENTRE, CENTRE]

/** Any history, whether the rules allow it or not: officers act on what they have exchanged so far. */
export const histories = (maxLength?: number): fc.Arbitrary<History> =>
  fc.tuple(registration(), steps(maxLength), fc.nat(CAPTURERS.length - 1)).map(([first, acts, who]) => {
    const capturer = CAPTURERS[who]!
    const byForm = capturer === CENTRE
    const id = caseId('gen')
    const archive: Entry[] = []
    const views = new Map<string, Entry[]>()
    const unstamped: Entry[] = []
    let day = TODAY
    const add = (by: string, kind: Kind, data: unknown, skew: number) => {
      const view = views.get(by) ?? []
      const _id = entryId(id, nextCounter(view.map((e) => e._id)), deviceOf(by))
      const at = atNoon(addDays(day, skew))
      const entry = { _id, kind, v: 1, by, at, data } as Entry
      unstamped.push(entry)
      views.set(by, [...view, entry])
      const options = { arrivedAt: atNoon(day), offset: -skew * 86_400_000 }
      archive.push(stamp(entry, archive.length, options))
    }
    const number = () => {
      if (archive.some(({ kind }) => kind === 'numbered')) return
      views.set(CENTRE, archive.slice())
      add(CENTRE, 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 }, 0)
    }
    add(capturer, 'registered', complaint({ ...first, ...(byForm ? { channel: 'website' } : {}) }), 0)
    if (!byForm) number()
    for (const step of acts) {
      const by = actorOf(step, archive)
      day = addDays(day, step.passes)
      if (step.sync || !views.has(by)) views.set(by, unionById(views.get(by) ?? [], archive))
      add(by, step.kind, someData(step.kind, step.n, views.get(by)!, day), step.skew)
      if (step.kind === 'booked') number()
    }
    return { id, entries: archive, unstamped, day }
  })
