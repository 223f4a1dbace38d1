/** *Masa simpan*: files past their retention, the proposal to destroy them, the decision and its minutes. */
import * as format from './format.ts'

export const retention = {
  title: 'Masa simpan',
  intro: (years: number) =>
    `Berkas aduan disimpan ${years} tahun sesudah aduan berakhir. Sesudah itu boleh dimusnahkan, hanya dengan keputusan Kepala Desa. Baris di buku register tetap ada selamanya.`,
  whatGoes:
    'Yang dimusnahkan: nama, alamat, dan nomor HP, semua isi catatan dan jawaban, foto dan rekaman. Yang tinggal: nomor register, tanggal, kanal, kategori, obyek, dusun, status, dan hasil.',
  due: 'Lewat masa simpan',
  dueEmpty: 'Belum ada berkas yang lewat masa simpan',
  all: 'Pilih semua',
  reason: 'Alasan',
  reasonHint: 'Misalnya: lewat masa simpan lima tahun, tidak ada perkara yang masih berjalan.',
  reasonMissing: 'Tulis dulu alasannya.',
  noneChosen: 'Pilih dulu berkasnya.',
  propose: 'Usul musnah',
  proposed: (n: number) => `${n} berkas diusulkan musnah. Sekarang menunggu keputusan Kepala Desa.`,
  waiting: 'Menunggu keputusan Kepala Desa',
  waitingEmpty: 'Tidak ada usul yang menunggu',
  decision: 'Nomor dan tanggal keputusan',
  decisionHint:
    'Seperti tertulis di surat keputusannya. Berkas dengan keputusan yang sama masuk satu berita acara.',
  decisionMissing: 'Tulis dulu nomor dan tanggal keputusannya.',
  decide: 'Putuskan pemusnahan',
  confirm: (n: number) => `Musnahkan ${n} berkas?`,
  confirmSentence:
    'Nama, isi catatan, dan foto dari berkas ini hilang untuk selamanya di pusat dan di semua HP. Ini tidak bisa dibatalkan.',
  confirmVerb: 'Ya, musnahkan',
  decided: (n: number) => `${n} berkas dimusnahkan begitu tersambung ke pusat.`,
  refuse: 'Tolak usul',
  refused: (n: number) => `Usul untuk ${n} berkas ditolak. Berkasnya tetap disimpan.`,
  notHead: 'Pemusnahan diputuskan Kepala Desa. Sebelum itu berkasnya tetap utuh.',
  skipped: (n: number, why: string) => `${n} berkas tidak diikutkan: ${why}`,
  done: 'Sudah dimusnahkan',
  notBooked: 'Bukan aduan, dari situs desa',
  files: (n: number) => `${format.number(n)} berkas`,
  minutes: 'Berita acara',
  ended: (day: string, until: string) => `Berakhir ${day}, disimpan sampai ${until}`,
  on: (day: string) => `Diusulkan ${day}`,
}

/** The minutes of destruction, on paper. */
export const destructionMinutes = {
  title: 'BERITA ACARA PEMUSNAHAN BERKAS ADUAN',
  number: 'Nomor: ………………………………',
  opening: (date: string, desa: string, decision: string) =>
    `Pada hari ini, ${date}, berdasarkan ${decision}, telah dimusnahkan berkas aduan Pemerintah Desa ${desa} yang sudah lewat masa simpannya, sebagai berikut:`,
  columns: ['No.', 'Nomor Register', 'Tanggal Terima', 'Berakhir', 'Kategori', 'Alasan'],
  closing:
    'Yang dimusnahkan adalah identitas, isi catatan, dan lampiran. Baris dalam Buku Register Pengaduan tetap disimpan. Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.',
  witness: 'Petugas Pengelola Pengaduan',
  none: 'Tidak ada berkas dengan keputusan itu di sini',
}
