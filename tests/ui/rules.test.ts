/** Lists of names and of days off, as they are edited in *Pengaturan*. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidayFault, isClosed, nameOf } from '../../src/ui/pages/settings/rules/holiday-list.ts'
import { moved, nameFault, rerouted, withName } from '../../src/ui/pages/settings/rules/names.ts'
import { linesFault, linesIn } from '../../src/ui/pages/settings/head-lines.ts'
import { nextSettings } from '../../src/ui/pages/settings/next-settings.ts'
import { groups, PARTS } from '../../src/ui/pages/settings/sections.ts'
import { PEOPLE, TODAY, termsWith, testVillage } from '../support/domain.ts'

const NAMES = ['Jalan', 'Air bersih', 'Lainnya']

describe('names of a list', () => {
  it('are refused where nothing was typed, or another is called so', () => {
    expect(nameFault(NAMES, 3, '  ')).toBe('missing')
    expect(nameFault(NAMES, 3, ' air BERSIH ')).toBe('taken')
    expect(nameFault(NAMES, 1, 'air bersih')).toBeUndefined()
    expect(withName(NAMES, 3, ' Listrik ')).toEqual([...NAMES, 'Listrik'])
  })

  it('keep all of them, whichever way one is moved', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom(-1 as const, 1 as const), (index, by) => {
        expect([...moved(NAMES, index, by)].sort()).toEqual([...NAMES].sort())
      }),
    )
    expect(moved(NAMES, 1, -1)).toEqual(['Air bersih', 'Jalan', 'Lainnya'])
    expect(moved(NAMES, 0, -1)).toEqual(NAMES)
  })

  it('take who is proposed for them along to their new name', () => {
    const routing = { Jalan: ['kasiPelayanan'], Lainnya: ['stafKasi'] }
    expect(rerouted(routing, 'Jalan', 'Jalan desa', ['kasiPelayanan'])).toEqual({
      'Jalan desa': ['kasiPelayanan'],
      Lainnya: ['stafKasi'],
    })
    expect(rerouted(routing, 'Jalan', 'Jalan', [])).toEqual({ Lainnya: ['stafKasi'] })
  })
})

describe('days off', () => {
  const list = [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }]
  const fault = (date: string, name = 'Libur') => holidayFault({ date, name }, 2026, '2026-11-10', list)

  it('need a date of that year, once, and a name', () => {
    expect(fault('')).toBe('dateMissing')
    expect(fault('2027-01-01')).toBe('dateWrongYear')
    expect(fault('2026-08-17')).toBe('dateTaken')
    expect(fault('2026-12-24', ' ')).toBe('nameMissing')
    expect(fault('2026-11-01')).toBeUndefined()
  })

  it('do not change in a month whose report is done, unless the year had none at all', () => {
    expect(fault('2026-10-31')).toBe('closed')
    expect(isClosed('2026-01-01', '2026-11-10', [])).toBe(false)
  })

  it('say of joint leave that it is', () => {
    expect(nameOf(' Natal ', true)).toBe('Cuti bersama Natal')
    expect(nameOf('Cuti bersama Natal', true)).toBe('Cuti bersama Natal')
  })
})

it('shows every part of Pengaturan in the overview once', () => {
  const shown = groups.flatMap(({ sections }) => sections.map(({ name }) => name))
  expect(new Set(shown).size).toBe(shown.length)
  expect(shown).toEqual(expect.arrayContaining(Object.keys(PARTS)))
})

describe('what a village should set next', () => {
  it('is what is still empty, the backup and a second person first; nothing once all is there', () => {
    const bare = testVillage(
      termsWith([
        { officer: PEOPLE.sekdes, position: 'sekretarisDesa', to: '2026-01-01' },
        { officer: PEOPLE.kades, position: 'kepalaDesa', to: '2026-01-01' },
      ]),
    )
    expect(nextSettings(bare, TODAY, null).map(({ name }) => name)).toEqual([
      'backup',
      'second',
      'holidays',
      'routing',
      'profile',
      'letterhead',
      'site',
    ])
    const village = testVillage()
    const { settings, holidays } = village
    const full = {
      ...village,
      holidays: { ...holidays, 2027: { '2027-01-01': 'Tahun Baru' } },
      settings: {
        ...settings,
        profile: {
          name: 'Contohrejo',
          address: 'Jalan 1',
          phone: '+6281200000001',
          site: 'https://contohrejo.example',
        },
        routing: { Lainnya: ['stafKasi' as const] },
        letterhead: { crest: 'data:image/png;base64,AAAA' },
      },
    }
    expect(nextSettings(full, TODAY, `${TODAY}T01:00:00.000Z`)).toEqual([])
  })

  it('leads to pages that there are', () => {
    const parts = ['desa', 'petugas', ...Object.keys(PARTS)]
    for (const { href } of nextSettings(testVillage(), TODAY, undefined))
      expect(href === '/hp' || parts.includes(href.replace('/pengaturan/', ''))).toBe(true)
  })
})

describe('the lines of a letterhead', () => {
  it('are as typed without empty ones; too many, too long or none are said', () => {
    expect(linesIn(' PEMERINTAH \n\n DESA ')).toEqual(['PEMERINTAH', 'DESA'])
    expect(linesFault(['PEMERINTAH'])).toBe('')
    expect(linesFault([])).not.toBe('')
    expect(linesFault(Array(6).fill('x'))).not.toBe('')
    expect(linesFault(['x'.repeat(161)])).not.toBe('')
  })
})
