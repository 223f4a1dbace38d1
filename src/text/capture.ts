/** Catat: a complaint is taken down. */
import type { Channel } from '../domain/kinds/fields.ts'
import type { DataOf } from '../domain/entries.ts'

type AnswerBy = NonNullable<DataOf<'registered'>['answerBy']>

const channels: Record<Channel, string> = {
  faceToFace: 'Tatap muka',
  box: 'Kotak pengaduan',
  phone: 'HP/WA',
  email: 'Email',
  website: 'Website desa',
}

const answerBy: Record<AnswerBy, string> = {
  visit: 'Didatangi',
  phone: 'Ditelepon',
  whatsapp: 'Lewat WhatsApp',
  letter: 'Surat',
  email: 'Email',
  board: 'Papan pengumuman',
}

export const capture = {
  title: 'Catat aduan',
  loading: 'Membuka lembar catatan…',
  steps: { who: 'Siapa?', where: 'Di mana?', what: 'Apa?', check: 'Periksa' },
  stepOf: (n: number, of: number) => `Langkah ${n} dari ${of}`,
  next: 'Lanjut',
  back: 'Kembali',
  save: 'Simpan aduan',
  saving: 'Menyimpan…',
  kept: 'Yang diketik tersimpan di HP ini.',
  discard: 'Buang draf',
  discardAsk: 'Buang draf ini? Yang sudah diketik hilang dan tidak bisa dikembalikan.',
  discardYes: 'Ya, buang',
  discardNo: 'Tidak, lanjutkan',
  optional: 'boleh kosong',
  unknown: 'Tidak tahu',
  more: 'Keterangan lain',
  moreHint: 'Kanal, waktu kejadian, harapan pengadu',

  privacyTitle: 'Bacakan kepada pengadu',
  privacy:
    'Nama, alamat, dan nomor HP hanya dipakai untuk menangani aduan ini dan menyampaikan jawabannya. Bapak/Ibu boleh minta identitas dirahasiakan.',

  channel: 'Aduan diterima lewat',
  channels,
  boxOpenedOn: 'Tanggal kotak dibuka',
  receivedOn: 'Tanggal terima',
  receivedOnHint: 'Isi kalau aduan ini diterima sebelum hari ini.',
  dateHint: 'Contoh: 04-11-2026',
  via: 'Disampaikan lewat',
  viaWords: { none: 'Pengadu sendiri', rtRw: 'Ketua RT/RW', family: 'Keluarga' },
  name: 'Nama pengadu',
  address: 'Alamat pengadu',
  addressHint: 'Alamat rumah, bukan tempat kejadian.',
  outsider: 'Pengadu tinggal di luar desa',
  phone: 'Nomor HP pengadu',
  phoneHint: 'Contoh: 0812-3456-7890',
  phoneRead: (shown: string) => `Terbaca ${shown}`,
  phoneWrong:
    'Nomor ini belum benar. Periksa angkanya, atau pilih “Tidak tahu”; aduan tetap bisa disimpan tanpa nomor.',
  phoneLeftOut: 'Nomor HP yang belum benar tidak ikut disimpan.',
  onBehalf: 'Mengadu untuk orang lain (dikuasakan)',
  behalfOf: 'Nama yang diwakili',
  confidential: 'Rahasiakan identitas',
  confidentialHint: 'Nama, alamat, dan nomor HP hanya dilihat petugas pengelola.',
  confidentialNote: 'Nanti, setelah diterima pusat, identitas ini juga hilang dari HP Anda.',
  incomplete: (missing: string) =>
    `Belum lengkap: ${missing}. Aduan tetap disimpan; bisa dilengkapi nanti.`,
  incompleteFields: { name: 'nama', address: 'alamat', phone: 'nomor HP', subject: 'obyek' },

  place: 'Tempat kejadian',
  dusun: 'Dusun',
  dusunOther: 'Lainnya / tidak tahu',
  rw: 'RW',
  rt: 'RT',
  rwUnknown: 'Tidak tahu',
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
  answerByWords: answerBy,
  paperNumber: 'Nomor di buku kertas',

  checkTitle: 'Sudah benar?',
  change: 'Ubah',
  notGiven: 'tidak tahu',

  savedTitle: 'Aduan tersimpan',
  savedOffline: 'Tersimpan di HP ini. Terkirim sendiri saat ada internet.',
  code: 'Kode tanda terima',
  codeWrite: 'Tulis kode ini untuk pengadu',
  codeUse: 'Dengan kode ini pengadu bisa menanyakan aduannya kapan saja.',
  sendWhatsApp: 'Kirim lewat WhatsApp',
  receiptMessage: (o: { village: string; code: string; subject: string; date: string }) =>
    `Aduan Bapak/Ibu tentang "${o.subject}" sudah kami terima pada ${o.date}.\nKode tanda terima: ${o.code}\nSimpan kode ini untuk menanyakan aduan.\n${o.village}`,
  again: 'Catat lagi',
  nextHouse: 'Rumah berikutnya',
  nextHouseHint: 'Tempat yang sama, pengadu lain',
  samePerson: 'Orang yang sama, aduan lain',
  open: 'Buka aduan ini',
  problem: {
    invalid: (field: string) => `Bagian “${field}” belum bisa disimpan. Periksa isinya, lalu simpan lagi.`,
    other: 'Belum tersimpan. Yang diketik tetap ada; coba simpan lagi.',
    disk: 'Penyimpanan HP penuh. Hapus beberapa foto atau video di HP, lalu simpan lagi. Yang diketik tetap ada.',
  },
}
