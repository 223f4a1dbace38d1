/** Enrolling a phone, and browsers that cannot be used. */
import { here, hereFirst } from './here.ts'

export const enrol = {
  title: `Daftarkan ${here}`,
  welcome: 'Selamat datang di Kentongan',
  lead: 'Buku pengaduan desa yang tetap bekerja tanpa internet.',
  onlyOfficers: `Halaman ini untuk petugas desa. Mintalah tautan atau kode pendaftaran kepada petugas pengelola pengaduan di kantor desa, lalu buka tautannya di ${here} atau ketik kodenya di bawah.`,
  hasCode: 'Kode sudah terisi dari tautan. Tekan tombol hijau.',
  code: 'Kode pendaftaran',
  codeHint: 'Sepuluh huruf dan angka, misalnya 7KQ2M-X9F4T. Huruf besar atau kecil sama saja.',
  label: `Nama ${here}`,
  labelHint: 'Dengan nama ini kantor mengenalinya di Keadaan HP.',
  submit: `Daftarkan ${here}`,
  busy: 'Mendaftarkan …',
  done: 'Sudah terdaftar. Selamat bekerja!',
  addAnother: 'Tambah pengguna lain di perangkat ini',
  addHint: 'Setiap petugas punya catatan sendiri. Mintalah kode pendaftaran untuk petugas itu.',
  device: { android: 'HP Android', iphone: 'iPhone', ipad: 'iPad', computer: 'Komputer kantor', other: 'HP' },

  why: {
    empty: 'Ketik dulu kode pendaftarannya. Kodenya ada pada tautan atau kertas dari petugas desa.',
    shape: 'Kode terdiri dari sepuluh huruf dan angka. Periksa lagi, mungkin ada yang kurang atau lebih.',
    'code-unknown':
      'Kode ini tidak dikenal. Periksa huruf dan angkanya satu per satu. Kalau tetap begini, mintalah kode baru kepada petugas desa.',
    'code-expired': 'Kode ini sudah kedaluwarsa. Mintalah kode baru kepada petugas desa.',
    'code-used':
      'Kode ini sudah dipakai. Satu kode hanya untuk satu HP. Mintalah kode baru kepada petugas desa.',
    'too-many': 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
    offline:
      'Belum ada internet. Sambungkan HP ke internet, lalu tekan tombol ini lagi. Kode Anda belum terpakai.',
    server:
      'Pusat sedang tidak bisa melayani. Tunggu beberapa menit, lalu tekan lagi. Kode Anda belum terpakai.',
    storage: `Penyimpanan penuh, jadi ${here} belum bisa didaftarkan. Hapus foto atau aplikasi yang tidak dipakai, lalu tekan tombol ini lagi. Kode Anda belum terpakai.`,
  } as Record<string, string>,
  whyElse:
    'Pendaftaran belum berhasil. Coba lagi; kalau masih begini, mintalah kode baru kepada petugas desa.',

  inApp: 'Halaman ini terbuka di dalam aplikasi lain. Di sini catatan Anda bisa hilang.',
  inAppDo: 'Ketuk ⋮ di pojok, lalu pilih Buka di Chrome. Atau salin tautan ini dan tempelkan di Chrome.',
  inAppIosDo: 'Salin tautan ini, buka Safari, lalu tempelkan di sana.',
  copyLink: 'Salin tautan',
  iosTitle: 'Di iPhone: pasang dulu, baru daftarkan',
  iosSteps: [
    'Ketuk tombol Bagikan (kotak dengan panah ke atas).',
    'Pilih Tambah ke Layar Utama, lalu Tambah.',
    'Buka Kentongan dari layar utama, lalu ketik kode ini:',
  ],
  iosAfter:
    'Mendaftar lewat Safari saja juga bisa, tetapi iPhone dapat menghapus datanya bila lama tidak dibuka.',

  stopped: {
    lost: `${hereFirst} dinyatakan hilang oleh kantor, jadi datanya dihapus dari sini. Kalau HP sudah kembali, mintalah kode baru.`,
    retired: `Kantor mencatat ${here} tidak dipakai lagi. Catatan Anda sudah sampai di kantor, dan aduan tidak lagi disimpan di sini. Mau memakai ${here} lagi? Mintalah tautan atau kode baru ke kantor.`,
    'signed-out-by-server': `Pusat tidak lagi mengenal ${here}. Catatan tetap aman; daftarkan lagi dengan kode baru.`,
  },

  unsuitable: {
    title: 'Peramban ini belum bisa dipakai',
    sentence:
      'Kentongan menyimpan catatan di HP supaya bisa dipakai tanpa internet. Peramban ini tidak mampu:',
    lacks: {
      'no-storage': 'menyimpan data (mungkin karena mode penyamaran)',
      'no-service-worker': 'membuka aplikasi tanpa internet',
      'too-old': 'menjalankan aplikasi ini, karena versinya terlalu lama',
    } as Record<string, string>,
    lacksElse: 'menjalankan salah satu bagian yang diperlukan',
    doThis: 'Pasang atau perbarui Chrome dari Play Store, lalu buka tautan pendaftaran Anda di sana.',
    doThisIos: 'Perbarui iOS, lalu buka tautan pendaftaran Anda di Safari.',
    insecureTitle: 'Alamat ini belum aman',
    insecure:
      'Alamat halaman ini diawali http. Karena itu peramban tidak mengizinkan Kentongan dipasang, menyimpan catatan, atau dibuka tanpa internet.',
    doThisInsecure:
      'Mintalah tautan yang diawali https:// kepada petugas desa. Untuk petugas teknis: atur PUBLIC_URL dengan https.',
  },
}
