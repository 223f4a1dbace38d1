/** The cover letter to the Kepala Desa: sentences made from the figures of a report. */
import type { Report } from '../domain/statistics/report.ts'
import { leftOf } from '../domain/statistics/recap.ts'
import { date, number } from './format.ts'
import { days, percent, spanWords } from './recap.ts'

export const cover = {
  about: (span: string) => `Laporan pengaduan ${inside(span)}`,
  enclosed: '1 (satu) berkas',
  opening: 'Dengan hormat,',
  purpose: (desa: string, span: string) =>
    `Bersama surat ini kami sampaikan Laporan Rekapitulasi Pengaduan ${desa} ${inside(span)}.`,
  closing:
    'Demikian laporan ini kami sampaikan. Atas perhatian dan arahan Bapak/Ibu Kepala Desa, kami ucapkan terima kasih.',
  to: (desa: string) => `Kepala Desa ${desa}`,
}

/** `triwulan IV 2026` within a sentence; months and days keep their capitals. */
const inside = (span: string): string => span.replace(/^(Triwulan|Tahun)/, (word) => word.toLowerCase())

/** The longest rows of a report by the names they have there. */
export interface Foremost {
  category?: [name: string, count: number]
  dusun?: [name: string, count: number]
}

/** What the figures say, a paragraph each. */
export function coverLines({ recap, before, period }: Report, foremost: Foremost): string[] {
  const { total, reopened, satisfied, dissatisfied, oldest } = recap
  const span = inside(spanWords(period))
  if (!total.before && !total.entered)
    return [`Selama ${span} tidak ada aduan yang masuk, dan tidak ada yang masih berjalan.`]
  const last = oldest[0]
  return [
    `Pada awal ${span} ada ${number(total.before)} aduan yang belum selesai. Selama itu masuk ${number(total.entered)} aduan dan keluar ${number(leftOf(total))}${outside(total.outside)}. ${rest(total.after, total.referred)}`,
    compared(total.entered, before.total.entered, inside(spanWords(before.period))),
    ...(total.timed
      ? [
          `Aduan dijawab rata-rata dalam ${days(total.mean)} hari (nilai tengah ${days(total.median)} hari); ${percent(total.onTime, total.timed)} tepat waktu.`,
        ]
      : []),
    ...most(foremost),
    ...(reopened.back ? [`${number(reopened.back)} aduan yang sudah selesai dibuka kembali.`] : []),
    ...(satisfied + dissatisfied
      ? [`Pengadu yang menyatakan puas ${number(satisfied)}, tidak puas ${number(dissatisfied)}.`]
      : []),
    ...(last
      ? [
          `Yang paling lama belum selesai diterima tanggal ${date(last.receivedOn)}${last.number ? ` (nomor ${last.number})` : ''}.`,
        ]
      : []),
  ]
}

const outside = (n: number): string => (n ? `, ${number(n)} di antaranya bukan wewenang desa` : '')

function rest(after: number, referred: number): string {
  if (!after) return 'Semuanya sudah selesai.'
  const away = referred ? `, ${number(referred)} di antaranya menunggu instansi di atas desa` : ''
  return `Sisanya ${number(after)} aduan masih berjalan${away}.`
}

function compared(now: number, then: number, span: string): string {
  if (now === then) return `Jumlah yang masuk sama dengan ${span} (${number(then)}).`
  const moved = now > then ? 'lebih banyak' : 'lebih sedikit'
  return `Jumlah yang masuk ${number(Math.abs(now - then))} ${moved} daripada ${span} (${number(then)}).`
}

function most({ category, dusun }: Foremost): string[] {
  const parts = [
    category && `tentang ${category[0]} (${number(category[1])})`,
    dusun && `dari Dusun ${dusun[0].replace(/^dusun\s+/i, '')} (${number(dusun[1])})`,
  ].filter((part) => part !== undefined)
  return parts.length ? [`Yang ditangani paling banyak ${parts.join(' dan ')}.`] : []
}
