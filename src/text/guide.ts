/** *Panduan*: the officers' guide inside the app. Its chapters stand in docs/panduan. */
export const guide = {
  title: 'Panduan',
  intro: 'Bisa dibaca tanpa internet. Kata yang tercetak tebal tertulis sama di layar.',
  yours: 'untuk Anda',
  names: {
    'kepala-dusun': 'Kepala Dusun dan petugas lapangan',
    'kepala-desa': 'Kepala Desa',
    petugas: 'Petugas pengelola, Sekretaris Desa',
    cetakan: 'Formulir, surat, dan laporan di kertas',
    privasi: 'Privasi dan data warga',
    administrator: 'Petugas teknis',
  },
  contents: 'Isi panduan ini',
  top: 'Kembali ke daftar isi',
}
