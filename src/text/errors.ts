/** Faults and answers of the centre that are nobody's refusal. */
import { here, hereFirst } from './here.ts'

export const errors = {
  title: 'Maaf, halaman ini bermasalah',
  sentence: `Catatan Anda aman di ${here}. Muat ulang halaman; kalau masih begini, beri tahu petugas desa.`,
  full: `Penyimpanan HP penuh, jadi Kentongan belum bisa dibuka. Catatan Anda tetap aman di ${here}. Hapus foto, video atau aplikasi yang tidak dipakai, lalu ketuk Muat ulang.`,
  reload: 'Muat ulang',
  detail: 'Keterangan untuk petugas teknis',
  chunk: 'Bagian ini tidak bisa dibuka. Sambungkan ke internet, lalu muat ulang.',
  offline: 'Perlu internet. Sambungkan HP ke internet, lalu coba lagi.',
  server: 'Pusat sedang tidak bisa melayani. Coba lagi beberapa menit lagi.',
  noSession: `${hereFirst} tidak lagi dikenal pusat. Minta tautan pendaftaran baru ke petugas desa.`,
  forbidden: 'Hanya petugas pengelola, Sekretaris Desa, atau Kepala Desa yang bisa melakukan ini.',
  unknown: 'Belum berhasil. Coba lagi; kalau masih begini, beri tahu petugas desa.',
}
