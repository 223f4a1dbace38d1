import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultIn, parseEntry, unionById, type Entry } from '../../src/domain/entries.ts'
import { entryId, nextCounter, parseEntryId } from '../../src/domain/ids.ts'
import { upcast } from '../../src/domain/upcast.ts'
import { PEOPLE, aCase, caseId, complaint, deviceOf } from '../support/domain.ts'
import { histories } from '../support/histories.ts'

const note = (other: object = {}) => ({
  _id: entryId(caseId('t'), 2, deviceOf(PEOPLE.kasi)),
  kind: 'note',
  v: 1,
  by: PEOPLE.kasi,
  at: '2026-11-10T05:00:00.000Z',
  data: { text: 'x' },
  ...other,
})

describe('reading a document as an entry', () => {
  it('never throws, whatever it is given', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.jsonValue(),
      fc.record({ _id: fc.constant(note()._id), kind: fc.string(), v: fc.anything(), data: fc.jsonValue() }),
      fc.jsonValue().map((data) => note({ data })),
      fc
        .constantFrom('corrected', 'registered', 'assigned', 'toString', '__proto__')
        .map((kind) => note({ kind })),
    )
    fc.assert(
      fc.property(anything, (document) => {
        expect(typeof parseEntry(document).ok).toBe('boolean')
      }),
      { numRuns: 1000 },
    )
  })

  it('takes every entry of a generated history as it is', () => {
    fc.assert(
      fc.property(histories(), ({ entries }) => {
        const parsed = entries.map((entry) => parseEntry(structuredClone(entry)))
        expect(parsed).toEqual(entries.map((entry) => ({ ok: true, entry })))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps a kind or version from the future unjudged, and names what is wrong otherwise', () => {
    expect(parseEntry(note({ kind: 'blessed' }))).toMatchObject({ ok: false, why: 'newer' })
    expect(parseEntry(note({ v: 2 }))).toMatchObject({ ok: false, why: 'newer' })
    expect(parseEntry(note({ kind: 'officerRecorded' }))).toMatchObject({ ok: false, path: 'kind' })
    expect(parseEntry(note({ data: { text: '' } }))).toMatchObject({ ok: false, path: 'data.text' })
    expect(parseEntry(note({ _id: 'x' }))).toMatchObject({ ok: false, path: '_id' })
    expect(faultIn('registered', complaint())).toBeUndefined()
    expect(faultIn('registered', complaint({ code: 'abc' }))).toBe('code')
  })
})

describe('data of an older version', () => {
  const steps = {
    note: [
      ({ body, ...rest }: Record<string, unknown>) => ({ ...rest, text: body }),
      (data: Record<string, unknown>) => ({ ...data, lang: 'id' }),
    ],
  }

  it('are lifted through every version since theirs, the entry itself staying as written', () => {
    const old = { kind: 'note', v: 1, data: { body: 'x' } }
    expect(upcast(old, steps)).toEqual({ text: 'x', lang: 'id' })
    expect(upcast({ ...old, v: 2, data: { text: 'x' } }, steps)).toEqual({ text: 'x', lang: 'id' })
    expect(upcast({ ...old, v: 3, data: { text: 'x' } }, steps)).toEqual({ text: 'x' })
    expect(old.data).toEqual({ body: 'x' })
  })

  it('of kinds that never changed are as they are', () => {
    expect(upcast({ kind: 'held', v: 1, data: { reason: 'x' } }, steps)).toEqual({ reason: 'x' })
  })
})

describe('ids', () => {
  it('sort in causal order and come apart as they were joined', () => {
    const id = entryId(caseId('t'), 9, deviceOf(PEOPLE.kasi))
    expect(parseEntryId(id)).toEqual({ journal: caseId('t'), counter: 9, device: deviceOf(PEOPLE.kasi) })
    expect(entryId(caseId('t'), 10, deviceOf(PEOPLE.kaur)) > id).toBe(true)
    expect(nextCounter([id])).toBe(10)
    expect(() => entryId(caseId('t'), 0, deviceOf(PEOPLE.kasi))).toThrow(RangeError)
  })

  it('keep the stamped copy of an entry, whichever comes first', () => {
    const [stamped] = aCase().entries as [Entry]
    const bare = { ...stamped, arrived: undefined } as Entry
    expect(unionById([bare], [stamped])).toEqual([stamped])
    expect(unionById([stamped], [bare])).toEqual([stamped])
  })
})
