/** *Saya*: this phone and who uses it. */
import { held } from './held.ts'
import { here, hereFirst } from './here.ts'
import { span } from './format.ts'

export const saya = {
  title: 'Saya',
  you: 'Anda',
  noPosition: 'Tidak memegang jabatan hari ini',
  until: (day: string) => `sampai ${day}`,
  switchUser: 'Ganti pengguna',
  switchFull:
    'Penyimpanan penuh, jadi pengguna belum bisa diganti. Hapus foto atau aplikasi yang tidak dipakai, lalu coba lagi.',
  switchHint: 'Setiap petugas punya catatan sendiri di perangkat ini.',
  current: 'sedang dipakai',
  addUser: 'Tambah pengguna lain',
  switched: (name: string) => `Sekarang dipakai oleh ${name}.`,

  line: 'Kiriman ke pusat',
  allSent: 'Semua catatan sudah tersimpan di pusat.',
  unsent: (n: number, files: number) => `${held(n, files)} belum terkirim`,
  filesWait: (ms: number) =>
    `Foto dan rekaman menyusul sesudah tulisan, satu per satu; yang tertua ${span(ms)} lalu.`,
  unsentHint: `Catatan aman di ${here} dan dikirim sendiri begitu ada internet.`,
  since: (ms: number) => `sejak ${span(ms)} lalu`,
  more: (n: number) => `dan ${n} catatan lagi`,
  lastContact: 'Terakhir tersambung',
  never: 'belum pernah',
  sendNow: 'Kirim sekarang',
  sending: 'Mengirim …',
  outcome: {
    sent: 'Semua sudah terkirim.',
    nothing: `Tidak ada yang perlu dikirim. ${hereFirst} sudah tersambung dengan pusat.`,
    offline: 'Belum ada internet. Catatan tetap aman dan dikirim sendiri nanti.',
    refused: 'Ada yang ditolak pusat. Sebabnya dan yang perlu dilakukan tertulis di halaman ini.',
    partly: 'Sebagian sudah terkirim. Sisanya menyusul sendiri.',
    files: 'Semua catatan sudah terkirim. Foto dan rekaman belum semua; menyusul sendiri satu per satu.',
    retired: `Kantor mencatat ${here} tidak dipakai lagi. Yang ditulis di sini tetap diterima kantor, tetapi aduan tidak datang lagi. Mau memakainya lagi? Mintalah kode baru ke kantor.`,
    server: `Pusat sedang tidak bisa melayani. ${hereFirst} mencoba lagi sendiri.`,
    'no-session': `Pusat tidak lagi mengenal ${here}. Mintalah kode pendaftaran baru kepada petugas desa.`,
  },

  refusedTitle: (n: number) => `${n} catatan ditolak pusat`,
  refusedHint: `Isinya masih ada di ${here}. Perbaiki atau salin, lalu singkirkan.`,
  copyText: 'Salin isinya',
  openCase: 'Buka aduannya',
  writeAnew: 'Tulis ulang',
  resend: 'Kirim lagi',
  resent: 'Ditulis lagi sebagai catatan baru, dan segera dikirim.',
  files: {
    title: (n: number) => `${n} foto atau rekaman ditolak pusat`,
    hint: `Catatannya sendiri sudah diterima. Simpan dulu bila masih perlu, lalu lepaskan.`,
    gone: `Berkasnya tidak ada lagi di ${here}.`,
    picture: 'Foto yang ditolak',
    keep: 'Simpan ke HP',
    kept: 'Tersimpan di folder Unduhan.',
    drop: 'Lepaskan',
    dropTitle: 'Lepaskan berkas ini?',
    dropSentence: `Foto atau rekaman ini dihapus dari ${here}. Pusat tidak pernah menerimanya. Ini tidak bisa dikembalikan.`,
    fileName: (n: number) => `lampiran-aduan-${n}`,
    why: {
      lost: 'Berkasnya hilang dari penyimpanan sebelum sempat dikirim. Foto atau rekam sekali lagi di aduannya.',
      'too-large': 'Berkas ini terlalu besar untuk pusat. Simpan, lalu foto sekali lagi di aduannya.',
      hash: 'Isi berkas ini berubah di penyimpanan HP. Periksa fotonya; kalau masih baik, lampirkan sekali lagi di aduannya.',
      bytes: 'Berkas ini terpotong di penyimpanan HP. Foto sekali lagi di aduannya.',
      type: 'Pusat tidak mengenali berkas ini sebagai foto atau rekaman. Simpan, lalu foto sekali lagi di aduannya.',
    } as Record<string, string>,
    whyElse: 'Pusat tidak menerima berkas ini. Simpan, lalu lampirkan sekali lagi di aduannya.',
  },

  dismiss: 'Singkirkan',
  dismissTitle: 'Singkirkan catatan ini?',
  dismissSentence:
    'Catatan yang ditolak ini dihapus dari HP. Pusat tidak pernah menerimanya. Ini tidak bisa dikembalikan.',

  drafts: 'Belum selesai ditulis',
  draftKind: {
    case: 'Aduan baru',
    compose: 'Catatan',
    minutes: 'Notulen',
    meeting: 'Undangan rapat',
  } as Record<string, string>,
  draftElse: 'Tulisan',
  dropDraft: 'Hapus draf ini?',
  dropSentence: 'Yang sudah ditulis di draf ini hilang dan tidak bisa dikembalikan.',

  storage: 'Penyimpanan',
  kept: `Peramban berjanji tidak menghapus data di ${here}.`,
  notKept: 'Peramban boleh menghapus data ini bila penyimpanan HP penuh. Pasang aplikasi supaya lebih aman.',
  keep: 'Jaga data ini',
  keepRefused: 'Peramban belum mau berjanji. Pasang aplikasi di layar utama, lalu coba lagi.',
  keepDone: `Baik: data di ${here} dijaga.`,
  usage: (used: string, free: string) => `Terpakai ${used}; masih tersedia ${free}`,
  almostFull: 'Penyimpanan HP hampir penuh. Hapus foto atau aplikasi yang tidak dipakai.',

  app: 'Aplikasi',
  version: (v: string) => `Versi ${v}`,
  upToDate: `Ini versi terbaru yang dikenal ${here}.`,
  check: 'Cari versi baru',
  checking: 'Mencari …',
  checked: {
    newest: 'Tidak ada versi yang lebih baru.',
    found: 'Ada versi baru. Sedang diambil; Anda ditanya dulu sebelum dipasang.',
    offline: 'Belum bisa bertanya ke pusat. Coba lagi saat ada internet.',
  },
  help: 'Bantuan',
  guide: 'Panduan',
  permissions: 'Izin kamera, mikrofon, lokasi',
  install: 'Pasang aplikasi',
  installed: 'Aplikasi sudah terpasang di layar utama.',
  installHint: 'Supaya mudah dibuka dari layar utama dan datanya lebih terjaga.',

  elsewhere: 'Tempat lain',

  leave: `Keluar dari ${here}`,
  leaveHint: `Semua catatan Anda dihapus dari ${here}. Yang sudah terkirim tetap ada di pusat.`,
  leaveTitle: `Keluar dari ${here}?`,
  leaveSentence: (name: string) =>
    `Data ${name} dihapus dari ${here}, dan ${here} tidak lagi menerima aduan. Untuk masuk lagi perlu kode pendaftaran baru.`,
  leaveVerb: 'Ya, keluar',
  leaveDrafts: 'Ya, buang draf dan keluar',
  leaveDraftsSentence: 'Masih ada yang belum selesai ditulis. Kalau keluar sekarang, draf itu hilang.',
  leaveWhy: {
    unsent: (n: number, files: number) =>
      n || files
        ? `Belum bisa keluar: ${held(n, files)} belum terkirim. Sambungkan ke internet, lalu tekan Kirim sekarang di atas.`
        : 'Belum bisa keluar: masih ada kabar kecil yang belum terkirim. Sambungkan ke internet, lalu coba lagi.',
    refused: (n: number, files: number) =>
      `Belum bisa keluar: ${held(n, files)} ditolak pusat. Salin atau singkirkan dulu di atas.`,
  },

  villageKinds: {
    officerRecorded: 'Data petugas',
    positionHeld: 'Jabatan petugas',
    settingChanged: 'Pengaturan desa',
    holidaysSet: 'Hari libur',
  } as Record<string, string>,
  villageJournal: 'Pengaturan desa',
  meeting: 'Rapat',
  newCase: 'Aduan baru',
  goneCase: `Aduan yang tidak ada lagi di ${here}`,
}
