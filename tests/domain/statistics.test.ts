import { describe, expect, it } from 'vitest'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { knownToHeads, overviewOf } from '../../src/domain/statistics/index.ts'
import { summarise } from '../../src/domain/summary.ts'
import { foldVillage } from '../../src/domain/village.ts'
import {
  PEOPLE,
  TODAY,
  TestJournal,
  answerOf,
  atNoon,
  caseId,
  complaint,
  testVillage,
  villageJournal,
} from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kadusA } = PEOPLE
const village = testVillage()

function aCase(name: string, other: Parameters<typeof complaint>[0] = {}, day = TODAY): TestJournal {
  const journal = new TestJournal(caseId(name))
  journal.write(kadusA, 'registered', complaint(other), { at: atNoon(day) })
  return journal
}

const summaries = (journals: TestJournal[], at = village) =>
  journals.map(({ id, entries }) => summarise(foldCase(id, entries), at)!)

describe('the overview', () => {
  it('counts nothing where there is nothing', () => {
    const { dusun, months, ...rest } = overviewOf([], TODAY)
    expect(rest).toMatchObject({ open: 0, late: 0, near: 0, approval: 0, satisfied: 0, oldest: [] })
    expect(dusun.size).toBe(0)
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toEqual({ month: '2026-11', entered: 0, left: 0, openAt: 0 })
  })

  it('tells late from near, by dusun and by who leads', () => {
    const late = aCase('1', { place: { dusun: 'B' } }, '2026-10-01')
    const near = aCase('2')
    near.write(petugas, 'assigned', { lead: kasi, helpers: [], due: '2026-11-12' })
    const later = aCase('3')
    later.write(petugas, 'assigned', { lead: kasi, helpers: [], due: '2026-12-24' })
    const figures = overviewOf(summaries([later, late, near]), TODAY)
    expect(figures).toMatchObject({ open: 3, late: 1, near: 1 })
    expect(Object.fromEntries(figures.dusun)).toEqual({
      A: { open: 2, late: 0, near: 1 },
      B: { open: 1, late: 1, near: 0 },
    })
    expect(Object.fromEntries(figures.officers)).toEqual({
      '': { open: 1, late: 1, near: 0 },
      [kasi]: { open: 2, late: 0, near: 1 },
    })
    expect(figures.oldest[0]!.id).toBe(late.id)
  })

  it('takes the last word of the complainant', () => {
    const one = aCase('1')
    one.write(petugas, 'answerDelivered', answerOf())
    one.write(petugas, 'reaction', { satisfied: true })
    one.write(petugas, 'reaction', { satisfied: false })
    expect(overviewOf(summaries([one]), TODAY)).toMatchObject({ satisfied: 0, dissatisfied: 1 })
  })

  it('counts a complaint that was reopened as open again, and the month in which it first ended as before', () => {
    const one = aCase('1', {}, '2026-09-10')
    one.write(petugas, 'answerDelivered', answerOf('2026-09-20'), { at: atNoon('2026-09-20') })
    one.write(petugas, 'closed', { outcome: 'explained' }, { at: atNoon('2026-09-20') })
    one.write(petugas, 'reopened', { reason: 'rusak lagi' }, { at: atNoon('2026-10-02') })
    const { months } = overviewOf(summaries([one]), TODAY)
    expect(months.slice(-3)).toEqual([
      { month: '2026-09', entered: 1, left: 1, openAt: 0 },
      { month: '2026-10', entered: 0, left: 0, openAt: 1 },
      { month: '2026-11', entered: 0, left: 0, openAt: 1 },
    ])
  })

  it('counts the drafts that wait for approval, until they are approved or delivered', () => {
    const journal = villageJournal()
    journal.write(CENTRE, 'settingChanged', { key: 'approval', value: 'kepalaDesa' })
    const approving = foldVillage(journal.entries)
    const one = aCase('1')
    const draft = one.write(petugas, 'answerDrafted', { text: 'Akan diperbaiki.' })
    const approval = () => overviewOf(summaries([one], approving), TODAY).approval
    expect(approval()).toBe(1)
    one.write(kades, 'answerApproved', { draft: draft._id })
    expect(approval()).toBe(0)
    one.write(petugas, 'answerDrafted', { text: 'Sudah diperbaiki.' })
    expect(approval()).toBe(1)
    one.write(petugas, 'answerDelivered', answerOf())
    expect(approval()).toBe(0)
  })

  it('leaves out what is said of the Kepala Desa, whoever looks', () => {
    const about = aCase('1', { respondents: [kades] })
    const other = aCase('2', { respondents: [sekdes] })
    const known = knownToHeads(summaries([about, other]), village, TODAY)
    expect(known.map(({ id }) => id)).toEqual([other.id])
  })
})
