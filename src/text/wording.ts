/** *Pengaturan › Templat pesan*: what each message is for, and what its placeholders mean. */
import type { Placeholder, TemplateName } from '../domain/templates.ts'

const names: Record<TemplateName, string> = {
  receipt: 'Tanda terima',
  progress: 'Kabar perkembangan',
  missing: 'Minta kelengkapan',
  answer: 'Jawaban',
  board: 'Jawaban di papan pengumuman',
  invitation: 'Undangan rapat',
  task: 'Memberi tahu petugas ada tugas',
  reminder: 'Mengingatkan petugas',
}

const hints: Record<TemplateName, string> = {
  receipt: 'Ke pengadu, sesudah aduan dicatat',
  progress: 'Ke pengadu, selama aduan dikerjakan',
  missing: 'Ke pengadu, kalau identitas atau obyek belum lengkap',
  answer: 'Ke pengadu dan pihak terkait',
  board: 'Dibaca semua orang, tanpa nama pengadu',
  invitation: 'Ke petugas dan warga yang diundang',
  task: 'Ke petugas, tanpa nama pengadu',
  reminder: 'Ke petugas, tanpa nama pengadu',
}

const meanings: Record<Placeholder, string> = {
  nama: 'nama pengadu, dengan Bapak/Ibu',
  obyek: 'obyek pengaduan',
  kode: 'kode tanda terima',
  nomor: 'nomor register',
  tanggal: 'tanggal aduan diterima',
  status: 'sampai di mana penanganannya',
  isi: 'isi jawaban atau keterangan',
  kurang: 'apa yang belum ada',
  batas: 'batas waktu',
  penerima: 'nama penerima, dengan Bapak/Ibu',
  kategori: 'kategori aduan',
  dusun: 'dusun tempat kejadian',
  rapat: 'judul rapat',
  hari: 'hari dan tanggal rapat',
  jam: 'jam rapat',
  tempat: 'tempat rapat',
  acara: 'yang dibahas',
  tautan: 'tautan untuk membukanya di aplikasi',
  petugas: 'nama Anda yang mengirim',
  desa: 'nama pemerintah desa',
  situs: 'website desa',
}

export const wording = {
  names,
  hints,
  meanings,
  intro: 'Kata-kata pesan yang disiapkan aplikasi. Sebelum dikirim, pesan tetap bisa dibaca dan diubah.',
  own: 'Kata-kata desa',
  builtIn: 'Bawaan',
  text: 'Isi pesan',
  textHint: 'Baris yang isinya tidak diketahui tidak ikut dikirim, misalnya nomor register yang belum ada.',
  empty: 'Tulis dulu pesannya.',
  insert: 'Sisipkan',
  insertHint: 'Ketuk untuk menaruhnya di tempat kursor.',
  unknown: (list: string) =>
    `${list} tidak dikenal dalam pesan ini dan akan terkirim apa adanya. Pilih dari tombol di bawah, atau hapus.`,
  lacks: (one: string) => `Tanpa ${one} pesan ini tidak ada isinya. Sisipkan dulu.`,
  restore: 'Kembalikan ke bawaan',
  restoreTitle: 'Kembalikan ke bawaan?',
  restoreSentence: 'Kata-kata desa untuk pesan ini diganti dengan kata-kata bawaan aplikasi.',
  save: 'Simpan kata-kata ini',
  preview: 'Contoh pada aduan',
  previewWhich: 'Aduan untuk contoh',
  previewNone: 'Contoh muncul di sini begitu ada aduan.',
  sample: { isi: '(isi jawaban)', rapat: 'Pembahasan jalan rusak', tempat: 'Balai desa', name: 'Contoh' },
}
