/** *Log akses*: who opened, printed and exported which case. */
import * as format from './format.ts'

const did = { opened: 'membuka', printed: 'mencetak', exported: 'mengekspor' } as const

export const accessText = {
  title: 'Log akses',
  intro: 'Tercatat sendiri di HP tiap petugas, juga tanpa internet, dan tiba di sini saat HP itu tersambung.',
  notReader: 'Log akses dibaca Kepala Desa',
  notReaderWhy: 'Untuk aduan tentang Kepala Desa, yang membacanya petugas pengelola, dari aduan itu sendiri.',
  offline: 'Log akses hanya bisa dibaca dengan internet. Aduan yang dibuka tanpa internet tetap tercatat.',
  again: 'Coba lagi',
  from: 'Dari tanggal',
  to: 'Sampai tanggal',
  officer: 'Petugas',
  everyone: 'semua petugas',
  what: 'Perbuatan',
  everything: 'semua',
  acts: { opened: 'Membuka', printed: 'Mencetak', exported: 'Mengekspor' },
  sort: 'Urutkan menurut',
  by: { time: 'Waktu', case: 'Aduan', officer: 'Petugas' },
  reversed: 'Tanggal akhir lebih dulu dari tanggal awal.',
  tooLong: 'Paling banyak satu tahun sekaligus.',
  empty: 'Tidak ada yang tercatat pada hari-hari itu',
  count: (n: number) => `${format.number(n)} kali`,
  did: (what: keyof typeof did, detail?: string) => `${did[what]}${detail ? `: ${detail}` : ''}`,
  device: (label: string) => `dari ${label}`,
  unknownDevice: (id: string) => `HP …${id.slice(-4)}`,
  unknownCase: 'Aduan yang tidak ada di perangkat ini',
  more: (n: number) => `Tampilkan ${format.number(n)} lagi`,
  ofCase: 'Siapa yang membuka',
  allCases: 'Semua aduan',
}
