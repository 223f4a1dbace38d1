import { here } from './here.ts'

const phoneFaults = {
  letters: () => 'Nomor ini berisi huruf. Tulis angkanya saja.',
  short: (digits: number) => `Nomor ini kurang lengkap, baru ${digits} angka. Tanyakan lagi ke pengadu.`,
  wrong: () => 'Nomor ini belum benar. Periksa lagi angkanya.',
}
const phoneElse = 'Kalau tidak ada, pilih “Tidak tahu” atau lanjutkan saja; aduan tetap bisa disimpan.'

/** Catat: a complaint is taken down. */
export const capture = {
  title: 'Catat aduan',
  steps: { who: 'Siapa?', where: 'Di mana?', what: 'Apa?', media: 'Foto/suara' },
  stepOf: (n: number, of: number) => `Langkah ${n} dari ${of}`,
  next: 'Lanjut',
  save: 'Simpan aduan',
  kept: `Yang diketik tersimpan di ${here}.`,
  blankForms: 'Formulir kosong',
  discard: 'Buang draf',
  discardAsk: 'Buang draf ini? Yang sudah diketik hilang dan tidak bisa dikembalikan.',
  discardYes: 'Ya, buang',
  unknown: 'Tidak tahu',
  more: 'Keterangan lain',
  moreHint: 'Waktu kejadian, harapan pengadu, cara menjawab',

  privacyTitle: 'Bacakan kepada pengadu',
  privacy:
    'Nama, alamat, dan nomor HP hanya dipakai untuk menangani aduan ini dan menyampaikan jawabannya. Bapak/Ibu boleh minta identitas dirahasiakan.',

  channel: 'Aduan diterima lewat',
  boxOpenedOn: 'Tanggal kotak dibuka',
  receivedOn: 'Tanggal terima',
  receivedOnHint: 'Isi kalau aduan ini diterima sebelum hari ini.',
  dateInFuture: 'Tanggal ini belum tiba. Pilih hari ini atau sebelumnya.',
  via: 'Disampaikan lewat',
  viaWords: { none: 'Pengadu sendiri', rtRw: 'Ketua RT/RW', family: 'Keluarga' },
  name: 'Nama pengadu',
  address: 'Alamat pengadu',
  addressHint: 'Alamat rumah, bukan tempat kejadian.',
  outsider: 'Pengadu tinggal di luar desa',
  phone: 'Nomor HP pengadu',
  phoneHint: 'Contoh: 0812-3456-7890',
  phoneRead: (shown: string) => `Terbaca ${shown}`,
  phoneWrong: (fault: 'letters' | 'short' | 'wrong', typed: string) =>
    `${phoneFaults[fault](typed.replace(/\D/g, '').length)} ${phoneElse}`,
  phoneLeftOut: 'Nomor HP yang belum benar tidak ikut disimpan.',
  onBehalf: 'Mengadu untuk orang lain (dikuasakan)',
  behalfOf: 'Nama yang diwakili',
  confidential: 'Rahasiakan identitas',
  confidentialHint:
    'Nama, alamat, dan nomor HP hanya dilihat petugas pengelola, Sekretaris Desa, dan Kepala Desa.',
  confidentialNote: 'Nanti, setelah diterima pusat, identitas ini juga hilang dari HP Anda.',
  incomplete: (missing: string) => `Belum lengkap: ${missing}. Aduan tetap disimpan; bisa dilengkapi nanti.`,

  place: 'Tempat kejadian',
  dusun: 'Dusun',
  dusunOther: 'Lainnya / tidak tahu',
  rw: 'RW',
  rt: 'RT',
  rtRwWrong: 'Tulis angka saja, paling banyak tiga angka. Contoh: 003',
  detail: 'Letak persisnya',
  detailHint: 'Contoh: depan mushola, jembatan kecil sebelah timur',
  samePlaceAsLast: (place: string) => `Sama seperti tadi: ${place}`,

  category: 'Tentang apa?',
  allCategories: 'Lihat semua',
  subject: 'Obyek pengaduan',
  subjectHint: 'Singkat saja. Contoh: Lampu jalan mati di pertigaan',
  subjectMissing: 'Tulis dulu obyek pengaduan: apa yang diadukan?',
  categoryMissing: 'Pilih dulu tentang apa aduan ini.',
  descriptionMissing: 'Tulis dulu uraiannya, satu kalimat pun cukup.',
  description: 'Uraian',
  descriptionHint: 'Apa yang terjadi, sejak kapan, siapa yang terkena?',
  eventTime: 'Waktu kejadian',
  eventTimeHint: 'Contoh: tadi malam sekitar jam 10, atau sejak bulan lalu',
  urgent: 'Mendesak atau bahaya',
  callNow: 'Jangan menunggu internet. Telepon sekarang, lalu lanjutkan mencatat:',
  callNobody:
    'Jangan menunggu internet. Temui petugas desa sekarang juga; nomor HP mereka belum diisi di Pengaturan.',
  callOne: (name: string) => `Telepon sekarang: ${name}`,
  urgentHint: 'Ada bahaya bagi orang: selalu paling atas, dikerjakan hari ini juga.',
  respondent: 'Siapa yang diadukan?',
  respondentNone: 'Bukan perangkat / tidak tahu',
  respondentOfficer: 'Perangkat desa',
  respondentPick: 'Pilih perangkat yang diadukan',
  respondentHint: 'Perangkat yang dipilih tidak akan menerima aduan ini di HP-nya.',
  respondentSelf:
    'Anda memilih diri sendiri. Aduan ini akan dikirim ke petugas lain dan kemudian hilang dari HP Anda. Lebih baik minta petugas lain yang mencatat.',
  respondentMissing: 'Pilih perangkat yang diadukan, atau pilih “Bukan perangkat / tidak tahu”.',
  hope: 'Harapan pengadu',
  hopeHint: 'Apa yang diharapkan pengadu?',
  answerBy: 'Jawaban ingin disampaikan lewat',
  answerByAny: 'Terserah petugas',
  paperNumber: 'Nomor di buku kertas',

  cameTitle: 'Bagaimana aduan ini datang?',
  gone: `Aduan ini tidak ada di ${here}.`,
  savedTitle: 'Aduan tersimpan',
  savedOffline: `Tersimpan di ${here}. Terkirim sendiri saat ada internet.`,
  code: 'Kode tanda terima',
  codeWrite: 'Tulis kode ini untuk pengadu',
  codeUse: 'Dengan kode ini pengadu bisa menanyakan aduannya kapan saja.',
  codeLarge: 'Tampilkan besar',
  codeCopy: 'Salin',
  sendWhatsApp: 'Kirim lewat WhatsApp',
  nextTitle: 'Catat aduan lagi?',
  again: 'Catat lagi',
  againHint: 'Mulai dari formulir kosong.',
  nextHouse: 'Rumah berikutnya',
  nextHouseHint: (place: string) =>
    place ? `Pengadu lain. Tempat tetap terisi: ${place}.` : 'Pengadu lain, di tempat lain.',
  samePerson: 'Orang yang sama, aduan lain',
  samePersonHint: (name: string) =>
    name ? `Nama dan nomor HP ${name} tetap terisi.` : 'Data pengadu tetap terisi.',
  open: 'Buka aduan ini',

  arrived: (number: string | undefined) =>
    number ? `Sudah sampai di pusat · nomor ${number}` : 'Sudah sampai di pusat. Nomor register menyusul.',
  onItsWay: 'Sedang dikirim ke pusat …',

  unfinished: 'Masih ada aduan yang belum selesai dicatat.',
  unfinishedHint: 'Lanjutkan, atau mulai aduan baru. Yang belum selesai tetap tersimpan.',
  startNew: 'Catat aduan baru',
}
