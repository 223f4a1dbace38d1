/** What a message from WhatsApp or a mail fills in: who, when, the words; and that nothing of it is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChat, parseMail } from '../../src/domain/chat.ts'
import { chunks, LONG, propose } from '../../src/domain/proposal.ts'

/** 24 November 2026, 09.00 WIB. */
const NOW = '2026-11-24T02:00:00.000Z'
const read = (text: string) => parseChat(text, NOW)
const bare = (text: string) => text.replace(/\s+/g, '')

describe('the head of a message', () => {
  it.each([
    ['copied on a phone', '[12/11 09.30] Bu Tarsih: Lampu mati', '2026-11-12T02:30:00.000Z', 'Bu Tarsih'],
    ['with a year', '[12/11/26, 09:30:15] Bu Tarsih: Lampu mati', '2026-11-12T02:30:00.000Z', 'Bu Tarsih'],
    ['exported', '12/11/26 09.30 - Bu Tarsih: Lampu mati', '2026-11-12T02:30:00.000Z', 'Bu Tarsih'],
    [
      'exported lately',
      '12/11/26 pukul 09.30 - Bu Tarsih: Lampu mati',
      '2026-11-12T02:30:00.000Z',
      'Bu Tarsih',
    ],
    [
      'copied at a computer',
      '[09.30, 12/11/2026] Bu Tarsih: Lampu mati',
      '2026-11-12T02:30:00.000Z',
      'Bu Tarsih',
    ],
    ['in English', '[12/11/26, 9:30\u202fPM] Bu Tarsih: Lampu mati', '2026-11-12T14:30:00.000Z', 'Bu Tarsih'],
    ['month first', '11/23/26, 9:30 AM - Bu Tarsih: Lampu mati', '2026-11-23T02:30:00.000Z', 'Bu Tarsih'],
    [
      'with marks of direction',
      '\u200e[12/11 09.30] ~\u202fBu Tarsih: Lampu mati',
      '2026-11-12T02:30:00.000Z',
      'Bu Tarsih',
    ],
    ['of last year', '[30/12 23.59] Bu Tarsih: Lampu mati', '2025-12-30T16:59:00.000Z', 'Bu Tarsih'],
    [
      'from an unknown number',
      '[12/11 09.30] +62 821-3345-4594: Lampu mati',
      '2026-11-12T02:30:00.000Z',
      '+62 821-3345-4594',
    ],
  ])('%s', (_how, text, at, from) => {
    expect(read(text)).toMatchObject([{ at, from, text: 'Lampu mati' }])
  })

  it.each([
    ['[31/02 09.30] A: b'],
    ['[12/11 25.30] A: b'],
    ['[1/1/2090 09.30] A: b'],
    ['99/99/99 09.30 - A: b'],
  ])('%s has no time that could be taken over', (text) => {
    const [message] = read(text)
    expect(message).not.toHaveProperty('at')
    expect(propose({ text }, NOW).words).toBe(text)
  })

  it('stands only at the beginning of a line', () => {
    expect(read('Katanya [12/11 09.30] Bu Tarsih: Lampu mati')).toEqual([
      { head: '', text: 'Katanya [12/11 09.30] Bu Tarsih: Lampu mati' },
    ])
  })
})

describe('a message', () => {
  it('of one person gives time, name and the words without their heads', () => {
    const text = '[12/11 09.30] Bu Tarsih: Lampu mati\ndi pertigaan\n[12/11 09.31] Bu Tarsih: Tolong ya'
    expect(propose({ text }, NOW)).toEqual({
      channel: 'phone',
      at: '2026-11-12T02:30:00.000Z',
      name: 'Bu Tarsih',
      words: 'Lampu mati\ndi pertigaan\nTolong ya',
      rest: '',
    })
  })

  it('of several keeps who said what', () => {
    const text = '[12/11 09.30] Bu Tarsih: Lampu mati\n[12/11 09.31] Pemdes: Di mana?'
    expect(propose({ text }, NOW).words).toBe('Bu Tarsih: Lampu mati\nPemdes: Di mana?')
  })

  it('from a number gives the number, as it is kept', () => {
    const given = propose({ text: '[12/11 09.30] 0821-3345-4594: Lampu mati' }, NOW)
    expect(given).toMatchObject({ phone: '+6282133454594', words: 'Lampu mati' })
    expect(given).not.toHaveProperty('name')
  })

  it('without a head is words alone', () => {
    expect(propose({ text: 'Lampu mati' }, NOW)).toEqual({ channel: 'phone', words: 'Lampu mati', rest: '' })
  })

  it('with a title is a mail: the title is its subject', () => {
    expect(propose({ title: 'Lampu mati', text: 'Sudah seminggu.' }, NOW)).toMatchObject({
      channel: 'email',
      subject: 'Lampu mati',
      words: 'Sudah seminggu.',
    })
  })

  it('that was forwarded as a mail tells its sender and subject', () => {
    const text = 'Diteruskan\n> Dari: Bu Tarsih <tarsih@contoh.id>\n> Subjek: Lampu mati\n\nSudah seminggu.'
    expect(parseMail(text)).toEqual({ from: 'Bu Tarsih', subject: 'Lampu mati' })
    expect(propose({ text }, NOW)).toMatchObject({ channel: 'email', name: 'Bu Tarsih', words: text })
  })

  it('of files alone takes the day that WhatsApp gave their names', () => {
    expect(propose({ files: ['IMG-20261112-WA0001.jpg'] }, NOW)).toEqual({
      channel: 'phone',
      at: '2026-11-12T05:00:00.000Z',
      words: '',
      rest: '',
    })
    expect(propose({ files: ['IMG-20991112-WA0001.jpg', 'scan.jpg'] }, NOW)).not.toHaveProperty('at')
  })

  it('of 50,000 characters fills the description and keeps the rest', () => {
    const text = 'Jalan rusak sejak lama. '.repeat(2_100).slice(0, 50_000)
    const { words, rest } = propose({ text }, NOW)
    expect(words.length).toBeLessThanOrEqual(LONG)
    expect(words.length).toBeGreaterThan(LONG - 30)
    expect(words + rest).toBe(text)
  })
})

const line = fc.oneof(
  fc.string({ maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(
    '[12/11 09.30] Bu Tarsih: Lampu mati',
    '12/11/26 09.30 - Pak Darto: Betul',
    '12/11/26 09.30 - Pesan dienkripsi',
    '[99/99 99.99] : ',
    '\u200e[12/11 09.30] ~\u202f👩‍🦰 Ibu: <Media tidak disertakan>',
    'Dari: x',
    '',
  ),
)
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

describe('whatever is pasted or shared', () => {
  it('is read without a fault, and heads and words together are the text', () => {
    fc.assert(
      fc.property(text, (pasted) => {
        expect(
          read(pasted)
            .map(({ head, text: words }) => head + words)
            .join(''),
        ).toBe(pasted)
      }),
    )
  })

  it('loses no words: neither of the text nor of title or address', () => {
    fc.assert(
      fc.property(text, fc.string({ maxLength: 300 }), fc.webUrl(), (pasted, title, url) => {
        const made = propose({ title, text: pasted, url }, NOW)
        const all = bare(`${made.subject ?? ''} ${made.words}${made.rest}`)
        for (const { text: words, at } of read(pasted)) if (at) expect(all).toContain(bare(words))
        expect(all).toContain(bare(title))
        expect(all).toContain(bare(url))
      }),
    )
  })

  it('is cut where a character ends, and nothing goes', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: 'binary' }),
        fc.integer({ min: 2, max: 40 }),
        (whole, most) => {
          const pieces = chunks(whole, most)
          expect(pieces.join('')).toBe(whole)
          for (const piece of pieces) {
            expect(piece.length).toBeLessThanOrEqual(most)
            expect(piece).not.toMatch(/[\ud800-\udbff]$/)
          }
        },
      ),
    )
  })
})
