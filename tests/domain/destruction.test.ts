import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit } from '../../src/domain/admit.ts'
import { decide } from '../../src/domain/decide.ts'
import { GONE, keptUntil, toDestroy } from '../../src/domain/destruction.ts'
import { kindsOf, type Entry, type Kind } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { aCase, atNoon, PEOPLE, testVillage, TODAY } from '../support/domain.ts'
import { histories } from '../support/histories.ts'
import { sampleOf } from '../support/samples.ts'

const { kades, petugas, kasi } = PEOPLE
const village = testVillage()
const LONG_AGO = '2021-02-03'
const MARK = 'TULISANORANG'

/** A case that ended long ago, by a respondent's list; proposed where asked. */
function ended(respondents: string[] = [], proposed = true) {
  const at = atNoon(LONG_AGO)
  const journal = aCase({ respondents }, PEOPLE.kadusA, { at })
  journal.write(petugas, 'withdrawn', { reason: 'dicabut' }, { at })
  if (proposed) journal.write(petugas, 'destructionProposed', { reason: 'lewat lima tahun' })
  return journal
}

const ask = (journal: ReturnType<typeof ended>, actor: string, kind: Kind, data: object, day = TODAY) => {
  const verdict = decide({ kind, data }, actor, foldCase(journal.id, journal.entries), village, day)
  return verdict.ok ? 'ok' : verdict.why
}
const decision = { decision: 'Keputusan Kepala Desa 3/2026' }

describe('the destruction of a file', () => {
  it('is proposed when its retention is over, and not before', () => {
    const journal = ended([], false)
    expect(keptUntil(foldCase(journal.id, journal.entries), village)).toBe('2026-02-03')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' }, '2026-02-03')).toBe('still-kept')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' }, '2026-02-04')).toBe('ok')
    expect(ask(journal, kades, 'identityDestroyed', decision)).toBe('not-proposed')
    expect(ask(ended(), petugas, 'destructionProposed', { reason: 'x' })).toBe('already-proposed')
  })

  it('is decided by the Kepala Desa, or by the desk where that one is complained about', () => {
    expect(ask(ended(), petugas, 'identityDestroyed', decision)).toBe('only-head-decides')
    expect(ask(ended(), kades, 'identityDestroyed', decision)).toBe('ok')
    expect(ask(ended([kades]), petugas, 'identityDestroyed', decision)).toBe('ok')
    expect(ask(ended(), kasi, 'identityDestroyed', decision)).toBe('not-your-case')
  })

  it('is refused at the door without proposal, too early, or by anybody else: it can’t be undone', () => {
    const at = (journal: ReturnType<typeof ended>, by: string, day = TODAY) => {
      const state = foldCase(journal.id, journal.entries)
      const entry = journal.write(by, 'identityDestroyed', decision)
      return admit(entry, { kind: 'case', state }, village, day)
    }
    expect(at(ended(), kades)).toEqual({ ok: true })
    for (const refused of [
      at(ended(), petugas),
      at(ended([], false), kades),
      at(ended(), kades, '2026-02-03'),
    ])
      expect(refused).toEqual({ ok: false, why: 'not-decided' })
  })

  it('is taken back by striking the proposal out', () => {
    const journal = ended()
    journal.write(kades, 'retracted', { entry: journal.entries.at(-1)!._id, reason: 'masih perlu' })
    expect(ask(journal, kades, 'identityDestroyed', decision)).toBe('not-proposed')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' })).toBe('ok')
  })
})

describe('what was dismissed as no complaint', () => {
  const dismissed = () => {
    const at = atNoon(LONG_AGO)
    const journal = aCase({ channel: 'website', subject: 'Utang tetangga saya' }, CENTRE, { at })
    journal.write(petugas, 'dismissed', { reason: 'urusan pribadi' }, { at })
    return journal
  }

  it('is kept as long as a complaint, and proposed and destroyed like one', () => {
    const journal = dismissed()
    expect(keptUntil(foldCase(journal.id, journal.entries), village)).toBe('2026-02-03')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' }, '2026-02-03')).toBe('still-kept')
    expect(ask(journal, petugas, 'destructionProposed', { reason: 'x' })).toBe('ok')
    journal.write(petugas, 'destructionProposed', { reason: 'lewat lima tahun' })
    expect(ask(journal, kades, 'identityDestroyed', decision)).toBe('ok')
  })

  it('leaves nothing of what was written: there is no line of the register that its subject stands in', () => {
    const journal = dismissed()
    journal.write(kades, 'identityDestroyed', decision)
    const [registered] = toDestroy(foldCase(journal.id, journal.entries))
    expect(JSON.stringify(registered)).not.toContain('Utang')
  })
})

describe('what remains', () => {
  const kinds = [...kindsOf.case].filter((kind) => kind !== 'identityDestroyed') as Kind[]

  it.each(kinds)('of %s holds no words, phone numbers or pictures', (kind) => {
    const journal = aCase()
    const first = journal.entries[0]!
    const marks = { text: MARK, officer: kasi, entry: first._id, hash: 'b'.repeat(64) }
    const data = sampleOf(kind, marks) as never
    if (kind === 'registered') journal.entries[0] = { ...first, data }
    else {
      const changes = { description: MARK, place: { detail: MARK, dusun: 'A' }, subject: 'Jalan' }
      journal.write(petugas, kind, kind === 'corrected' ? ({ ...(data as object), changes } as never) : data)
    }
    journal.write(kades, 'identityDestroyed', decision)
    const left = toDestroy(foldCase(journal.id, journal.entries))
    expect(left).toHaveLength(journal.entries.length - 1)
    const text = JSON.stringify(left.map((entry) => withoutKept(entry)))
    for (const word of [MARK, '6281200000099', 'b'.repeat(64), '3.4']) expect(text).not.toContain(word)
  })

  it('of a subject that names somebody is its category', () => {
    const journal = aCase({ subject: 'Jalan depan rumah Slamet' })
    journal.write(petugas, 'identityGiven', { name: 'Slamet Contoh' })
    journal.write(kades, 'identityDestroyed', decision)
    const [registered] = toDestroy(foldCase(journal.id, journal.entries))
    expect(registered!.data).toMatchObject({ subject: 'Jalan/jembatan/drainase', description: GONE })
  })

  it('says of every history the same status, number, dates and officers', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const whole = foldCase(history.id, history.entries)
        const changed = new Map(toDestroy(whole).map((entry) => [entry._id, entry]))
        const left = foldCase(
          history.id,
          history.entries.map((entry) => changed.get(entry._id) ?? entry),
        )
        const line = ({
          status,
          number,
          receivedOn,
          endedOn,
          missing,
          respondents,
          assignment,
          category,
        }: typeof whole) => {
          const given = { ...assignment, instruction: '' }
          return { status, number, receivedOn, endedOn, missing, respondents, given, category }
        }
        expect(line(left)).toEqual(line(whole))
        expect(toDestroy(left)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

const KEPT = ['subject', 'category', 'paperNumber', 'number', 'agency', 'letterNumber']

/** Without what the register's line is made of, and what says which act of an office it was. */
function withoutKept({ kind, data }: Entry): object {
  const rest: Record<string, unknown> = Object.fromEntries(
    Object.entries(data).filter(([name]) => !KEPT.includes(name)),
  )
  if (kind === 'registered') rest.place = { ...(rest.place as object), dusun: '' }
  if (kind === 'destructionProposed') delete rest.reason
  return rest
}
