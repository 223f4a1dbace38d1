import { describe, expect, it } from 'vitest'
import { CENTRE, counterOf } from '../../src/domain/ids.ts'
import { foldMeeting } from '../../src/domain/meeting.ts'
import { describe as describeLine } from '../../src/ui/pages/case/describe.ts'
import { threadItems, type Item } from '../../src/ui/pages/case/thread.ts'
import { PEOPLE, TestJournal, aCase, atNoon, meetingId } from '../support/domain.ts'
import { stateOf } from './support.ts'

const ME = PEOPLE.kadusA
const items = (journal: TestJournal, seen = 0) => threadItems(stateOf(journal), [], ME, seen)
const kinds = (list: Item[]) =>
  list.flatMap((item) => ('line' in item ? [`${item.type} ${item.line.entry.kind}`] : [item.type]))

describe('The thread', () => {
  it('shows the complaint first, the server as facts, answers as letters, and no entry that only ticks', () => {
    const journal = aCase()
    journal.write(CENTRE, 'numbered', { number: '001', year: 2026, n: 1 })
    journal.write(ME, 'opened', { upTo: 1 })
    journal.write(ME, 'note', { text: 'halo' })
    journal.write(PEOPLE.petugas, 'answerDelivered', { text: 'sudah', by: 'visit', on: '2026-11-10' })
    expect(kinds(items(journal)).filter((kind) => kind !== 'day')).toEqual([
      'entry registered',
      'fact numbered',
      'entry note',
      'letter answerDelivered',
    ])
  })

  it('shows what a citizen wrote on the website as a complaint to read, not as something that the server did', () => {
    const journal = aCase({}, CENTRE)
    expect(kinds(items(journal))).toEqual(['day', 'entry registered'])
  })

  it('puts a day between entries of two days, but none before what the server did later', () => {
    const journal = aCase()
    journal.write(CENTRE, 'numbered', { number: '001', year: 2026, n: 1 }, { at: atNoon('2026-12-01') })
    journal.write(ME, 'note', { text: 'halo' }, { at: atNoon('2026-12-02') })
    expect(kinds(items(journal))).toEqual(['day', 'entry registered', 'fact numbered', 'day', 'entry note'])
  })

  it('marks the first entry of others that the reader has not opened', () => {
    const journal = aCase()
    const read = journal.write(PEOPLE.petugas, 'note', { text: 'lama' })
    journal.write(ME, 'note', { text: 'saya' })
    journal.write(PEOPLE.petugas, 'note', { text: 'baru' })
    const list = items(journal, counterOf(read._id))
    const at = list.findIndex((item) => item.type === 'unread')
    expect(list[at + 1]).toMatchObject({ line: { data: { text: 'baru' } } })
    expect(kinds(items(journal))).not.toContain('unread')
  })

  it('shows what was mended on the entry itself, and a mending without its entry as a line', () => {
    const journal = aCase()
    const note = journal.write(ME, 'note', { text: 'salah' })
    journal.write(ME, 'retracted', { entry: note._id, reason: 'keliru' })
    journal.write(ME, 'retracted', { entry: `${journal.id}:00000099:${note._id.split(':')[2]}`, reason: 'x' })
    expect(kinds(items(journal)).filter((kind) => kind.includes('retracted'))).toEqual(['entry retracted'])
  })

  it('shows a meeting where it was called', () => {
    const journal = aCase()
    journal.write(ME, 'note', { text: 'satu' }, { at: atNoon('2026-11-11') })
    journal.write(ME, 'note', { text: 'dua' }, { at: atNoon('2026-11-13') })
    const meeting = new TestJournal(meetingId('1'))
    meeting.write(
      PEOPLE.petugas,
      'meetingCalled',
      {
        cases: [journal.id],
        title: 'Rapat',
        place: 'Balai',
        startsAt: atNoon('2026-11-20'),
        officers: [],
        residents: [],
      },
      { at: atNoon('2026-11-12') },
    )
    const list = threadItems(stateOf(journal), [foldMeeting(meeting.id, meeting.entries)], ME, 0)
    const at = list.findIndex((item) => item.type === 'meeting')
    const texts = list.map((item) => ('line' in item ? item.line.data.text : undefined))
    expect([texts.indexOf('satu') < at, at < texts.indexOf('dua')]).toEqual([true, true])
  })

  it('says something of an entry from a newer app', () => {
    const entry = { ...aCase().entries[0]!, kind: 'teleported' }
    expect(describeLine({ entry, data: {} } as never, () => '').title).toMatch(/lebih baru/)
  })
})
