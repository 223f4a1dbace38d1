import { describe, expect, it } from 'vitest'
import { faultsOf, readDusunName, readNumbers, readRows } from '../../src/ui/pages/settings/area.ts'

describe('RW and RT as they are typed in Pengaturan', () => {
  it('reads lists, spans and words in front, and keeps three digits', () => {
    expect(readNumbers('001, 002,3')).toEqual(['001', '002', '003'])
    expect(readNumbers('1-4; 7')).toEqual(['001', '002', '003', '004', '007'])
    expect(readNumbers('RT 1, RT 2')).toEqual(['001', '002'])
    expect(readNumbers('2, 2, 1')).toEqual(['001', '002'])
    expect(readNumbers('')).toEqual([])
  })

  it('takes the word "Dusun" off a name, for it is put before it again everywhere', () => {
    expect(['Dusun Krajan', ' dusun  Krajan ', 'Dsn. Krajan', 'Krajan'].map(readDusunName)).toEqual(
      Array(4).fill('Krajan'),
    )
    expect(readDusunName('Dusun')).toBe('Dusun')
    expect(readDusunName('Dusunan')).toBe('Dusunan')
  })

  it('does not guess what it cannot read', () => {
    for (const typed of ['satu', '5-1', '1000', '1,x']) expect(readNumbers(typed)).toBeUndefined()
  })

  it('names the fault of each row, and takes no row for one that is empty', () => {
    const rows = [
      { rw: '1', rt: '1-3' },
      { rw: '01', rt: '4' },
      { rw: '', rt: '1' },
      { rw: '2', rt: 'dua' },
      { rw: '', rt: '' },
    ]
    expect(faultsOf(rows)).toEqual([undefined, 'rwTaken', 'rwMissing', 'rtWrong', undefined])
    expect(readRows([rows[0]!, rows[4]!])).toEqual([{ rw: '001', rt: ['001', '002', '003'] }])
  })
})
