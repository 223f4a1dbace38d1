/** Cari: the search in everything that this phone holds. */
export const search = {
  title: 'Cari',
  intro: 'Cari di semua yang tersimpan di HP ini, juga tanpa internet.',
  introHint: 'Ketik nama, nomor, kode, nomor HP, atau kata dari aduan, catatan, dan notulen.',
  nothing: 'Tidak ditemukan di HP ini.',
  nothingHint: 'Periksa ejaannya, atau coba satu kata saja.',
  meetings: 'Rapat',
  hamlet: 'Aduan lain di dusun Anda',
  hamletHint: 'Dikerjakan petugas lain: hanya ringkasannya, tanpa nama pengadu.',
  joined: 'Anda menambahkan pengadu',
}
