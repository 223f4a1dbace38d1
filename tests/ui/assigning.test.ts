import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/time.ts'
import { proposedDue } from '../../src/ui/office/due.ts'
import { nextSteps } from '../../src/ui/office/next-steps.ts'
import {
  classificationFaults,
  classificationOf,
  type Classification,
} from '../../src/ui/acts/desk/classification.ts'
import { suggestLeads, workloads } from '../../src/ui/office/workload.ts'
import { PEOPLE, TODAY, aCase, answerOf, atNoon, termsWith, testVillage } from '../support/domain.ts'
import { VILLAGE, stateOf, summaryOf } from './support.ts'

const toKasi = { lead: PEOPLE.kasi, helpers: [] }
const classified = { type: 'complaint', misconduct: false, urgent: false, category: 'Lainnya' } as const

function ledByKasi() {
  const journal = aCase({ category: 'Lainnya' })
  journal.write(PEOPLE.petugas, 'assigned', toKasi)
  return summaryOf(journal)
}

describe('who should lead', () => {
  it('is the head of the dusun first, then who knows the category', () => {
    const suggested = suggestLeads(stateOf(aCase({ category: 'Lainnya' })), [ledByKasi()], VILLAGE, TODAY)
    expect(suggested.map(({ officer }) => officer)).toEqual([PEOPLE.kadusA, PEOPLE.kasi])
    expect(suggested[1]).toMatchObject({ dusun: false, handled: 1 })
  })

  it('is never a respondent, nor somebody out of office', () => {
    const accused = stateOf(aCase({ respondents: [PEOPLE.kadusA] }))
    expect(suggestLeads(accused, [], VILLAGE, TODAY)).toEqual([])
    const left = testVillage(
      termsWith([{ officer: PEOPLE.kadusA, position: 'kepalaDusun', dusun: 'A', to: addDays(TODAY, -1) }]),
    )
    expect(suggestLeads(stateOf(aCase()), [], left, TODAY)).toEqual([])
  })

  it('is not whoever has just sent it back', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kadusA, helpers: [] })
    journal.write(PEOPLE.kadusA, 'returned', { reason: 'Sedang berhalangan' })
    expect(suggestLeads(stateOf(journal), [], VILLAGE, TODAY)).toEqual([])
  })

  it('is whoever the village has set for the category, before all others', () => {
    const routing = { Lainnya: ['sekretarisDesa' as const, 'kepalaDusun' as const] }
    const routed = { ...VILLAGE, settings: { ...VILLAGE.settings, routing } }
    const suggested = suggestLeads(stateOf(aCase({ category: 'Lainnya' })), [ledByKasi()], routed, TODAY)
    expect(suggested.map(({ officer }) => officer)).toEqual([PEOPLE.kadusA, PEOPLE.sekdes, PEOPLE.kasi])
    expect(suggested[1]).toMatchObject({ position: 'sekretarisDesa', dusun: false })
    const about = aCase({ category: 'Lainnya', respondents: [PEOPLE.sekdes] })
    expect(suggestLeads(stateOf(about), [], routed, TODAY).map(({ officer }) => officer)).toEqual([
      PEOPLE.kadusA,
    ])
  })

  it('knows how much everybody has already', () => {
    const late = aCase()
    late.write(PEOPLE.petugas, 'assigned', { ...toKasi, due: addDays(TODAY, -1) })
    const over = aCase()
    over.write(PEOPLE.petugas, 'assigned', toKasi)
    over.write(PEOPLE.petugas, 'withdrawn', { reason: 'dicabut' })
    const loads = workloads([ledByKasi(), summaryOf(late), summaryOf(over)], TODAY)
    expect(loads.get(PEOPLE.kasi)).toEqual({ open: 2, late: 1, near: 0 })
  })
})

describe('the proposed due day', () => {
  it('counts 14 working days from receipt, whoever has the case now', () => {
    const journal = aCase({}, PEOPLE.kadusA, { at: atNoon(TODAY) })
    journal.write(PEOPLE.petugas, 'assigned', { ...toKasi, due: addDays(TODAY, 2) })
    expect(proposedDue(stateOf(journal), VILLAGE)).toBe('2026-11-30')
  })

  it('is today for what is urgent', () => {
    expect(proposedDue(stateOf(aCase({ urgent: true })), VILLAGE)).toBe(TODAY)
  })
})

describe('the next step', () => {
  it('follows the procedure: verify, assign, wait, answer, close, and reopen', () => {
    const journal = aCase()
    const now = () => nextSteps(stateOf(journal)).now
    expect(now()).toBe('verified')
    journal.write(PEOPLE.petugas, 'verified', {})
    expect(now()).toBe('classified')
    journal.write(PEOPLE.petugas, 'classified', classified)
    expect(now()).toBe('assigned')
    journal.write(PEOPLE.petugas, 'assigned', toKasi)
    expect(now()).toBeUndefined()
    journal.write(PEOPLE.kasi, 'accepted', {})
    expect(now()).toBe('answerDelivered')
    journal.write(PEOPLE.petugas, 'answerDelivered', answerOf())
    expect(now()).toBe('closed')
    journal.write(PEOPLE.petugas, 'closed', { outcome: 'followedUp' })
    expect(nextSteps(stateOf(journal)).also).toEqual(['reopened'])
  })

  it('completes what is incomplete before anything else', () => {
    const journal = aCase({ identity: { name: 'unknown', address: 'given', phone: 'given' } })
    expect(nextSteps(stateOf(journal)).now).toBe('informationSupplied')
  })
})

describe('an allegation against an officer', () => {
  const answered = (more: Partial<Classification>): Classification => ({
    ...classificationOf(stateOf(aCase())),
    category: 'Lainnya',
    ...more,
  })
  const who = (more: Partial<Classification>, named: string[] = []) =>
    classificationFaults(answered({ misconduct: 'yes', ...more }), named).who

  it('is not verified before it is said who is meant, or that it is not known', () => {
    expect(who({})).toBeTruthy()
    expect(who({ who: 'named', accused: [] })).toBeTruthy()
    expect(who({ who: 'named', accused: [PEOPLE.kadusA] })).toBe('')
    expect(who({ who: 'unknown' })).toBe('')
    expect(who({}, [PEOPLE.kadusA])).toBe('')
    expect(classificationFaults(answered({ misconduct: 'no' }), []).who).toBe('')
  })

  it('keeps Perkara terbatas at hand for as long as nobody is named', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'verified', {})
    journal.write(PEOPLE.petugas, 'classified', { ...classified, misconduct: true })
    expect(nextSteps(stateOf(journal)).also[0]).toBe('restricted')
    journal.write(PEOPLE.petugas, 'restricted', { respondents: [PEOPLE.kadusA] })
    expect(nextSteps(stateOf(journal)).also).not.toContain('restricted')
  })
})
