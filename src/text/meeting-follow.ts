/** Rapat: is one needed, sending invitations, moving it, and seeing to what was decided. */

export const follow = {
  ask: 'Perlu rapat?',
  askHint: 'Kalau perlu dibahas bersama petugas penghubung.',
  yes: 'Ya, panggil rapat',
  no: 'Tidak perlu',
  noSaved: 'Dicatat: tidak perlu rapat.',
  noText: 'Tidak perlu rapat.',
  needed: 'Ya',
  notNeeded: 'Tidak perlu',
  unanswered: 'Belum dijawab',

  invitations: 'Kirim undangan',
  invitationsHint:
    'Undangan sudah otomatis ke HP petugas. Di sini bisa dikirim juga lewat WhatsApp atau dicetak.',
  toPerson: (name: string) => `Kirim ke ${name}`,
  noPhone: 'nomor HP belum ada',
  print: 'Cetak undangan',

  move: 'Ubah jadwal',
  moveHint: 'Semua yang diundang diberi tahu jadwal barunya.',
  moveReason: 'Mengapa diubah?',
  moveSave: 'Simpan jadwal baru',
  moved: 'Jadwal rapat diubah.',
  journal: 'Jadwal diubah',
  unchanged: 'Jadwalnya masih sama. Ubah dulu tanggal, jam, atau tempatnya.',
  movedTo: 'Jadwal baru',

  decisions: 'Keputusan rapat',
  decisionsSub: (open: number, late: number) =>
    late ? `${open} belum dikerjakan, ${late} terlambat` : `${open} belum dikerjakan`,
  lateNotice: (n: number) => `${n} keputusan rapat lewat dari harinya.`,
  groups: { late: 'Terlambat', open: 'Belum dikerjakan', done: 'Sudah dikerjakan' },
  nobody: 'belum ditentukan siapa',
  noDay: 'tanpa batas hari',
  doneOn: (day: string) => `dikerjakan ${day}`,
  empty: 'Belum ada keputusan rapat.',
  emptyHint: 'Keputusan ditulis di notulen; di sini terlihat sampai semuanya dikerjakan.',
  fromMeeting: (title: string, day: string) => `${title}, ${day}`,
}
