import { describe, expect, it } from 'vitest'
import { demoCases } from '../../server/demo/cases.ts'
import { OFFICERS } from '../../server/demo/people.ts'
import { seeded } from '../../server/demo/random.ts'
import { demoVillage } from '../../server/demo/village.ts'
import { demoWebsite } from '../../server/demo/website.ts'
import {
  audienceOf,
  CENTRE,
  foldCase,
  foldVillage,
  journalOf,
  parseEntry,
  STATUSES,
  type Entry,
} from '../../src/domain/index.ts'

const NOW = Date.parse('2026-11-23T03:00:00.000Z')
const TODAY = '2026-11-23'
const told = (now: number): Entry[] => {
  const random = seeded(7)
  return [...demoCases(random, now), ...demoWebsite(random, now)]
}
const entries = told(NOW)
const village = foldVillage(demoVillage(NOW))

const byJournal = (kind: string): Map<string, Entry[]> => {
  const journals = new Map<string, Entry[]>()
  for (const entry of entries) {
    const journal = journalOf(entry._id)
    if (journal.startsWith(kind)) journals.set(journal, [...(journals.get(journal) ?? []), entry])
  }
  return journals
}
const cases = [...byJournal('c')].map(([id, own]) => foldCase(id, own))

describe('the demo village', () => {
  it('has at least twelve officers over all kinds of position, and five dusun', () => {
    expect(OFFICERS.length).toBeGreaterThanOrEqual(12)
    expect(village.settings.dusun.length).toBeGreaterThanOrEqual(5)
    expect(new Set(OFFICERS.map((o) => o.position)).size).toBeGreaterThanOrEqual(9)
  })

  it('has at least 120 cases, in every status', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120)
    const seen = new Set(cases.map((c) => c.status))
    expect(STATUSES.filter((status) => !seen.has(status))).toEqual([])
  })

  it.each([0, 6, 12, 18])(
    'tells of new complaints that are all different, made %i hours later too',
    (hour) => {
      const made = demoCases(seeded(7), NOW + hour * 3_600_000)
      const ids = new Set(made.map(({ _id }) => journalOf(_id)).filter((id) => id.startsWith('c')))
      const fresh = [...ids].map((id) => foldCase(id, made)).filter(({ status }) => status === 'new')
      expect(fresh.length).toBeGreaterThan(5)
      expect(new Set(fresh.map(({ facts }) => facts!.subject)).size).toBe(fresh.length)
    },
  )

  it('holds only valid entries, all of them in the past and without a contradiction', () => {
    for (const entry of [...entries, ...demoVillage(NOW)]) {
      expect(parseEntry(entry)).toMatchObject({ ok: true })
      expect(Date.parse(entry.at)).toBeLessThanOrEqual(NOW)
    }
    expect(cases.flatMap((c) => c.remarks)).toEqual([])
  })

  it('gives every case to somebody, and no restricted one to its respondent', () => {
    for (const state of cases) {
      const audience = audienceOf(state, village, TODAY)
      for (const { entry } of state.lines) {
        expect(audience(entry).length).toBeGreaterThan(0)
        expect(audience(entry)).not.toContain(CENTRE)
        for (const respondent of state.respondents) expect(audience(entry)).not.toContain(respondent)
      }
    }
  })

  it('tells the same stories whenever it is made, with other dates', () => {
    const later = told(NOW + 86_400_000 * 30)
    const subjects = (list: Entry[]) => list.flatMap((e) => (e.kind === 'registered' ? [e.data.subject] : []))
    expect(subjects(later)).toEqual(subjects(entries))
  })
})
