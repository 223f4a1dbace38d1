/** The frame around every page: places, the line to the centre, updates. */
import { here, hereFirst } from './here.ts'
import { held } from './held.ts'
import { span } from './format.ts'

const entries = (n: number) => `${n} catatan`

export const shell = {
  places: 'Menu utama',
  news: 'Kabar penting',
  tasks: 'Tugas',
  tasksLong: 'Tugas saya',
  capture: 'Catat',
  captureLong: 'Catat aduan',
  meetings: 'Rapat',
  saya: 'Saya',
  overview: 'Ringkasan',
  intake: 'Aduan masuk',
  book: 'Buku',
  bookLong: 'Buku pengaduan',
  untold: 'Belum disampaikan',
  reports: 'Laporan',
  phones: 'Keadaan HP',
  privacy: 'Privasi',
  settings: 'Pengaturan',
  waits: (n: number) => `${n} menunggu`,
  actingAs: 'Dipakai oleh',
  offline: (unsent: number, files: number) =>
    unsent || files
      ? `Tanpa internet: ${held(unsent, files)} belum terkirim`
      : 'Tanpa internet. Anda tetap bisa bekerja.',
  sending: (unsent: number) => `Mengirim ${entries(unsent)} …`,
  sendingFiles: (n: number, of: number) => `Mengirim foto ${n} dari ${of}`,
  bringAlong: 'Bawa ke lapangan',
  unsentLong: (unsent: number, ms: number) =>
    `${entries(unsent)} belum terkirim, yang tertua sejak ${span(ms)} lalu`,
  clockWrong: (ahead: number) =>
    `Jam ${here} ${ahead > 0 ? 'terlalu cepat' : 'terlambat'} ${span(Math.abs(ahead))}. Betulkan di pengaturan tanggal dan jam; batas waktu di sini tetap benar.`,
  centreAway: (unsent: number, files: number) =>
    unsent || files
      ? `Pusat belum bisa dihubungi: ${held(unsent, files)} menunggu di ${here}`
      : 'Pusat belum bisa dihubungi. Anda tetap bisa bekerja.',
  refused: (n: number, files: number) => `${held(n, files)} ditolak pusat. Ketuk untuk melihat sebabnya.`,
  signedOut: `${hereFirst} tidak lagi dikenal pusat. Catatan tetap aman di sini. Ketuk untuk mendaftar ulang.`,
  retired: (unsent: number, files: number) =>
    unsent || files
      ? `${hereFirst} tidak dipakai lagi: ${held(unsent, files)} masih dikirim ke kantor.`
      : `${hereFirst} tidak dipakai lagi dan tidak menerima aduan. Ketuk untuk memakainya lagi.`,
  setup: (done: number, of: number) => `Persiapan desa: ${done} dari ${of} langkah selesai. Lanjutkan`,
  setupDone:
    'Desa Anda siap dipakai. Berikutnya: buka Aduan masuk, verifikasi aduan pertama, lalu disposisikan.',
  updateReady: 'Versi baru siap.',
  updateKeeps: (unsent: number, files: number) =>
    `${held(unsent, files)} yang belum terkirim tetap tersimpan.`,
  updateNow: 'Perbarui sekarang',
  updateLater: 'Nanti',
  updating: 'Memperbarui …',
  unkeptFull: `Penyimpanan HP penuh, jadi yang Anda ketik belum tersimpan. Jangan tutup aplikasi. Hapus foto atau video di HP; sesudah itu tersimpan sendiri.`,
  unkept: 'Yang Anda ketik belum tersimpan. Jangan tutup aplikasi; dicoba lagi sendiri.',
  unkeptOthers: `Ketikan petugas lain di ${here} belum tersimpan karena penyimpanan penuh. Jangan tutup aplikasi. Hapus foto atau video, lalu minta petugas itu memakai aplikasi ini lagi.`,
  vanished: `Peramban telah menghapus data di ${here}. Data diambil lagi dari pusat; yang belum terkirim tidak bisa kembali.`,
  firstTitle: `Menyiapkan ${here}`,
  firstFetching: 'Mengambil data desa dan aduan Anda. Tunggu sebentar.',
  firstOffline: 'Belum ada internet. Sambungkan HP ke internet, lalu tekan Coba lagi.',
  onItsWay: `Riwayatnya belum lengkap di ${here}`,
  onItsWayFetching: 'Sedang diambil dari pusat. Tunggu sebentar.',
  onItsWayOffline: 'Belum ada internet. Begitu tersambung, riwayatnya datang sendiri.',
  tryAgain: 'Coba lagi',
  help: 'Bantuan',
  notHereTitle: 'Halaman ini tidak ada',
  notHere: 'Alamatnya mungkin salah ketik.',
  home: 'Ke halaman utama',
}
