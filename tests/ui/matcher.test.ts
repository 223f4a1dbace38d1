import { describe, expect, it } from 'vitest'
import { openMatcher, type Comparable } from '../../src/state/matcher.ts'

const ROADS = 'Jalan/jembatan/drainase'
const known: Comparable[] = [
  { id: 'lamp', category: 'Listrik/penerangan jalan', dusun: 'A', subject: 'Lampu penerangan padam' },
  {
    id: 'hole',
    category: ROADS,
    dusun: 'A',
    subject: 'Jalan berlubang',
    more: 'jalan berlubang sepeda motor jatuh',
  },
  { id: 'hole-b', category: ROADS, dusun: 'B', subject: 'Jalan berlubang besar' },
  { id: 'unnamed', category: ROADS, dusun: 'A' },
]
const at = (text: string, same = true, dusun = 'A') =>
  openMatcher(known).then((matcher) => matcher.like({ category: ROADS, dusun, text }, same))

describe('a complaint like one that is there', () => {
  it('is of the same place and category, and shares a word of the subject', async () => {
    expect(await at('Lubang di jalan, jalannya berlubang')).toEqual(['hole'])
    expect(await at('berlubang', true, 'B')).toEqual(['hole-b'])
    expect(await at('Lampu penerangan padam')).toEqual([])
  })

  it('is known half written, misspelt and in any case', async () => {
    for (const text of ['BERLUBANG', 'berluban', 'berlobang']) expect(await at(text)).toEqual(['hole'])
  })

  it('is none by words that stand in every complaint, nor by one word of a long text', async () => {
    for (const text of ['jalan di desa', 'motor', '']) expect(await at(text)).toEqual([])
    expect(await at('sepeda motor')).toEqual(['hole'])
  })

  it('may lie elsewhere where one asks wider, after those nearby', async () => {
    expect(await at('berlubang', false)).toEqual(['hole', 'hole-b'])
  })
})
