/** What the office sees of an answer: whom its form offers, what goes to each, what is next, and who still waits. */
import { describe, expect, it } from 'vitest'
import { NAMED_IN, TEMPLATES } from '../../src/domain/templates.ts'
import { wording } from '../../src/text/wording.ts'
import {
  choicesOf,
  COMPLAINANT,
  deliveries,
  firstChosen,
  isUnknown,
} from '../../src/ui/acts/answer/recipients.ts'
import { agenciesFor } from '../../src/ui/acts/field/agencies.ts'
import { answerTo } from '../../src/ui/messages/message.ts'
import { intakeGroup } from '../../src/ui/office/intake-groups.ts'
import { nextSteps } from '../../src/ui/office/next-steps.ts'
import { taskGroups } from '../../src/ui/pages/tasks/groups.ts'
import { untoldRows } from '../../src/ui/pages/untold/rows.ts'
import { aCase, answerOf, PEOPLE, TODAY, type TestJournal } from '../support/domain.ts'
import { addDays } from '../../src/domain/time.ts'
import { stateOf, summaryOf, VILLAGE } from './support.ts'

const { petugas, kasi, kades } = PEOPLE
const sender = { profile: { name: 'Contohrejo' }, name: 'Petugas', day: TODAY }
const common = { text: 'Beres.', by: 'visit', on: TODAY } as const

function threeToTell(other: Parameters<typeof aCase>[0] = {}) {
  const journal = aCase(other)
  journal.write(petugas, 'identityGiven', { name: 'Siti', phone: '+6281200000001' })
  const identity = { name: 'given', address: 'unknown', phone: 'unknown' } as const
  const joined = journal.write(petugas, 'complainantJoined', {
    code: '4F7K2M9XC',
    identity,
    channel: 'phone',
  })
  journal.write(petugas, 'identityGiven', { of: joined._id, name: 'Karto' })
  const party = journal.write(petugas, 'partyNamed', { name: 'Ketua RT' })
  return { journal, joined: joined._id, party: party._id }
}

const worked = (journal: TestJournal) => {
  journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
  journal.write(kasi, 'accepted', {})
  return journal
}

describe('the form of an answer', () => {
  it('begins with who has not been told, or whom it was opened for', () => {
    const { journal, joined, party } = threeToTell()
    const choices = () => choicesOf(stateOf(journal))
    expect(choices().map(({ role }) => role)).toEqual(['pengadu', 'pengadu lain', 'pihak terkait'])
    expect(firstChosen(choices())).toEqual([COMPLAINANT])
    expect(firstChosen(choices(), party)).toEqual([party])
    journal.write(petugas, 'answerDelivered', answerOf())
    expect(firstChosen(choices())).toEqual([joined])
  })

  it('writes one entry for each, and the receiver’s name where one may know it', () => {
    const { journal, joined, party } = threeToTell()
    const all = choicesOf(stateOf(journal))
    const written = (confidential: boolean) =>
      deliveries(all, common, '', confidential).map(({ data }) => [
        'of' in data ? data.of : '',
        'to' in data ? data.to : '',
      ])
    expect(written(false)).toEqual([
      [undefined, 'Siti'],
      [joined, 'Karto'],
      [party, 'Ketua RT'],
    ])
    expect(written(true)).toEqual([
      [undefined, undefined],
      [joined, undefined],
      [party, 'Ketua RT'],
    ])
    const alone = deliveries(all.slice(0, 1), common, 'Siti', true)
    expect(JSON.stringify(alone)).not.toContain('Siti')
  })

  it('gives each their own letter: nobody gets the name or the code of another', () => {
    const { journal, joined, party } = threeToTell({ subject: 'Siti: lampu mati' })
    const state = stateOf(journal)
    const letter = (of?: string, isParty?: true) =>
      answerTo(state, sender, { of, party: isParty, name: isParty ? 'Ketua RT' : 'Karto' }, 'Beres.')
    expect(letter()).toContain('Bapak/Ibu Siti')
    expect(letter(joined)).toContain('Bapak/Ibu Karto')
    expect(letter(joined)).toContain('4F7-K2M-9XC')
    expect(letter(party, true)).toContain('Ketua RT')
    expect(letter(party, true)).not.toMatch(/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)
    expect(letter(joined) + letter(party, true)).not.toContain('Siti')
  })

  it('turns to the notice board where nobody knows who complained', () => {
    const nobody = { name: 'unknown', address: 'unknown', phone: 'unknown' } as const
    expect(isUnknown(stateOf(aCase({ identity: nobody, channel: 'box' })))).toBe(true)
    expect(isUnknown(stateOf(aCase({ confidential: true })))).toBe(false)
    expect(isUnknown(stateOf(aCase()))).toBe(false)
  })
})

describe('what is next', () => {
  const rules = { approvers: [kades], me: petugas, headInvolved: false }

  it('is a draft where answers are approved, then the decision of who approves, then the telling', () => {
    const journal = worked(aCase())
    expect(nextSteps(stateOf(journal)).now).toBe('answerDelivered')
    expect(nextSteps(stateOf(journal), rules).now).toBe('answerDrafted')
    const draft = journal.write(kasi, 'answerDrafted', { text: 'x' })._id
    expect(nextSteps(stateOf(journal), rules).now).toBeUndefined()
    expect(nextSteps(stateOf(journal), { ...rules, me: kades }).now).toBe('answerApproved')
    journal.write(kades, 'answerReturned', { draft, reason: 'x' })
    expect(nextSteps(stateOf(journal), rules).now).toBe('answerDrafted')
    journal.write(kades, 'answerApproved', { draft })
    expect(nextSteps(stateOf(journal), rules).now).toBe('answerDelivered')
  })

  it('is opening the case again for who is not content, and a referral where the Kepala Desa is complained about', () => {
    const journal = worked(aCase())
    expect(nextSteps(stateOf(journal), { ...rules, headInvolved: true }).now).toBe('referred')
    journal.write(kasi, 'answerDelivered', answerOf())
    expect(nextSteps(stateOf(journal)).now).toBe('closed')
    journal.write(kasi, 'reaction', { satisfied: false })
    expect(nextSteps(stateOf(journal)).now).toBe('reopened')
    expect(intakeGroup(summaryOf(journal), VILLAGE, TODAY)).toBe('unsatisfied')
  })

  it('is asking an agency again whose day is over', () => {
    const journal = worked(aCase())
    journal.write(kasi, 'referred', { agency: 'PLN', asked: 'x', replyBy: TODAY })
    const group = (day: string) => intakeGroup(summaryOf(journal), VILLAGE, day)
    expect(group(TODAY)).not.toBe('agency')
    expect(group(addDays(TODAY, 1))).toBe('agency')
    expect(agenciesFor(['PLN', 'Kecamatan', 'Inspektorat'], true)).toEqual([
      'Kecamatan',
      'Inspektorat',
      'PLN',
    ])
  })
})

it('a draft that came back, or may go out, is work for today', () => {
  const journal = worked(aCase())
  const group = () => taskGroups([summaryOf(journal)], kasi, TODAY)[0]!.group
  const draft = journal.write(kasi, 'answerDrafted', { text: 'x' })._id
  expect(group()).not.toBe('today')
  journal.write(kades, 'answerReturned', { draft, reason: 'x' })
  expect(group()).toBe('today')
  journal.write(kades, 'answerApproved', { draft })
  expect(group()).toBe('today')
})

describe('the list of who has not been told', () => {
  it('shows the desk everybody, a lead their own, the longest waiting first', () => {
    const { journal } = threeToTell()
    worked(journal)
    journal.write(kasi, 'answerDelivered', answerOf(addDays(TODAY, -2)))
    const old = { ...summaryOf(worked(aCase())), id: 'c1', lead: petugas }
    old.untold = [{ what: 'receipt', since: addDays(TODAY, -9) }]
    const cases = [summaryOf(journal), old]
    const names = (me: string, desk: boolean) => untoldRows(cases, me, desk).map(({ untold }) => untold.name)
    expect(names(petugas, true)).toEqual([undefined, 'Karto', 'Ketua RT'])
    expect(names(kasi, false)).toEqual(['Karto', 'Ketua RT'])
    expect(names(kades, false)).toEqual([])
  })
})

it('every template has a name, a purpose, and a meaning for each of its placeholders', () => {
  for (const name of TEMPLATES) {
    expect(wording.names[name] && wording.hints[name]).toBeTruthy()
    for (const placeholder of NAMED_IN[name]) expect(wording.meanings[placeholder]).toBeTruthy()
  }
})
