/** *Laporan Rekapitulasi* and what is made of its figures. */
import type { Outcome } from '../domain/kinds/fields.ts'
import type { LaterChange } from '../domain/statistics/later.ts'
import type { Dimension, RecapLine } from '../domain/statistics/recap.ts'
import type { Period } from '../domain/statistics/turns.ts'
import { addDays } from '../domain/time.ts'
import { date, month, number } from './format.ts'
import { outcome } from './words.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** `Oktober 2026`, `Triwulan IV 2026`, `Tahun 2026`, else from day to day. */
export function spanWords({ from, to }: Period): string {
  const [year, first] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const whole = from.endsWith('-01') && addDays(to, 1).endsWith('-01') && to.startsWith(year)
  const count = Number(to.slice(5, 7)) - first + 1
  if (whole && count === 1) return month(from)
  if (whole && count === 3 && first % 3 === 1) return `Triwulan ${ROMAN[(first - 1) / 3]} ${year}`
  if (whole && count === 12) return `Tahun ${year}`
  return `${date(from)} s.d. ${date(to)}`
}

export const percent = (part: number, of: number): string => (of ? `${number((100 * part) / of)}%` : '-')
export const days = (value: number | undefined): string =>
  value === undefined ? '-' : number(value, Number.isInteger(value) ? 0 : 1)

/** The head of a column as it stands elsewhere: *Sisa lalu* of *SISA LALU*. */
export const plainHead = (head: string): string => head.charAt(0) + head.slice(1).toLowerCase()

type Counted = 'before' | 'entered' | 'finished' | 'process' | 'referred' | 'outside' | 'after'

export const recap = {
  title: 'LAPORAN REKAPITULASI PENGADUAN',
  name: 'Laporan Rekapitulasi',
  sum: (line: RecapLine, left: number) =>
    `Sisa lalu ${number(line.before)} + masuk ${number(line.entered)} = keluar ${number(left)} + sisa akhir ${number(line.after)}`,
  balanced: 'Seimbang.',
  unbalanced: 'TIDAK SEIMBANG: jangan dipakai, beri tahu petugas teknis.',
  reopened: (back: number, left: number, after: number) =>
    `Dibuka kembali (dihitung terpisah): ${number(back)}; selesai lagi ${number(left)}, masih terbuka ${number(after)}, yang masuk ke sisa lalu laporan berikutnya.`,
  asOf: (moment: string) => `Keadaan menurut catatan yang sampai di kantor sampai ${moment}.`,
  running: 'SEMENTARA: waktunya belum berakhir, angkanya masih berubah.',
  uncounted: (n: number) =>
    `${number(n)} nomor tidak ikut dihitung: perkara terbatas, atau tidak ada di perangkat ini.`,
  unsent: (n: number) =>
    `${number(n)} catatan di perangkat ini belum terkirim dan belum dihitung. Kirim dulu, lalu cetak.`,
  coming: (n: number) =>
    `BELUM LENGKAP: ${number(n)} aduan belum sampai di perangkat ini. Tunggu sampai tulisan ini hilang, baru cetak.`,
  reading: 'Menghitung laporan …',
  by: {
    channel: 'A. Menurut kanal',
    category: 'B. Menurut kategori',
    dusun: 'C. Menurut dusun',
    officer: 'D. Menurut penanggung jawab',
  } satisfies Record<Dimension, string>,
  first: {
    channel: 'KANAL',
    category: 'KATEGORI',
    dusun: 'DUSUN',
    officer: 'PENANGGUNG JAWAB',
  } satisfies Record<Dimension, string>,
  order: 'NO.',
  columns: {
    before: 'SISA LALU',
    entered: 'MASUK',
    finished: 'SELESAI',
    process: 'PROSES',
    referred: 'DITERUSKAN',
    outside: 'BUKAN WEWENANG',
    after: 'SISA AKHIR',
  } satisfies Record<Counted, string>,
  share: '% SELESAI',
  mean: 'RATA-RATA HARI',
  onTime: 'TEPAT WAKTU',
  notes: 'KET.',
  total: 'JUMLAH',
  nothing: 'NIHIL',
  inTime: (onTime: number, timed: number) =>
    timed ? `${percent(onTime, timed)} (${number(onTime)}/${number(timed)})` : '-',
  explained:
    'Kolom (3) + (4) = (5) + (8) + (9), dan (9) = (6) + (7). Selesai: semua yang berakhir selain bukan wewenang desa. ' +
    'Diteruskan: masih menunggu instansi. % selesai: keluar dibagi sisa lalu + masuk. Hari: hari kalender dari tanggal ' +
    'terima sampai jawaban. Tepat waktu: dijawab dalam batas waktu layanan. Yang dicabut, digabung, atau dibatalkan ' +
    'tidak ikut dihitung dalam hari dan tepat waktu.',
  compare: {
    title: 'E. Dibanding waktu sebelumnya',
    figure: 'ANGKA',
    change: 'SELISIH',
    rows: {
      entered: 'Aduan masuk',
      left: 'Aduan keluar',
      after: 'Sisa akhir',
      share: '% selesai',
      mean: 'Rata-rata hari',
      median: 'Nilai tengah hari (median)',
      onTime: '% tepat waktu',
      back: 'Dibuka kembali',
      satisfied: 'Pengadu puas',
      dissatisfied: 'Pengadu tidak puas',
    },
  },
  outcomes: { title: 'F. Menurut hasil', first: 'HASIL', count: 'JUMLAH', share: 'BAGIAN' },
  outcome: (name: Outcome | 'voided'): string => (name === 'voided' ? 'Dibatalkan' : outcome[name]),
  later: {
    title: 'Baru diketahui sesudah laporan ditutup (tidak mengubah angka di atas)',
    line: ({ number: n = '(tanpa nomor)', what, then, now }: LaterChange, name: (key?: string) => string) => {
      const day = now && /^\d{4}-/.test(now) ? date(now) : ''
      if (what === 'arrived') return `${n}: baru sampai di kantor ${day}, dihitung di waktu itu.`
      if (what === 'ended') return `${n}: sudah selesai${day && ` ${day}`}, catatannya baru sampai kemudian.`
      if (what === 'open') return `${n}: ternyata belum selesai.`
      return `${n}: ${CHANGED[what]} ${name(then)} menjadi ${name(now)}.`
    },
  },
}

const CHANGED: Record<Dimension, string> = {
  channel: 'kanal',
  category: 'kategori',
  dusun: 'dusun',
  officer: 'penanggung jawab',
}
