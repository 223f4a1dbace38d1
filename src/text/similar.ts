/** Complaints like the one that is being written, and the further complainant who joins one. */
export const similar = {
  title: 'Mirip dengan aduan yang sudah ada',
  /** Where and when: `RT/RW 002/001, 3 hari lalu`. */
  facts: (place: string, age: string) => [place, age].filter(Boolean).join(', '),
  unnamed: (category: string) => `Aduan tentang ${category}`,
  join: 'Gabung sebagai pengadu lain',
  joinTo: (subject: string) => `Gabung sebagai pengadu lain: ${subject}`,
  fresh: 'Tetap baru',
  askTitle: 'Gabung ke aduan ini?',
  ask: (name: string, subject: string) =>
    `${name} dicatat sebagai pengadu lain dari “${subject}”, dengan kode tanda terima sendiri. Aduan baru tidak dibuat.`,
  someone: 'Pengadu ini',
  yes: 'Ya, gabung',
  tooLong: 'Uraian ini terlalu panjang untuk digabung. Ringkas sampai 900 huruf, atau pilih “Tetap baru”.',
  urgent: 'Mendesak atau bahaya.',
  received: (date: string) => `Diterima ${date}.`,
  paper: (number: string) => `Nomor di buku kertas: ${number}.`,
  joinedTitle: 'Pengadu ditambahkan',
  joinedWith: (subject: string) => `Aduan: ${subject}`,
  joinedPrivate:
    'Aduan ini dikerjakan petugas lain. Anda bisa mengikuti nomor dan statusnya, tetapi bukan isi dan pengadu lainnya.',
  deskHint: 'Kalau sama, gabungkan. Pengadunya tetap mendapat jawaban.',
  look: 'Lihat',
  merge: 'Gabungkan',
}
