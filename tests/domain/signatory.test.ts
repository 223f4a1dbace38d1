import { describe, expect, it } from 'vitest'
import { holderOf, signatoryOf } from '../../src/domain/signatory.ts'
import type { Term, Village } from '../../src/domain/village.ts'
import { EMPTY_VILLAGE } from '../../src/domain/village.ts'

const [KADES, SEKDES, PETUGAS] = ['o0000000001', 'o0000000002', 'o0000000003'] as const
const term = (officer: string, position: Term['position'], more: Partial<Term> = {}): Term => ({
  term: `${officer} ${position} ${more.from ?? ''}`,
  officer,
  position,
  from: '2026-01-01',
  ...more,
})
const village = (...terms: Term[]): Village => ({ ...EMPTY_VILLAGE, terms })
const staffed = [term(KADES, 'kepalaDesa'), term(SEKDES, 'sekretarisDesa'), term(PETUGAS, 'petugasPengelola')]

describe('Who signs', () => {
  it('is the Kepala Desa of that day', () => {
    const changed = village(
      term(KADES, 'kepalaDesa', { to: '2026-06-30' }),
      term(SEKDES, 'kepalaDesa', { from: '2026-07-01' }),
    )
    expect(signatoryOf(changed, '2026-06-30').term?.officer).toBe(KADES)
    expect(signatoryOf(changed, '2026-07-01').term?.officer).toBe(SEKDES)
  })

  it('is the stand-in while one is named, and not a day longer', () => {
    const away = village(
      term(SEKDES, 'kepalaDesa', { acting: 'plh', from: '2026-03-02', to: '2026-03-06' }),
      ...staffed,
    )
    expect(signatoryOf(away, '2026-03-01').term?.officer).toBe(KADES)
    expect(signatoryOf(away, '2026-03-04').term).toMatchObject({ officer: SEKDES, acting: 'plh' })
    expect(signatoryOf(away, '2026-03-07').term?.officer).toBe(KADES)
  })

  it('is never one who is complained about, nor their stand-in who is too', () => {
    expect(signatoryOf(village(...staffed), '2026-03-04', [KADES])).toMatchObject({
      position: 'sekretarisDesa',
      term: { officer: SEKDES },
    })
    expect(signatoryOf(village(...staffed), '2026-03-04', [KADES, SEKDES]).term?.officer).toBe(PETUGAS)
  })

  it('is left open where nobody holds the position', () => {
    expect(signatoryOf(village(), '2026-03-04')).toEqual({ position: 'kepalaDesa', term: undefined })
    expect(holderOf(village(...staffed), 'kasiPelayanan', '2026-03-04')).toBeUndefined()
  })
})
