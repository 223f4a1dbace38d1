/** Messages, as they are built in. A line that names something unknown is left out (`src/domain/templates.ts`). */
import type { Status } from '../domain/case-state.ts'
import type { TemplateName } from '../domain/templates.ts'

export const templates: Record<TemplateName, string> = {
  receipt: [
    'Yth. {nama},',
    'Aduan tentang "{obyek}" sudah kami terima pada {tanggal}.',
    'Nomor register: {nomor}',
    'Kode tanda terima: {kode}',
    'Simpan kode ini untuk menanyakan aduan.',
    'Keterangan: {situs}',
    '{desa}',
  ].join('\n'),
  progress: [
    'Yth. {nama},',
    'Kabar aduan {nomor} tentang "{obyek}": {status}.',
    'Kode tanda terima: {kode}',
    '{isi}',
    'Petugas: {petugas}',
    '{desa}',
  ].join('\n'),
  missing: [
    'Yth. {nama},',
    'Aduan {nomor} tentang "{obyek}" sudah kami terima, tetapi belum lengkap.',
    'Mohon dilengkapi: {kurang}',
    '{isi}',
    'Paling lambat: {batas}',
    'Silakan balas pesan ini atau datang ke kantor desa. Kode tanda terima: {kode}',
    'Petugas: {petugas}',
    '{desa}',
  ].join('\n'),
  answer: 'Yth. {nama},\n\nJawaban atas aduan {nomor}: {obyek}\n\n{isi}\n\n{desa}',
  board: [
    'PENGUMUMAN JAWABAN ADUAN',
    'Nomor {nomor}, kode tanda terima {kode}, diterima {tanggal}',
    '',
    'Tentang: {obyek}',
    '',
    '{isi}',
    '',
    '{desa}',
  ].join('\n'),
  invitation: [
    'Yth. {penerima},',
    'Kami mengundang Bapak/Ibu ke rapat: {rapat}',
    'Hari, tanggal: {hari}',
    'Jam: {jam}',
    'Tempat: {tempat}',
    'Yang dibahas: {acara}',
    'Undangan di aplikasi: {tautan}',
    '{desa}',
  ].join('\n'),
  task: [
    'Yth. {penerima},',
    'Ada tugas pengaduan untuk Bapak/Ibu: {nomor}.',
    'Kategori: {kategori}',
    'Dusun: {dusun}',
    'Batas waktu: {batas}',
    'Buka tugasnya: {tautan}',
    '{petugas}',
    '{desa}',
  ].join('\n'),
  reminder: [
    'Yth. {penerima},',
    'Mengingatkan, tugas pengaduan {nomor} masih menunggu Bapak/Ibu.',
    'Kategori: {kategori}',
    'Batas waktu: {batas}',
    'Mohon dibuka: {tautan}',
    '{petugas}',
    '{desa}',
  ].join('\n'),
}

/** How far it is, in the complainant's words. */
export const progress: Record<Status, string> = {
  new: 'sudah kami terima dan sedang diperiksa',
  incomplete: 'menunggu kelengkapan data dari Bapak/Ibu',
  assigned: 'sudah diteruskan ke petugas yang menangani',
  inProgress: 'sedang ditangani',
  waitingAgency: 'menunggu balasan dari instansi terkait',
  waitingComplainant: 'menunggu kabar dari Bapak/Ibu',
  answered: 'sudah dijawab',
  closed: 'sudah selesai',
  outOfJurisdiction: 'bukan wewenang desa',
  merged: 'ditangani bersama aduan lain yang sama',
  withdrawn: 'sudah dicabut',
  voided: 'dibatalkan',
  reopened: 'dibuka kembali dan sedang ditangani',
  notComplaint: 'tidak kami catat sebagai aduan',
}

/** To a complainant whose complaint is not for the village. */
export const goTo = (where: string): string => `Silakan menghubungi: ${where}`

/** How the village signs: *Pemerintah Desa Contohrejo*, however its name was typed. */
export function signature(name: string): string {
  if (/^pemerintah/i.test(name)) return name
  return /^(desa|kelurahan)\b/i.test(name) ? `Pemerintah ${name}` : `Pemerintah Desa ${name}`
}

const TITLED = /^(bapak|ibu|bpk|pak|bu|sdr|sdri|saudara|saudari|kiai|kyai|ustaz|haji|hj?)\b/i

/** A name as one addresses its bearer: with *Bapak/Ibu*, unless it comes with such a word; without a name just so. */
export const addressed = (name = ''): string =>
  !name.trim() ? 'Bapak/Ibu' : TITLED.test(name) ? name : `Bapak/Ibu ${name}`

export const reachText = {
  title: 'Kabari pengadu',
  what: 'Apa yang disampaikan?',
  whats: { receipt: 'Tanda terima', progress: 'Perkembangan' },
  message: 'Pesan (boleh diubah)',
  empty: 'Tulis dulu pesannya.',
  answerElse: 'Untuk jawaban akhir, pakai Sampaikan ke pengadu.',
  open: 'Buka WhatsApp',
  then: 'Kirim di WhatsApp, lalu kembali ke sini dan tandai.',
  mark: 'Tandai sudah disampaikan',
  saved: 'Tercatat sudah disampaikan ke pengadu.',
  cardTitle: 'Sudah terkirim ke pengadu?',
  card: (what: string) => `Anda membuka WhatsApp untuk mengirim ${what.toLowerCase()}.`,
  notSent: 'Tidak jadi dikirim',
  look: 'Lihat pesannya',
  told: 'Yang disampaikan',

  relay: 'Minta petugas menghubungi pengadu',
  relayHint:
    'Petugas pengelola tahu siapa pengadunya dan menghubunginya untuk Anda. Hasilnya muncul di sini.',
  relayWhat: 'Apa yang perlu ditanyakan atau disampaikan?',
  relayMissing: 'Tulis dulu apa yang perlu ditanyakan atau disampaikan.',
  relaySave: 'Kirim permintaan',
  relaySaved: 'Permintaan dikirim ke petugas pengelola.',
  relayWaits: 'Menunggu petugas menghubungi pengadu',
  relayAsked: (name: string) => `${name} minta pengadu dihubungi`,
  relayDo:
    'Hubungi pengadu, lalu tulis hasilnya. Jangan sebut namanya: hasil ini dibaca petugas di lapangan.',
  relayAnswer: 'Apa kata pengadu?',
  relayAnswerMissing: 'Tulis dulu hasilnya, satu kalimat pun cukup.',
  relayDone: 'Tandai sudah dihubungi',
  relayDoneSaved: 'Tercatat sudah dihubungi.',
  relayReply: 'Pengadu sudah dihubungi',

  image: 'Gambar tanda terima',
  imageHint: 'Untuk dikirim lewat WhatsApp atau dicetak. Nama pengadu tidak ada di gambar ini.',
  imageAlt: (code: string) => `Tanda terima dengan kode ${code}`,
  imageShare: 'Bagikan',
  imageSave: 'Simpan gambar',
  imageFailed: 'Gambar tidak bisa dibuat di HP ini. Tulis kodenya untuk pengadu.',
  paper: {
    title: 'TANDA TERIMA PENGADUAN',
    code: 'Kode tanda terima',
    number: (number: string) => `Nomor register: ${number}`,
    date: (date: string) => `Diterima: ${date}`,
    subject: (subject: string) => `Obyek: ${subject}`,
    officer: (name: string) => `Penerima: ${name}`,
    use: 'Simpan kode ini untuk menanyakan aduan kapan saja.',
    site: (site: string) => site,
    file: (code: string) => `tanda-terima-${code}.png`,
  },
}
