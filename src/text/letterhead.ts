/** *Kop surat*, and what a new village should set next. */

export const letterhead = {
  title: 'Kop surat dan lambang',
  hint: 'Bagian atas surat dan formulir yang dicetak',
  intro: 'Bagian atas semua surat, undangan, dan formulir yang dicetak.',
  lines: 'Baris kop',
  linesHint: 'Satu baris tulisan per baris, paling banyak lima. Baris terakhir dicetak tebal.',
  fromProfile:
    'Dibuat dari Data desa. Alamat, nomor, email, dan website di bawahnya selalu diambil dari sana.',
  own: 'Tulis sendiri',
  again: 'Buat lagi dari Data desa',
  tooMany: 'Paling banyak lima baris.',
  tooLong: 'Satu baris paling panjang 160 huruf.',
  empty: 'Tulis paling sedikit satu baris, atau buat lagi dari Data desa.',
  crest: 'Lambang daerah',
  crestHint: 'Gambar JPG atau PNG. Dicetak hitam putih di sebelah kiri.',
  choose: 'Pilih gambar',
  change: 'Ganti gambar',
  remove: 'Hapus lambang',
  notPicture: 'Berkas ini bukan gambar yang bisa dibaca. Pilih gambar JPG atau PNG.',
  preview: 'Jadinya seperti ini',
  toProfile: 'Ubah Data desa',
}

export const nextSettings = {
  title: 'Yang sebaiknya diatur berikutnya',
  lead: 'Sudah bisa dipakai. Ini yang masih kosong, yang paling perlu di atas.',
  names: {
    backup: 'Cadangan data',
    second: 'Pengganti di kantor',
    holidays: 'Hari libur',
    routing: 'Petugas per kategori',
    profile: 'Alamat dan nomor HP/WA desa',
    letterhead: 'Lambang di kop surat',
    site: 'Website desa',
  },
  why: {
    backup: 'Pusat belum pernah membuat cadangan. Minta petugas teknis memeriksa server.',
    second: 'Baru satu orang yang bisa menerima aduan. Tambahkan Sekretaris Desa atau Kepala Desa.',
    holidays: 'Tahun yang belum diisi dihitung seolah tidak ada libur.',
    routing: 'Supaya penanggung jawab diusulkan sendiri saat disposisi.',
    profile: 'Untuk kop surat, dan supaya pengadu bisa menghubungi balik.',
    letterhead: 'Supaya surat dan tanda terima tampak resmi.',
    site: 'Supaya warga menemukan formulir pengaduan di internet.',
  },
}
