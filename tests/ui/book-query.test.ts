import { describe, expect, it } from 'vitest'
import { EMPTY_QUERY, activeFilters, readQuery, writeQuery } from '../../src/ui/office/book-query.ts'

describe('the register in the address', () => {
  it('is empty for the plain register', () => {
    expect(writeQuery(EMPTY_QUERY)).toBe('')
    expect(readQuery('')).toEqual(EMPTY_QUERY)
  })

  it('comes back as it was written', () => {
    const query = {
      ...EMPTY_QUERY,
      text: 'jalan & jembatan',
      status: 'open',
      officer: 'none',
      late: true,
      year: '2026',
      month: '03',
      figure: 'selesai:2026-10',
      forHead: true,
      sort: 'due',
    } as const
    expect(readQuery(writeQuery(query))).toEqual(query)
  })

  it('ignores what it does not know, and other parameters', () => {
    const query = readQuery('?status=terbang&angka=selesai:2026-13&tahun=20x6&bulan=13&urut=acak&dari=buku')
    expect(query).toEqual(EMPTY_QUERY)
  })

  it('counts what narrows the list, not the search or the order', () => {
    expect(activeFilters({ ...EMPTY_QUERY, text: 'jalan', sort: 'due' })).toBe(0)
    expect(activeFilters({ ...EMPTY_QUERY, year: '2026', month: '03', late: true })).toBe(3)
  })
})
