/** The demo village and its officers: obviously fictitious, no name, number or place is real. */
import type { PositionName } from '../../src/domain/kinds/village.ts'
import type { Settings } from '../../src/domain/settings.ts'

export interface DemoOfficer {
  id: string
  name: string
  phone: string
  position: PositionName
  dusun?: string
}

export const PROFILE: Settings['profile'] = {
  name: 'Contohrejo',
  kecamatan: 'Misalan',
  kabupaten: 'Umpama',
  address: 'Jalan Contoh Nomor 1, Contohrejo',
  phone: '0812-0000-0000',
  email: 'desa@contohrejo.example',
  site: 'https://contohrejo.example',
}

export const DUSUN: Settings['dusun'] = ['Melati', 'Kenanga', 'Anggrek', 'Cempaka', 'Dahlia', 'Seruni'].map(
  (name, index) => ({
    name,
    rw: [1, 2].map((n) => ({
      rw: String(index * 2 + n).padStart(3, '0'),
      rt: ['001', '002', '003', '004'].slice(0, 2 + ((index + n) % 3)),
    })),
  }),
)

const people: [string, PositionName, string?][] = [
  ['Harjo Contoh', 'kepalaDesa'],
  ['Wulan Misal', 'sekretarisDesa'],
  ['Ratna Umpama', 'petugasPengelola'],
  ['Bagus Rekaan', 'kaurTuUmum'],
  ['Lestari Andaian', 'kaurKeuangan'],
  ['Teguh Fiktif', 'kasiPemerintahan'],
  ['Sri Khayalan', 'kasiKesejahteraan'],
  ['Dwi Semisal', 'kasiPelayanan'],
  ['Karto Contoh', 'kepalaDusun', 'Melati'],
  ['Sutini Misal', 'kepalaDusun', 'Kenanga'],
  ['Paimin Umpama', 'kepalaDusun', 'Anggrek'],
  ['Ngadiman Rekaan', 'kepalaDusun', 'Cempaka'],
  ['Tumini Andaian', 'kepalaDusun', 'Dahlia'],
  ['Sarwono Fiktif', 'kepalaDusun', 'Seruni'],
  ['Yuni Khayalan', 'stafKasi'],
  ['Rizki Semisal', 'stafKasi'],
]

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Stable ids, so that links into the demo keep working when it is made anew. */
export const OFFICERS: DemoOfficer[] = people.map(([name, position, dusun], index) => ({
  id: `odem000000${letters[index]}`,
  name,
  phone: `+6281200000${String(100 + index)}`,
  position,
  ...(dusun ? { dusun } : {}),
}))

export const COMPLAINANTS = [
  'Warga Contoh Satu',
  'Ibu Misal Ani',
  'Bapak Umpama Darmo',
  'Saudari Rekaan Tini',
  'Bapak Andai Sukirman',
  'Ibu Fiktif Painem',
  'Saudara Khayal Bimo',
  'Ibu Semisal Karsinah',
  'Bapak Contoh Wiryo',
  'Ibu Umpama Jumilah',
  'Saudara Misal Anton',
  'Ibu Rekaan Sulastri',
]
