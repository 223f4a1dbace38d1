/** *HP hilang atau data bocor*: what to do within three days, what a phone held, the words of the notice. */
import type { HeldCase } from '../domain/lost-phone.ts'

export const breach = {
  title: 'HP hilang atau data bocor',
  intro:
    'Menurut UU 27 Tahun 2022, warga yang datanya bocor dan lembaga yang berwenang diberi tahu paling lambat 3 × 24 jam sejak diketahui.',
  stepsTitle: 'Yang harus dilakukan',
  steps: [
    'Sekarang juga: buka Keadaan HP, pilih HP itu, lalu Nyatakan hilang. Begitu HP itu tersambung, semua datanya terhapus.',
    'Minta petugasnya menghubungi operator untuk memblokir nomornya, dan melapor ke Polsek bila dicuri.',
    'Pilih HP itu di bawah: di situ ada aduan yang dipegangnya dan siapa pengadunya. Simpan daftarnya.',
    'Nilai bahayanya. Ada perkara terbatas atau pengadu yang dirahasiakan? Temui orangnya langsung, jangan lewat surat.',
    'Dalam 3 × 24 jam: beri tahu tiap pengadu dalam daftar, dan kirim pemberitahuan ke lembaga yang berwenang lewat kabupaten. Kata-katanya ada di bawah.',
    'Tulis catatan di tiap aduan bahwa pengadunya sudah diberi tahu.',
  ],
  toPhones: 'Buka Keadaan HP',
  phone: 'HP yang mana?',
  choose: 'pilih HP',
  offline: 'Daftar HP hanya bisa dilihat dengan internet. Langkah-langkah di atas bisa dikerjakan sekarang.',
  protection:
    'HP yang terkunci dan memakai PIN aplikasi jauh lebih sulit dibaca, tetapi tetap dianggap bocor bila hilang.',
  held: (n: number) => `${n} aduan ada di HP itu`,
  heldNone: 'Tidak ada aduan yang kita ketahui di HP itu',
  heldHint:
    'Menurut keadaan hari ini, dari aduan yang boleh Anda lihat. Aduan yang pernah ditugaskan lalu ditarik sudah terhapus bila HP itu sempat tersambung.',
  how: {
    desk: 'seluruh aduan, termasuk identitasnya',
    team: 'penanggung jawab atau pembantu',
    captured: 'dicatat di HP itu',
    hamlet: 'hanya tahu ada aduan, tanpa pengadunya',
  } satisfies Record<HeldCase['how'], string>,
  unnamed: 'tanpa nama pengadu',
  save: 'Simpan daftar (CSV)',
  listName: 'Daftar aduan di HP hilang',
  columns: ['Nomor Register', 'Obyek', 'Pengadu', 'Bagaimana dipegang'],
  more: (n: number) => `dan ${n} lagi; semuanya ada dalam daftar yang disimpan.`,
  letterTitle: 'Kata-kata pemberitahuan',
  copy: 'Salin kata-katanya',
  letter: (desa: string, date: string) =>
    `Yth. Bapak/Ibu,\n\nPada ${date} kami mengetahui bahwa satu HP petugas ${desa} hilang. Di HP itu tersimpan aduan Bapak/Ibu, termasuk nama, alamat, dan nomor HP. HP itu sudah kami nyatakan hilang, dan datanya terhapus begitu HP itu tersambung ke internet.\n\nMohon berhati-hati bila ada orang tidak dikenal yang menghubungi Bapak/Ibu tentang aduan itu. Kalau ada pertanyaan, silakan datang ke kantor desa atau hubungi kami.\n\nKami mohon maaf.\nPemerintah ${desa}`,
}
