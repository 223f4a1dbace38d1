/** The SOP's words for positions, on the public pages. */
import type { PositionName } from '../../../src/domain/kinds/village.ts'
import type { Term } from '../../../src/domain/village.ts'

const NAMES: Record<PositionName, string> = {
  kepalaDesa: 'Kepala Desa',
  sekretarisDesa: 'Sekretaris Desa',
  kaurTuUmum: 'Kaur TU dan Umum',
  kaurKeuangan: 'Kaur Keuangan',
  kaurPerencanaan: 'Kaur Perencanaan',
  kasiPemerintahan: 'Kasi Pemerintahan',
  kasiKesejahteraan: 'Kasi Kesejahteraan',
  kasiPelayanan: 'Kasi Pelayanan',
  kepalaDusun: 'Kepala Dusun',
  stafKasi: 'Staf Kasi',
  petugasPengelola: 'Petugas Pengelola Pengaduan',
}

/** A position as people call it: `Kepala Dusun Karanganyar`. */
export const positions = ({ position, dusun }: Pick<Term, 'position' | 'dusun'>): string =>
  [NAMES[position], dusun].filter(Boolean).join(' ')
