/** Disposisi: the boxes of the paper slip, and what the desk says to the one who gets the case. */
import type { SlipBox } from '../domain/kinds/fields.ts'

const box: Record<SlipBox, string> = {
  followUp: 'Untuk ditindaklanjuti',
  inform: 'Untuk diketahui',
  coordinate: 'Untuk dikoordinasikan',
  study: 'Dipelajari/diteliti',
  answer: 'Dijawab',
  attend: 'Dihadiri',
  report: 'Dilaporkan hasilnya',
}

export const disposition = {
  boxes: 'Isi disposisi',
  box,
  becausePosition: (position: string) => `${position}, sesuai kategori`,
  tell: 'Beri tahu lewat WhatsApp',
  print: 'Cetak lembar disposisi',
  told: (name: string) => `${name} belum menerima tugas ini`,
  toldHint: 'Tugas muncul sendiri di HP-nya bila ada internet. Beri tahu langsung kalau penting.',
  noPhone: (name: string) => `Nomor HP ${name} belum dicatat. Lengkapi di Pengaturan, Petugas.`,
  reach: {
    pending: 'Belum terkirim dari perangkat ini',
    sent: 'Belum sampai di HP-nya',
    reached: (when: string) => `Sudah sampai di HP-nya ${when}`.trim(),
    opened: (when: string) => `Sudah dibuka ${when}, belum dijawab`.replace('  ', ' '),
  },
}

/** What is ticked on a slip, as a list in words; '' for nothing. */
export const boxWords = (boxes: readonly SlipBox[] = []): string => boxes.map((one) => box[one]).join(', ')
