/** *Ringkasan*: the page on which the Kepala Desa opens. */
import { month, number } from './format.ts'
import type { FigureName } from '../domain/statistics/figures.ts'

const spanWords = (span: string): string => (span.length === 7 ? month(`${span}-01`) : span)

export const overview = {
  title: 'Ringkasan',
  asOf: (day: string) => `Keadaan ${day}`,
  intro: 'Ketuk angka untuk melihat aduannya.',
  empty: 'Belum ada aduan.',
  emptyHint:
    'Begitu aduan pertama dicatat, di sini terlihat mana yang terlambat, di dusun mana, dan di tangan siapa.',
  notDesk: 'Hanya untuk Kepala Desa, Sekretaris Desa, dan petugas pengelola',
  now: 'Hari ini',
  tile: {
    late: 'Terlambat',
    near: 'Hampir terlambat',
    approval: 'Menunggu persetujuan',
    open: 'Belum selesai',
  },
  tileHint: {
    late: 'sudah lewat batas waktu',
    near: 'batasnya hari ini sampai 3 hari lagi',
    approval: 'jawaban sudah ditulis, belum disetujui',
    open: 'semua aduan yang masih berjalan',
  },
  byDusun: 'Menurut dusun',
  byOfficer: 'Menurut penanggung jawab',
  column: {
    dusun: 'Dusun',
    officer: 'Petugas',
    month: 'Bulan',
    open: 'Belum selesai',
    late: 'Terlambat',
    near: 'Hampir',
    entered: 'Masuk',
    left: 'Selesai',
    openAt: 'Akhir bulan',
  },
  noDusun: 'Tanpa dusun',
  noOfficer: 'Belum ditugaskan',
  nothingOpen: 'Tidak ada aduan yang belum selesai.',
  months: 'Dari bulan ke bulan',
  monthsHint: 'Aduan yang masuk, yang selesai, dan yang masih berjalan pada akhir bulan.',
  allMonths: 'Tampilkan 12 bulan',
  satisfaction: (year: string) => `Kepuasan pengadu ${year}`,
  satisfied: 'Puas',
  dissatisfied: 'Tidak puas',
  noReaction: 'Belum ada pengadu yang menyatakan puas atau tidak puas tahun ini.',
  share: (part: number, of: number) => `${number((100 * part) / of)}%`,
  oldest: 'Paling lama belum selesai',
  allOpen: 'Lihat semua yang belum selesai',
  oldestNone: 'Semua aduan sudah selesai.',
  cell: (row: string, column: string, n: number) => `${row}, ${column}: ${n} aduan`,
  /** In the register, what the list is narrowed to. */
  figure: (name: FigureName, span: string): string => figures[name](spanWords(span)),
  forHead: 'Seperti di Ringkasan: tanpa aduan tentang Kepala Desa',
}

const figures: Record<FigureName, (span: string) => string> = {
  near: () => 'Hampir terlambat',
  approval: () => 'Menunggu persetujuan',
  entered: (span) => `Masuk ${span}`,
  left: (span) => `Selesai ${span}`,
  openAt: (span) => `Masih berjalan pada akhir ${span}`,
  satisfied: (span) => `Pengadu puas ${span}`,
  dissatisfied: (span) => `Pengadu tidak puas ${span}`,
}
