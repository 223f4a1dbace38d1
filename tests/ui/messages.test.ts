/** What goes to the complainant: messages, the receipt as a picture, and the way to the place. */
import { describe, expect, it } from 'vitest'
import { mapLink } from '../../src/ui/parts/map-link.ts'
import { invitationMessage, messageOf, noticeOf, taskMessage } from '../../src/ui/messages/message.ts'
import { threadItems } from '../../src/ui/pages/case/thread.ts'
import { paperOf, wrap } from '../../src/ui/receipt/paper.ts'
import { aCase, PEOPLE, TODAY, type TestJournal } from '../support/domain.ts'
import { stateOf } from './support.ts'

const sender = { profile: { name: 'Contohrejo' }, name: 'Kadus Anggrek', day: TODAY }
const known = (journal: TestJournal) => {
  journal.write(PEOPLE.petugas, 'identityGiven', {
    name: 'Siti & Sons 🙂',
    phone: '+6282133454594',
    address: 'Gang Buntu',
  })
  return stateOf(journal)
}

describe('a message to the complainant', () => {
  it('names them, the code, the object and the day', () => {
    const state = known(aCase({ subject: 'Lampu mati' }))
    const message = messageOf('receipt', state, sender)
    expect(message).toContain('Yth. Bapak/Ibu Siti & Sons 🙂,')
    expect(message).toMatch(/Kode tanda terima: [0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)
    expect(message).toContain('"Lampu mati"')
    expect(message).not.toMatch(/[{}]|undefined|Nomor register/)
  })

  it('of progress says how far it is, and takes no word from the notes among officers', () => {
    const journal = aCase({ subject: 'Lampu mati' })
    journal.write(PEOPLE.petugas, 'note', { text: 'Pengadu ini cerewet.' })
    const message = messageOf('progress', known(journal), sender)
    expect(message).toContain('tentang "Lampu mati": sudah kami terima dan sedang diperiksa.')
    expect(message).not.toContain('cerewet')
  })

  it('says where to go with what is not for the village', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'outOfJurisdiction', { where: 'PLN Majenang, bagian gangguan' })
    const message = messageOf('progress', known(journal), sender)
    expect(message).toContain('bukan wewenang desa.')
    expect(message).toContain('Silakan menghubungi: PLN Majenang, bagian gangguan')
  })

  it('of an answer holds its paragraphs', () => {
    expect(
      messageOf('answer', known(aCase()), sender, { isi: 'Sudah.\n\nTerima kasih.' }).split('\n\n'),
    ).toHaveLength(5)
  })

  it.each(['receipt', 'progress', 'missing', 'answer'] as const)(
    '(%s) never tells a hidden identity',
    (template) => {
      const state = known(aCase({ confidential: true, subject: 'Siti dari Gang Buntu: lampu mati' }))
      const message = messageOf(template, state, sender, { isi: 'Sudah.' })
      expect(message).not.toMatch(/Siti|Sons|Buntu|82133454594/)
      expect(message).toContain('Yth. Bapak/Ibu,')
    },
  )

  it('that was marked stands in the thread as what went to the complainant', () => {
    const journal = aCase()
    journal.write(PEOPLE.petugas, 'note', { text: 'Kode …', told: { what: 'receipt', by: 'whatsapp' } })
    const items = threadItems(stateOf(journal), [], PEOPLE.petugas, 0)
    expect(items.at(-1)).toMatchObject({ type: 'letter', mine: true })
  })
})

describe('other messages', () => {
  it('are in the village’s own words where it has some', () => {
    const own = { ...sender, wording: { receipt: 'Kode Bapak/Ibu: {kode}\n{desa}' } }
    expect(messageOf('receipt', known(aCase()), own)).toMatch(
      /^Kode Bapak\/Ibu: [0-9A-Z-]{11}\nPemerintah Desa Contohrejo$/,
    )
    expect(messageOf('progress', known(aCase()), own)).toContain('Kabar aduan')
  })

  it('asking for what is missing say what, and until when', () => {
    const state = known(aCase({ identity: { name: 'given', address: 'unknown', phone: 'unknown' } }))
    const message = messageOf('missing', state, sender, { batas: '12 November 2026' })
    expect(message).toContain('Mohon dilengkapi: alamat dan nomor HP')
    expect(message).toContain('Paling lambat: 12 November 2026')
    expect(messageOf('missing', known(aCase()), sender, { isi: 'Foto jalannya.' })).not.toContain('Mohon')
  })

  it('on the notice board name nobody, hidden or not', () => {
    const state = known(aCase({ subject: 'Siti dari Gang Buntu: lampu mati' }))
    const notice = noticeOf(state, sender, 'Lampu sudah diganti.')
    expect(notice).toMatch(/Lampu sudah diganti\./)
    expect(notice).toContain(state.category)
    expect(notice).not.toMatch(/Siti|Sons|82133454594/)
  })

  it('to an officer hold the number, the deadline and a link, and no word of the complaint', () => {
    const { facts } = known(aCase({ subject: 'Siti mengadu' }))
    const task = { number: '014/ADU/XI/2026', code: facts!.code, category: facts!.category, dusun: 'Anggrek' }
    const to = { officer: 'Kadus Anggrek', link: 'https://contoh.id/aduan/c1' }
    for (const name of ['task', 'reminder'] as const) {
      const message = taskMessage(name, { ...task, due: { on: '2026-11-20' } }, to, sender)
      for (const part of ['Bapak/Ibu Kadus Anggrek', '014/ADU/XI/2026', '20 November 2026', to.link])
        expect(message).toContain(part)
      expect(message).not.toContain('Siti')
      expect(taskMessage(name, { ...task, number: undefined }, to, sender)).toContain('Kode ')
    }
  })

  it('of an invitation say when and where; residents get no link', () => {
    const called = { title: 'Jalan rusak', startsAt: '2026-11-12T02:00:00.000Z', place: 'Balai desa' }
    const message = invitationMessage(called, { name: 'Pak RT' }, sender)
    expect(message).toContain('Hari, tanggal: Kamis, 12 November 2026\nJam: 09.00 WIB\nTempat: Balai desa')
    expect(message).not.toMatch(/tautan|aplikasi|Yang dibahas|undefined/)
    expect(invitationMessage(called, { name: 'Bu', link: 'https://x.id/rapat/m1' }, sender)).toContain(
      '/rapat/m1',
    )
  })
})

describe('the receipt as a picture', () => {
  const words = (journal: TestJournal) => {
    const { head, body } = paperOf(known(journal), sender, 'Kadus Anggrek', 'https://aduan.example')
    return [...head, ...body].map(({ text }) => text).join('\n')
  }

  it('says village, code, day, object and who received it; an address only where there is one', () => {
    const said = words(aCase({ subject: 'Lampu mati' }))
    for (const part of ['Pemerintah Desa Contohrejo', 'Lampu mati', 'Penerima: Kadus Anggrek'])
      expect(said).toContain(part)
    expect(said).not.toMatch(/undefined|http/)
    expect(said).toContain('aduan.example/lacak')
    expect(paperOf(known(aCase()), sender, '', 'https://aduan.example').link).toBe(
      'https://aduan.example/lacak?kode=4F7-K2M-9XC',
    )
    const site = { ...sender, profile: { ...sender.profile, site: 'https://contoh.id' } }
    expect(paperOf(known(aCase()), site, '', 'https://aduan.example').body.at(-1)!.text).toBe(
      'https://contoh.id',
    )
  })

  it('never says who complained', () => {
    expect(words(aCase({ confidential: true, subject: 'Siti mengadu' }))).not.toMatch(/Siti|Sons/)
    expect(words(aCase({ subject: 'Lampu mati' }))).not.toMatch(/Siti|Sons/)
    expect(words(aCase({ subject: 'Siti dari Gang Buntu: lampu mati' }))).not.toMatch(/Siti|Buntu/)
  })

  it('breaks lines by words, and words that have no room', () => {
    const measure = (text: string) => text.length
    expect(wrap('satu dua tiga', 8, measure)).toEqual(['satu dua', 'tiga'])
    expect(wrap(`a ${'x'.repeat(20)} b`, 8, measure)).toEqual(['a', 'xxxxxxxx', 'xxxxxxxx', 'xxxx b'])
    expect(wrap('  ', 8, measure)).toEqual([])
  })
})

it('the way to a place is for the phone’s own app', () => {
  const place = { lat: -7.35, lon: 108.9 }
  expect(mapLink(place, 'Tempat (A)', 'Android 14')).toBe('geo:-7.35,108.9?q=-7.35,108.9(Tempat%20(A))')
  expect(mapLink(place, 'Tempat', 'iPhone')).toContain('https://maps.apple.com/?daddr=-7.35,108.9')
  expect(mapLink(place, 'Tempat', 'X11; Linux')).toContain('mlat=-7.35&mlon=108.9')
})
