/** The way of an answer: drafted, approved, delivered to everybody whom it concerns; and what an agency owes. */
import { describe, expect, it } from 'vitest'
import { admit } from '../../src/domain/admit.ts'
import { approversOf, awaitsApprovalOf } from '../../src/domain/approval.ts'
import { decide } from '../../src/domain/decide.ts'
import type { DataOf, Kind } from '../../src/domain/entries.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { summarise } from '../../src/domain/summary.ts'
import { addDays } from '../../src/domain/time.ts'
import { untoldOf } from '../../src/domain/untold.ts'
import type { Settings } from '../../src/domain/settings.ts'
import type { Village } from '../../src/domain/village.ts'
import {
  aCase,
  answerOf,
  atNoon,
  PEOPLE,
  termsWith,
  testVillage,
  TODAY,
  type TestJournal,
  type TestTerm,
} from '../support/domain.ts'

const { petugas, sekdes, kades, kasi, kaur } = PEOPLE
const stateOf = (journal: TestJournal) => foldCase(journal.id, journal.entries)

function villageWith(approval: Settings['approval'], terms?: TestTerm[]): Village {
  const village = testVillage(terms && termsWith(terms))
  return { ...village, settings: { ...village.settings, approval } }
}

function ask<K extends Kind>(
  village: Village,
  journal: TestJournal,
  by: string,
  kind: K,
  data: DataOf<K>,
  day = TODAY,
) {
  const verdict = decide({ kind, data }, by, stateOf(journal), village, day)
  return verdict.ok ? 'ok' : verdict.why
}

function worked(other: Parameters<typeof aCase>[0] = {}): TestJournal {
  const journal = aCase(other)
  journal.write(petugas, 'assigned', { lead: kasi, helpers: [] })
  journal.write(kasi, 'accepted', {})
  return journal
}

describe('whose word an answer needs', () => {
  it('is that of whoever holds the position that day, stand-ins included', () => {
    expect(approversOf([], villageWith('nobody'), TODAY)).toEqual([])
    expect(approversOf([], villageWith('kepalaDesa'), TODAY)).toEqual([kades])
    expect(approversOf([], villageWith('sekretarisDesa'), TODAY)).toEqual([sekdes])
    const away = villageWith('kepalaDesa', [
      { officer: kades, position: 'kepalaDesa', to: '2026-11-01' },
      { officer: kaur, position: 'kepalaDesa', from: '2026-11-02', acting: 'plh' },
    ])
    expect(approversOf([], away, TODAY)).toEqual([kaur])
    expect(approversOf([], away, '2026-11-01')).toEqual([kades])
  })

  it('falls to the next of the desk where that one is complained about, or nobody holds it', () => {
    expect(approversOf([kades], villageWith('kepalaDesa'), TODAY)).toEqual([sekdes])
    expect(approversOf([kades, sekdes], villageWith('kepalaDesa'), TODAY)).toEqual([petugas])
    expect(approversOf([sekdes], villageWith('sekretarisDesa'), TODAY)).toEqual([kades])
    const vacant = villageWith('kepalaDesa', [{ officer: kades, position: 'kepalaDesa', to: '2026-11-01' }])
    expect(approversOf([], vacant, TODAY)).toEqual([sekdes])
    const nobody = approversOf([kades, sekdes, petugas], villageWith('kepalaDesa'), TODAY)
    expect(nobody).toHaveLength(1)
    expect([kades, sekdes, petugas]).not.toContain(nobody[0])
  })

  it('is for one who may act in the case: never a respondent', () => {
    const journal = worked({ respondents: [kades] })
    const draft = journal.write(kasi, 'answerDrafted', { text: 'x' })._id
    const village = villageWith('kepalaDesa')
    expect(ask(village, journal, kades, 'answerApproved', { draft })).toBe('respondent')
    expect(ask(village, journal, sekdes, 'answerApproved', { draft })).toBe('ok')
    expect(ask(village, journal, petugas, 'answerApproved', { draft })).toBe('not-approver')
  })
})

describe('a draft', () => {
  const village = villageWith('kepalaDesa')
  const text = 'Lampu sudah diganti.'
  const drafted = () => {
    const journal = worked()
    return { journal, draft: journal.write(kasi, 'answerDrafted', { text })._id }
  }

  it('is approved before an answer goes out, and goes out as it was approved', () => {
    const { journal, draft } = drafted()
    expect(ask(village, journal, petugas, 'answerDelivered', answerOf(TODAY, text))).toBe('approval-first')
    expect(ask(village, journal, kades, 'answerApproved', { draft })).toBe('ok')
    journal.write(kades, 'answerApproved', { draft })
    expect(ask(village, journal, kades, 'answerApproved', { draft })).toBe('already-approved')
    expect(ask(village, journal, kasi, 'answerDelivered', answerOf(TODAY, text))).toBe('ok')
    expect(ask(village, journal, kasi, 'answerDelivered', answerOf(TODAY, `${text} Nanti.`))).toBe(
      'approval-first',
    )
    const told = journal.write(kasi, 'answerDelivered', answerOf(TODAY, text))._id
    const mend = { entry: told, changes: { text: 'Lain.' }, reason: 'salah' }
    expect(ask(village, journal, kasi, 'corrected', mend)).toBe('approval-first')
    expect(ask(village, journal, kasi, 'corrected', { ...mend, changes: { to: 'Bu RT' } })).toBe('ok')
    expect(ask(village, journal, kasi, 'answerDelivered', { ...answerOf(TODAY, text), of: 'x' })).toBe('ok')
  })

  it('is sent back with a reason, and a new one takes its place', () => {
    const { journal, draft } = drafted()
    journal.write(kades, 'answerReturned', { draft, reason: 'Sebut tanggalnya.' })
    expect(stateOf(journal).draft?.returned).toMatchObject({ by: kades, reason: 'Sebut tanggalnya.' })
    expect(ask(village, journal, kades, 'answerReturned', { draft, reason: 'x' })).toBe('already-returned')
    const next = journal.write(kasi, 'answerDrafted', { text: `${text} 10 November.` })._id
    expect(ask(village, journal, kades, 'answerApproved', { draft })).toBe('draft-replaced')
    expect(ask(village, journal, kades, 'answerApproved', { draft: next })).toBe('ok')
    journal.write(kades, 'answerApproved', { draft })
    expect(stateOf(journal).draft).not.toHaveProperty('approved')
  })

  it('that is corrected after its approval waits for another one', () => {
    const { journal, draft } = drafted()
    journal.write(kades, 'answerApproved', { draft })
    journal.write(kasi, 'corrected', { entry: draft, changes: { text: 'Lain sama sekali.' }, reason: 'x' })
    expect(stateOf(journal).draft).toMatchObject({ text: 'Lain sama sekali.' })
    expect(stateOf(journal).draft).not.toHaveProperty('approved')
    expect(ask(village, journal, kasi, 'answerDelivered', answerOf(TODAY, 'Lain sama sekali.'))).toBe(
      'approval-first',
    )
  })

  it('waits on the list of who decides, until it is decided', () => {
    const { journal, draft } = drafted()
    const waits = (officer: string, of = village) =>
      awaitsApprovalOf(officer, summarise(stateOf(journal), of)!, of, TODAY)
    expect(waits(kades)).toBe(true)
    expect(waits(sekdes)).toBe(false)
    expect(waits(kades, villageWith('nobody'))).toBe(false)
    journal.write(kades, 'answerApproved', { draft })
    expect(waits(kades)).toBe(false)
  })

  it('needs nobody where the village has set so: the answer is given in one step', () => {
    const { journal, draft } = drafted()
    const free = villageWith('nobody')
    expect(ask(free, journal, kasi, 'answerDelivered', answerOf(TODAY, 'Langsung.'))).toBe('ok')
    expect(ask(free, journal, kades, 'answerApproved', { draft })).toBe('approval-not-needed')
  })

  it('is not asked for by the door: what was delivered under another rule is taken in', () => {
    const journal = worked()
    const state = stateOf(journal)
    const late = journal.write(kasi, 'answerDelivered', answerOf(TODAY, 'Dijawab tanpa sinyal.'))
    expect(admit(late, { kind: 'case', state }, village, TODAY)).toEqual({ ok: true })
  })

  it('belongs to the round in which it was written: a reopening asks for a new one', () => {
    const { journal, draft } = drafted()
    journal.write(kades, 'answerApproved', { draft })
    journal.write(kasi, 'answerDelivered', answerOf(TODAY, text))
    journal.write(petugas, 'reopened', { reason: 'mati lagi' })
    expect(stateOf(journal).draft).toBeUndefined()
    expect(ask(village, journal, kasi, 'answerDelivered', answerOf(TODAY, text))).toBe('approval-first')
  })
})

describe('who has not been told', () => {
  const owed = (journal: TestJournal) => untoldOf(stateOf(journal)).map(({ what, name }) => [what, name])
  const joined = (journal: TestJournal, name: string, at = atNoon(TODAY)) => {
    const identity = { name: 'given', address: 'unknown', phone: 'given' } as const
    const { _id } = journal.write(
      petugas,
      'complainantJoined',
      { code: '4F7K2M9XC', identity, channel: 'phone' },
      { at },
    )
    journal.write(petugas, 'identityGiven', { of: _id, name, phone: '+6281200000002' })
    return _id
  }

  it('is everybody whom the answer concerns, one after the other', () => {
    const journal = worked()
    journal.write(petugas, 'identityGiven', { name: 'Bu Darsih', phone: '+6281200000001' })
    const other = joined(journal, 'Pak Karto')
    const party = journal.write(kasi, 'partyNamed', { name: 'Ketua RT 02', role: 'pemilik tiang' })._id
    expect(owed(journal)).toEqual([])
    journal.write(kasi, 'answerDelivered', { ...answerOf(), of: party })
    expect(owed(journal)).toEqual([
      ['answer', 'Bu Darsih'],
      ['answer', 'Pak Karto'],
    ])
    journal.write(kasi, 'answerDelivered', answerOf())
    journal.write(petugas, 'closed', { outcome: 'followedUp' })
    expect(untoldOf(stateOf(journal))).toEqual([
      { what: 'answer', of: other, since: TODAY, name: 'Pak Karto', phone: '+6281200000002' },
    ])
    const last = journal.write(petugas, 'answerDelivered', { ...answerOf(), of: other })._id
    expect(owed(journal)).toEqual([])
    journal.write(petugas, 'retracted', { entry: last, reason: 'salah orang' })
    expect(owed(journal)).toHaveLength(1)
    journal.write(petugas, 'retracted', { entry: other, reason: 'bukan pengadu' })
    expect(owed(journal)).toEqual([])
  })

  it('waits since the answer, or since they came later', () => {
    const journal = worked()
    journal.write(kasi, 'answerDelivered', answerOf(addDays(TODAY, -5)))
    joined(journal, 'Pak Karto', atNoon(TODAY))
    expect(untoldOf(stateOf(journal))[0]!.since).toBe(TODAY)
  })

  it('is the complainant, while an approved answer lies about', () => {
    const journal = worked()
    const draft = journal.write(kasi, 'answerDrafted', { text: 'x' })._id
    expect(owed(journal)).toEqual([])
    journal.write(kades, 'answerApproved', { draft })
    expect(owed(journal)).toEqual([['approved', undefined]])
    journal.write(kasi, 'answerDelivered', answerOf(TODAY, 'x'))
    expect(owed(journal)).toEqual([])
  })

  it('is who sent a message and has no receipt, not who stood at the desk', () => {
    const message = worked({ channel: 'phone' })
    expect(owed(message)).toEqual([])
    message.write(petugas, 'identityGiven', { name: 'Bu Darsih', phone: '+6281200000001' })
    expect(owed(message)).toEqual([['receipt', 'Bu Darsih']])
    message.write(petugas, 'note', { text: 'Kode …', told: { what: 'receipt', by: 'whatsapp' } })
    expect(owed(message)).toEqual([])
    expect(owed(worked())).toEqual([])
  })

  it('hears that the case went elsewhere: merged, or not for the village', () => {
    for (const end of ['merged', 'outOfJurisdiction'] as const) {
      const journal = worked({ channel: 'phone' })
      journal.write(petugas, 'note', { text: 'Kode …', told: { what: 'receipt', by: 'phone' } })
      const of = joined(journal, 'Pak Karto')
      if (end === 'merged') journal.write(petugas, 'merged', { into: 'c0000000000000000' })
      else journal.write(petugas, 'outOfJurisdiction', { where: 'PLN' })
      expect(owed(journal)).toEqual([
        ['outcome', undefined],
        ['outcome', 'Pak Karto'],
      ])
      journal.write(petugas, 'note', { text: 'Digabung.', told: { what: 'progress', by: 'phone' } })
      expect(owed(journal)).toEqual([['outcome', 'Pak Karto']])
      journal.write(petugas, 'note', { text: 'Digabung.', told: { what: 'progress', by: 'phone', of } })
      expect(owed(journal)).toEqual([])
    }
  })

  it('is nobody, where the number was voided', () => {
    const journal = worked({ channel: 'email' })
    journal.write(petugas, 'voided', { reason: 'salah catat' })
    expect(owed(journal)).toEqual([])
  })
})

describe('a complainant who is not content', () => {
  it('is seen by the desk until the case is reopened or closed', () => {
    const journal = worked()
    const unsatisfied = () => summarise(stateOf(journal), testVillage())!.unsatisfied
    journal.write(kasi, 'answerDelivered', answerOf())
    journal.write(kasi, 'reaction', { satisfied: false, text: 'Masih gelap.' })
    expect(unsatisfied()).toBe(true)
    journal.write(petugas, 'reopened', { reason: 'masih gelap' })
    expect(unsatisfied()).toBeUndefined()
    expect(stateOf(journal).reaction).toBeUndefined()
  })
})

describe('an agency that was asked', () => {
  const village = testVillage()
  const referred = (replyBy?: string) => {
    const journal = worked()
    const entry = journal.write(kasi, 'referred', { agency: 'PLN', asked: 'tiang', replyBy })._id
    return { journal, entry }
  }

  it('owes a reply by a day, and is asked again', () => {
    const { journal, entry } = referred(addDays(TODAY, 5))
    expect(stateOf(journal).hold).toEqual({ waitingFor: 'agency', since: TODAY, until: addDays(TODAY, 5) })
    expect(ask(village, journal, kasi, 'agencyReminded', { referral: entry, by: 'phone' })).toBe('ok')
    expect(ask(village, journal, kasi, 'agencyReminded', { referral: 'x', by: 'phone' })).toBe(
      'no-such-entry',
    )
    journal.write(kasi, 'agencyReminded', { referral: entry, by: 'phone', replyBy: addDays(TODAY, 12) })
    const summary = summarise(stateOf(journal), village)!
    expect(summary.waitsUntil).toBe(addDays(TODAY, 12))
    expect(summary.referral).toEqual({ agency: 'PLN', replyBy: addDays(TODAY, 12), remindedOn: TODAY })
    journal.write(kasi, 'referralReplied', { text: 'dijadwalkan' })
    expect(summarise(stateOf(journal), village)!.referral).toBeUndefined()
    expect(ask(village, journal, kasi, 'agencyReminded', { referral: entry, by: 'phone' })).toBe(
      'not-referred',
    )
  })

  it('is not expected to have replied before today', () => {
    const { journal } = referred()
    const data = { agency: 'PLN', asked: 'x', replyBy: addDays(TODAY, -1) }
    expect(ask(village, journal, kasi, 'referred', data)).toBe('due-in-past')
  })

  it('replies for itself: the case waits on for the other one', () => {
    const { journal, entry } = referred(addDays(TODAY, 5))
    journal.write(kasi, 'referred', { agency: 'PDAM', asked: 'pipa', replyBy: addDays(TODAY, 9) })
    journal.write(kasi, 'referralReplied', { referral: entry, text: 'dijadwalkan' })
    expect(stateOf(journal).hold).toMatchObject({ waitingFor: 'agency', until: addDays(TODAY, 9) })
    journal.write(kasi, 'referralReplied', { text: 'selesai' })
    expect(stateOf(journal).hold).toBeUndefined()
  })
})
