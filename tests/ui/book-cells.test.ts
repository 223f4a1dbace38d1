import { describe, expect, it } from 'vitest'
import { bookOf } from '../../src/domain/register-book.ts'
import { foldCase } from '../../src/domain/fold.ts'
import { CENTRE } from '../../src/domain/ids.ts'
import { book } from '../../src/text/reports.ts'
import { bookCells } from '../../src/ui/pages/print/book-cells.ts'
import { spanIn, spanOf } from '../../src/ui/pages/reports/spans.ts'
import { aCase, PEOPLE, TODAY } from '../support/domain.ts'

const SPAN = { from: '2026-01-01', to: '2026-12-31' }
const numbered = (other: Parameters<typeof aCase>[0] = {}) => {
  const journal = aCase(other)
  journal.write(PEOPLE.kadusA, 'identityGiven', {
    name: 'Warga Uji',
    address: 'RT 002 RW 001',
    phone: '+6281200000001',
  })
  journal.write(CENTRE, 'numbered', { number: '001/ADU/XI/2026', year: 2026, n: 1 })
  return journal
}
const cellsOf = (journal: ReturnType<typeof numbered>, full = false) => {
  const [row] = bookOf([foldCase(journal.id, journal.entries)], SPAN, full)
  return bookCells(
    row!,
    0,
    (id) => (id === PEOPLE.kasi ? 'Kasi Uji' : '?'),
    () => '',
  )
}

describe('A line of the register book', () => {
  it('has the fifteen columns of the paper book', () => {
    const journal = numbered()
    journal.write(PEOPLE.petugas, 'assigned', { lead: PEOPLE.kasi, helpers: [] })
    journal.write(PEOPLE.kasi, 'followedUp', { how: 'action', text: 'Ditambal warga.' })
    const cells = cellsOf(journal)
    expect(cells).toHaveLength(book.columns.length)
    expect(cells.slice(0, 8)).toEqual([
      '1',
      '001/ADU/XI/2026',
      '10-11-2026',
      'Tatap muka',
      'Warga Uji',
      'RT 002 RW 001',
      '0812-0000-0001',
      'Jalan berlubang',
    ])
    expect(cells.slice(10, 12)).toEqual(['Kasi Uji', 'Ditambal warga.'])
    journal.write(PEOPLE.petugas, 'closed', { outcome: 'explained', on: TODAY })
    expect(cellsOf(journal)[11]).toBe('Ditambal warga. Dijelaskan')
  })

  it('prints dirahasiakan for who hides, the name only in the full copy', () => {
    const journal = numbered({ confidential: true })
    expect(cellsOf(journal).slice(4, 7)).toEqual(['dirahasiakan', 'dirahasiakan', 'dirahasiakan'])
    expect(cellsOf(journal, true)[4]).toBe('Warga Uji')
  })

  it('prints perkara terbatas for a case about an officer, and BATAL for a voided number', () => {
    expect(cellsOf(numbered({ respondents: [PEOPLE.kaur] })).join()).not.toMatch(/Warga Uji|berlubang/)
    expect(cellsOf(numbered({ respondents: [PEOPLE.kaur] }))[4]).toBe('perkara terbatas')
    const journal = numbered()
    journal.write(PEOPLE.petugas, 'voided', { reason: 'tercatat dua kali' })
    expect(cellsOf(journal).at(-1)).toBe('BATAL: tercatat dua kali')
  })

  it('says that a number between others is not here', () => {
    const cells = bookCells({ told: 'missing', year: 2026, n: 7 }, 6, String, String)
    expect(cells).toHaveLength(book.columns.length)
    expect([cells[1], cells.at(-1)]).toEqual(['007/…/2026', book.missing])
  })
})

describe('The span of a report', () => {
  it('is the month, the one before it, the quarter or the year of a day', () => {
    expect(spanOf('month', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(spanOf('lastMonth', '2026-01-10')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(spanOf('quarter', '2026-11-10')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
    expect(spanOf('year', TODAY)).toEqual(SPAN)
  })

  it('comes from the address, and is this year where the address says nothing sound', () => {
    const asked = (text: string) => spanIn(new URLSearchParams(text), TODAY)
    expect(asked('dari=2026-03-01&sampai=2026-03-31')).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(asked('dari=2026-03-31&sampai=2026-03-01')).toEqual(SPAN)
    expect(asked('dari=kemarin&sampai=besok')).toEqual(SPAN)
  })
})
