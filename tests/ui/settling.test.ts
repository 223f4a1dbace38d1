import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/domain/decide.ts'
import type { Entry, Kind } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { toSettle } from '../../src/domain/settling.ts'
import { intakeGroup } from '../../src/ui/office/intake-groups.ts'
import { startsAtTop } from '../../src/ui/pages/case/opening.ts'
import { waysOut } from '../../src/ui/pages/case/settling.ts'
import { PEOPLE, TODAY, aCase, answerOf, type TestJournal } from '../support/domain.ts'
import { VILLAGE, stateOf, summaryOf } from './support.ts'

const name = (officer: string) => officer
const to = (lead: string) => ({ lead, helpers: [] })

type Act = [Kind, object]

/** Two of the office act on the same case without knowing of each other. */
function apart(journal: TestJournal, [kindA, dataA]: Act, [kindB, dataB]: Act): [Entry, Entry] {
  const counter = journal.entries.length + 1
  return [
    journal.write(PEOPLE.petugas, kindA, dataA as never, { counter }),
    journal.write(PEOPLE.sekdes, kindB, dataB as never, { counter }),
  ]
}

const answered = () => {
  const journal = aCase()
  journal.write(PEOPLE.petugas, 'assigned', to(PEOPLE.kasi))
  journal.write(PEOPLE.kasi, 'accepted', {})
  journal.write(PEOPLE.petugas, 'answerDelivered', answerOf())
  return journal
}

/** Every way in which two may decide differently, on the case on which they may. */
const PAIRS: [string, () => TestJournal, Act, Act][] = [
  ['both assign', () => aCase(), ['assigned', to(PEOPLE.kasi)], ['assigned', to(PEOPLE.kaur)]],
  [
    'one assigns, the other takes back',
    () => {
      const journal = aCase()
      journal.write(PEOPLE.petugas, 'assigned', to(PEOPLE.staf))
      return journal
    },
    ['assigned', to(PEOPLE.kasi)],
    ['unassigned', { reason: 'salah' }],
  ],
  [
    'both classify',
    () => aCase(),
    ['classified', { type: 'complaint', misconduct: true, urgent: false, category: 'Lainnya' }],
    ['classified', { type: 'aspiration', misconduct: false, urgent: false, category: 'Lainnya' }],
  ],
  [
    'both answer',
    () => aCase(),
    ['answerDelivered', answerOf(TODAY, 'satu')],
    ['answerDelivered', answerOf(TODAY, 'dua')],
  ],
  ['both close', answered, ['closed', { outcome: 'followedUp' }], ['closed', { outcome: 'explained' }]],
  [
    'one closes, the other reopens',
    answered,
    ['closed', { outcome: 'followedUp' }],
    ['reopened', { reason: 'belum' }],
  ],
  [
    'one ends it, the other assigns',
    () => aCase(),
    ['withdrawn', { reason: 'dicabut' }],
    ['assigned', to(PEOPLE.kasi)],
  ],
]

describe('two of the office who decide differently at the same time', () => {
  it.each(PAIRS)('%s: both are kept, the desk is told, and every way out settles it', (_, start, a, b) => {
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const) {
      const journal = start()
      const both = apart(journal, first, second)
      const state = stateOf(journal)
      const kept = state.lines.map(({ entry }) => entry._id)
      expect(kept).toEqual(expect.arrayContaining(both.map(({ _id }) => _id)))
      const [remark, ...more] = toSettle(state)
      if (a[0] === 'withdrawn' && !remark) continue // assigned first in key order, ended then: nothing is lost
      expect(more).toEqual([])
      expect(intakeGroup(summaryOf(journal), VILLAGE, TODAY)).toBe('settle')
      const ways = waysOut(remark!, state, name, TODAY)
      expect(ways.length).toBeGreaterThanOrEqual(2)
      for (const { kind, data } of ways) {
        expect(decide({ kind, data }, PEOPLE.petugas, state, VILLAGE, TODAY)).toEqual({ ok: true })
        const after = structuredClone(journal.entries)
        const entry = journal.write(PEOPLE.petugas, kind, data as never)
        expect(toSettle(stateOf(journal))).toEqual([])
        journal.entries = after
        expect(entry).toBeDefined()
      }
    }
  })

  it('stands above the thread, so a case with it opens there even for whoever has read it before', () => {
    const journal = aCase()
    const reader = { me: PEOPLE.petugas, isDesk: true, mayAccept: false }
    journal.write(PEOPLE.petugas, 'opened', { upTo: 1 })
    expect(startsAtTop(stateOf(journal), reader)).toBe(false)
    apart(journal, ['assigned', to(PEOPLE.kasi)], ['assigned', to(PEOPLE.kaur)])
    expect(startsAtTop(stateOf(journal), reader)).toBe(true)
    expect(startsAtTop(stateOf(journal), { ...reader, isDesk: false })).toBe(false)
  })

  it('says nothing where both decided the same, or one knew of the other', () => {
    const same = aCase()
    apart(same, ['assigned', to(PEOPLE.kasi)], ['assigned', to(PEOPLE.kasi)])
    const after = aCase()
    after.write(PEOPLE.petugas, 'assigned', to(PEOPLE.kasi))
    after.write(PEOPLE.sekdes, 'assigned', to(PEOPLE.kaur))
    const classed = aCase()
    const complaint = { type: 'complaint', misconduct: false, urgent: false, category: 'Lainnya' }
    apart(classed, ['classified', complaint], ['classified', complaint])
    for (const journal of [same, after, classed]) expect(toSettle(stateOf(journal))).toEqual([])
  })

  it('notices it by the times of arrival too, where one of them had opened the case meanwhile', () => {
    const journal = aCase()
    const at = `${TODAY}T05:00:00.000Z`
    const arrivedAt = `${TODAY}T06:00:00.000Z`
    journal.write(PEOPLE.petugas, 'assigned', to(PEOPLE.kasi), { counter: 2, at, arrivedAt })
    journal.write(PEOPLE.sekdes, 'opened', { upTo: 1 }, { counter: 2, at, arrivedAt })
    journal.write(PEOPLE.sekdes, 'assigned', to(PEOPLE.kaur), { counter: 3, at, arrivedAt })
    expect(toSettle(stateOf(journal)).map(({ why }) => why)).toEqual(['concurrentAssignment'])
  })

  it('is the same for everybody in whatever order it comes, and settled for good once it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAIRS),
        fc.nat(5),
        fc.infiniteStream(fc.nat()),
        ([, start, a, b], n, order) => {
          const journal = start()
          apart(journal, a, b)
          const state = stateOf(journal)
          const [remark] = toSettle(state)
          const ways = remark ? waysOut(remark, state, name, TODAY) : []
          const way = ways[n % Math.max(1, ways.length)]
          if (way) journal.write(PEOPLE.petugas, way.kind, way.data as never)
          const shuffled = journal.entries
            .map((entry) => ({ entry, at: order.next().value as number }))
            .sort((x, y) => x.at - y.at)
            .map(({ entry }) => entry)
          const folded = foldCase(journal.id, shuffled)
          expect(folded).toEqual(stateOf(journal))
          expect(toSettle(folded)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})
