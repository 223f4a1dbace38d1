import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit } from '../../src/domain/admit.ts'
import { audienceOf, holdersOf } from '../../src/domain/audience.ts'
import { FINAL } from '../../src/domain/case-state.ts'
import type { DataOf, Entry } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { hamletCases, noticeOf, type HamletCase } from '../../src/domain/hamlet.ts'
import { entryId } from '../../src/domain/ids.ts'
import { atNoon, deviceOf, PEOPLE, stamp, termsWith, testVillage, TODAY } from '../support/domain.ts'
import { histories, type History } from '../support/histories.ts'

const { kadusA, kadusB } = PEOPLE
const village = testVillage()
const everyone = Object.values(PEOPLE)
const told = (officer: string, { id, entries, day }: History, at = village) => {
  const notice = noticeOf(foldCase(id, entries))
  return hamletCases(officer, notice ? [notice] : [], at, day)
}
/** What a head hears of: the generator's cases lie in dusun A. */
const heard = { cases: 0, joins: 0 }

describe('what a Kepala Dusun hears of the own dusun', () => {
  it('is never of a restricted case, of alleged misconduct or of a hidden complainant, and is told to no other', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const state = foldCase(history.id, history.entries)
        for (const officer of everyone.filter((one) => one !== kadusA))
          expect(told(officer, history)).toEqual([])
        if (told(kadusA, history).length === 0) return
        heard.cases += 1
        expect(state.respondents).toEqual([])
        expect(state.confidential).toBe(false)
        expect(state.classification?.misconduct ?? false).toBe(false)
        if (FINAL.has(state.status)) expect(joined(history, kadusA)).toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(heard.cases).toBeGreaterThan(10)
  })

  it('holds no word of who complained: no name, phone, description, code, nor a subject that names somebody', () => {
    const names = fc.constantFrom('Slamet Riyadi', 'Ibu Sumi', 'Pak Jono', "Sitī Nur'aini")
    fc.assert(
      fc.property(histories(), names, fc.boolean(), fc.nat(), (history, name, said, n) => {
        const named = withName(history, name, said, n)
        for (const one of told(kadusA, named)) {
          const allowed =
            'id number status subject category dusun rw rt receivedOn urgent lead counter joined'
          expect(Object.keys(one).filter((key) => !allowed.split(' ').includes(key))).toEqual([])
          const text = JSON.stringify(one).toLowerCase()
          const parts = name.toLowerCase().split(/[^a-zī]+/)
          for (const part of parts.filter((word) => word.length > 3)) expect(text).not.toContain(part)
          for (const secret of ['82133454594', '4f7k2m9xc', 'dua minggu']) expect(text).not.toContain(secret)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('ends with the role, and where the village has turned it off', () => {
    const over = testVillage(
      termsWith([{ officer: kadusA, position: 'kepalaDusun', dusun: 'A', to: '2026-11-09' }]),
    )
    const standIn = testVillage(
      termsWith([{ officer: kadusB, position: 'kepalaDusun', dusun: 'A', acting: 'plh' }]),
    )
    const off = { ...village, settings: { ...village.settings, hamletSummaries: false } }
    fc.assert(
      fc.property(histories(), (history) => {
        expect(told(kadusA, history, over)).toEqual([])
        expect(told(kadusA, history, off)).toEqual([])
        // Of an ended one only who joined a complainant goes on to hear: each their own.
        const open = (cases: HamletCase[]) =>
          cases.flatMap(({ id, status }) => (FINAL.has(status) ? [] : [id]))
        expect(open(told(kadusB, history, standIn))).toEqual(open(told(kadusA, history)))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a further complainant whom the head of the dusun takes down', () => {
  it('is accepted however long it was on the way, and shows its author nothing but itself', () => {
    fc.assert(
      fc.property(histories(30), fc.nat(100), (history, percent) => {
        const { id, entries, day } = history
        const known = entries.slice(0, 1 + Math.floor(((entries.length - 1) * percent) / 100))
        const view = { ...history, entries: known }
        const [one] = told(kadusA, view)
        if (!one || FINAL.has(one.status)) return
        const written = joining(id, one.counter)
        const archive = [...entries]
        for (const entry of written) {
          const state = foldCase(id, archive)
          expect(admit(entry, { kind: 'case', state }, village, day)).toMatchObject({ ok: true })
          archive.push(stamp(entry, archive.length, { arrivedAt: atNoon(day) }))
        }
        heard.joins += 1
        const whole = foldCase(id, archive)
        if (whole.status !== 'voided' && !whole.lines.some(({ entry }) => entry.kind === 'identityDestroyed'))
          expect(Object.values(whole.joined)).toContainEqual({ name: 'Bu Sari' })
        const { full, capturer, asked } = holdersOf(whole, village, day)
        if ([...full, ...asked, capturer].includes(kadusA)) return
        const seers = audienceOf(whole, village, day)
        const own = archive.filter((entry) => seers(entry).includes(kadusA))
        for (const { kind } of own)
          expect(['complainantJoined', 'identityGiven', 'corrected', 'retracted']).toContain(kind)
        expect(
          own.filter(({ kind, by }) => kind !== 'corrected' && kind !== 'retracted' && by !== kadusA),
        ).toEqual([])
      }),
      { numRuns: 400 },
    )
    expect(heard.joins).toBeGreaterThan(10)
  })

  it('is refused of who is head of another dusun, and so is an identity that belongs to no joining of theirs', () => {
    fc.assert(
      fc.property(histories(), (history) => {
        const state = foldCase(history.id, history.entries)
        const { entries, day } = history
        const stranger = entries.every(
          ({ by, data }) => by !== kadusB && !JSON.stringify(data).includes(kadusB),
        )
        if (!stranger) return
        const [first] = joining(history.id, 50, kadusB)
        expect(admit(first!, { kind: 'case', state }, village, day)).toEqual({
          ok: false,
          why: 'not-your-case',
        })
      }),
      { numRuns: 200 },
    )
  })
})

function joining(id: string, after: number, by: string = kadusA): Entry[] {
  const write = (n: number, kind: string, data: unknown) =>
    ({ _id: entryId(id, after + n, deviceOf(by, 1)), kind, v: 1, by, at: atNoon(TODAY), data }) as Entry
  const identity = { name: 'given', address: 'unknown', phone: 'unknown' }
  const first = write(1, 'complainantJoined', { code: '4F7K2M9XC', identity, channel: 'faceToFace' })
  return [first, write(2, 'identityGiven', { of: first._id, name: 'Bu Sari' })]
}

const joined = ({ id, entries }: History, officer: string) =>
  foldCase(id, entries).lines.some(({ entry }) => entry.kind === 'complainantJoined' && entry.by === officer)

/** The same history with a name given, which the subject says too where `said`. */
function withName(history: History, name: string, said: boolean, n: number): History {
  const { id, day } = history
  const entries = history.entries.map((entry) =>
    entry.kind === 'registered' && said
      ? {
          ...entry,
          data: { ...(entry.data as DataOf<'registered'>), subject: `Lampu padam di muka ${name}` },
        }
      : entry,
  ) as Entry[]
  const _id = entryId(id, 2 + (n % 40), deviceOf(PEOPLE.petugas, 2))
  const data = { name, address: 'RT 1', phone: '+6282133454594' }
  const given = { _id, kind: 'identityGiven', v: 1, by: PEOPLE.petugas, at: atNoon(day), data } as Entry
  return { ...history, entries: [...entries, stamp(given, 999, { arrivedAt: atNoon(day) })] }
}
