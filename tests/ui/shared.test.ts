/** A message of another app in a half-written complaint: filled in where nothing stands, taken back, kept as it was. */
import { describe, expect, it } from 'vitest'
import { faultIn } from '../../src/domain/entries.ts'
import { propose } from '../../src/domain/proposal.ts'
import { blank, type CaptureDraft } from '../../src/ui/pages/capture/model.ts'
import { notesOf, registrationOf } from '../../src/ui/pages/capture/written.ts'
import { use, used, useTime, withProposal } from '../../src/ui/pages/capture/shared.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const DAY = '2026-11-24'
const from = (text: string, draft: CaptureDraft = blank()) => withProposal(draft, propose({ text }, NOW), DAY)
const ready = (draft: CaptureDraft): CaptureDraft => ({
  ...draft,
  category: 'Lainnya',
  subject: 'Lampu',
  accused: 'none',
})
const written = (draft: CaptureDraft) => ({ code: 'ABCDEFGH1', ...registrationOf(ready(draft)) })

describe('a message in the form', () => {
  it('fills in who, when and what was said', () => {
    expect(from('[12/11 09.30] Bu Contoh: Lampu mati')).toMatchObject({
      channel: 'phone',
      name: 'Bu Contoh',
      receivedOn: '2026-11-12',
      sentAt: '2026-11-12T02:30:00.000Z',
      description: 'Lampu mati',
    })
  })

  it('leaves what was typed before, and puts its words below', () => {
    const typed = { ...blank(), name: 'Pak Lain', description: 'Sudah dicek.' }
    const draft = from('[12/11 09.30] Bu Contoh: Lampu mati', typed)
    expect(draft).toMatchObject({ name: 'Pak Lain', description: 'Sudah dicek.\nLampu mati' })
    expect(used.name(draft)).toBe(false)
    expect(from('[12/11 09.30] Bu Contoh: Lampu mati', draft).description).toBe('Sudah dicek.\nLampu mati')
  })

  it('of today needs no date of receipt', () => {
    expect(from('[24/11 08.30] Bu Contoh: Lampu mati').receivedOn).toBe('')
  })

  it('is taken back part by part, whatever its words hold', () => {
    const draft = from('[12/11 09.30] +6282133454594: Bayar $& dan $1')
    for (const part of ['name', 'phone', 'subject', 'words'] as const) use[part](draft, false)
    useTime(draft, false, DAY)
    expect(draft).toMatchObject({ name: '', phone: '', description: '', receivedOn: '', sentAt: undefined })
    use.words(draft, true)
    use.phone(draft, true)
    expect(draft).toMatchObject({ description: 'Bayar $& dan $1', phone: '0821-3345-4594' })
  })
})

describe('what is written of it', () => {
  it('says when it was sent, and its own words where the description says something else', () => {
    const draft = from('[12/11 09.30] Bu Contoh: Lampu mati')
    expect(written(draft).original).toEqual({ at: '2026-11-12T02:30:00.000Z' })
    const edited = { ...draft, description: 'Lampu jalan di pertigaan mati' }
    expect(written(edited).original).toEqual({ at: '2026-11-12T02:30:00.000Z', text: 'Lampu mati' })
    expect(faultIn('registered', written(edited))).toBeUndefined()
  })

  it('never names the sender in the open, nor keeps what was taken out for a hidden identity', () => {
    const draft = { ...from('[12/11 09.30] Bu Contoh: Saya Tarsih, lampu mati'), confidential: true }
    const data = JSON.stringify(written({ ...draft, description: 'Lampu mati' }))
    expect(data).not.toMatch(/Contoh|Tarsih/)
  })

  it('of 50,000 characters is a description and notes that all fit', () => {
    const text = 'Jalan rusak sejak lama. '.repeat(2_100).slice(0, 50_000)
    const draft = from(text)
    const notes = notesOf(draft)
    expect(faultIn('registered', written(draft))).toBeUndefined()
    for (const note of notes) expect(faultIn('note', { text: note })).toBeUndefined()
    const bare = (words: string) => words.replace(/\s+/g, '')
    expect(bare([draft.description, ...notes].join('')) === bare(text)).toBe(true)
    expect(written(draft)).not.toHaveProperty('original')
  })
})
