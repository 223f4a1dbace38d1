import { describe, expect, it } from 'vitest'
import { faultIn } from '../../src/domain/entries.ts'
import { phoneFault, lacks } from '../../src/ui/pages/capture/lacks.ts'
import {
  OTHER_PLACE,
  blank,
  nextHouse,
  samePerson,
  type CaptureDraft,
} from '../../src/ui/pages/capture/model.ts'
import { recentFirst } from '../../src/ui/pages/capture/recent.ts'
import { identityOf, missingIn, registrationOf } from '../../src/ui/pages/capture/written.ts'
import { addDays } from '../../src/domain/time.ts'
import { PEOPLE, TODAY } from '../support/domain.ts'

const filled = (more: Partial<CaptureDraft> = {}): CaptureDraft => ({
  ...blank(),
  name: ' Bu Tarsih ',
  address: 'RT 1',
  phone: '0812-3456-7890',
  category: 'Lainnya',
  subject: 'Sampah',
  description: 'Menumpuk',
  accused: 'none',
  ...more,
})
const written = (draft: CaptureDraft) => ({ code: 'ABCDEFGH1', ...registrationOf(draft) })

describe('What is offered', () => {
  it('begins with what was used last, and leaves nothing out', () => {
    expect(recentFirst(['Anggrek', 'Dahlia', 'Melati'], ['Melati', 'Dahlia', 'Melati', 'Gone'])).toEqual([
      'Melati',
      'Dahlia',
      'Anggrek',
    ])
  })
})

describe('A captured complaint', () => {
  it('fits the schema as soon as nothing is lacking', () => {
    expect(lacks(filled(), TODAY)).toEqual([])
    expect(faultIn('registered', written(filled()))).toBeUndefined()
    expect(faultIn('identityGiven', identityOf(filled()))).toBeUndefined()
  })

  it('tells what is lacking in the order of the form', () => {
    expect(lacks(blank(), TODAY)).toEqual(['category', 'accused', 'subject', 'description'])
    expect(lacks(filled({ rw: 'x1' }), TODAY)).toEqual(['rw'])
    expect(lacks(filled({ accused: 'officer' }), TODAY)).toEqual(['accused'])
  })

  it('refuses days that have not come yet, of a box only where it came by the box', () => {
    const tomorrow = addDays(TODAY, 1)
    expect(lacks(filled({ receivedOn: tomorrow }), TODAY)).toEqual(['receivedOn'])
    expect(lacks(filled({ channel: 'box', boxOpenedOn: tomorrow }), TODAY)).toEqual(['boxOpenedOn'])
    expect(lacks(filled({ boxOpenedOn: tomorrow, receivedOn: TODAY }), TODAY)).toEqual([])
  })

  it('keeps the identity out of the visible entry, and says only what is known', () => {
    const data = written(filled({ confidential: true }))
    expect(JSON.stringify(data)).not.toMatch(/Tarsih|RT 1|6281/)
    expect(data.identity).toEqual({ name: 'given', address: 'given', phone: 'given' })
  })

  it('can be saved without a phone number that cannot be read', () => {
    const draft = filled({ phone: '08x' })
    expect(lacks(draft, TODAY)).toEqual([])
    expect(identityOf(draft).phone).toBeUndefined()
    expect(missingIn(draft)).toEqual(['phone'])
  })

  it('counts as unknown what was marked so, whatever was typed before', () => {
    const draft = filled({ unknown: { name: true, address: false, phone: false } })
    expect(identityOf(draft).name).toBeUndefined()
    expect(missingIn(draft)).toEqual(['name'])
  })

  it('tells why a phone number cannot be read', () => {
    expect(phoneFault(filled({ phone: '0812' }))).toBe('short')
    expect(phoneFault(filled({ phone: 'nol delapan' }))).toBe('letters')
    expect(phoneFault(filled({ phone: '0812-3456-7890-1234-5' }))).toBe('wrong')
    expect(phoneFault(filled({ phone: '0812 3456 7890' }))).toBeUndefined()
    expect(phoneFault(filled({ phone: '' }))).toBeUndefined()
  })

  it('names the respondents only when an officer is complained about', () => {
    const draft = filled({ accused: 'none', respondents: [PEOPLE.kasi] })
    expect(registrationOf(draft).respondents).toEqual([])
    expect(registrationOf({ ...draft, accused: 'officer' }).respondents).toEqual([PEOPLE.kasi])
  })

  it('says who reported it for want of a phone, once that is chosen', () => {
    const draft = filled({ reported: { officer: '', how: 'paper' } })
    expect(lacks(draft, TODAY)).toEqual(['reporter'])
    const chosen = filled({ reported: { officer: PEOPLE.kasi, how: 'paper' } })
    expect(lacks(chosen, TODAY)).toEqual([])
    expect(written(chosen).reportedBy).toEqual({ officer: PEOPLE.kasi, how: 'paper' })
    expect(faultIn('registered', written(chosen))).toBeUndefined()
  })

  it('says where the complainant lives, for whom they speak, when it happened and what they hope for', () => {
    const draft = filled({
      outsider: true,
      onBehalf: true,
      behalfOf: ' Mbah Umpama ',
      eventTime: 'tadi malam',
      hope: 'Diangkut',
      answerBy: 'visit',
    })
    const data = written(draft)
    expect(faultIn('registered', data)).toBeUndefined()
    expect(data).toMatchObject({ outsider: true, onBehalf: true, eventTime: 'tadi malam', hope: 'Diangkut' })
    expect(data.answerBy).toBe('visit')
    expect(identityOf(draft).behalfOf).toBe('Mbah Umpama')
    expect(JSON.stringify(data)).not.toContain('Umpama')
  })

  it('writes no dusun for another place', () => {
    expect(registrationOf(filled({ dusun: OTHER_PLACE })).place.dusun).toBeUndefined()
  })

  it('keeps the place for the next house, and the person for another complaint', () => {
    const draft = filled({ dusun: 'Melati', rw: '001', rt: '002' })
    expect(nextHouse(draft)).toMatchObject({ dusun: 'Melati', rw: '001', rt: '002', name: '', subject: '' })
    expect(samePerson(draft)).toMatchObject({ name: ' Bu Tarsih ', rt: '002', subject: '', step: 1 })
  })
})
