/** *Tunjuk pengganti sementara*: who does an officer's work while they are away. */

export const standIn = {
  open: 'Tunjuk pengganti sementara',
  title: (name: string) => `Pengganti ${name}`,
  intro: (positions: string) => `Selama waktu itu pengganti memegang: ${positions}.`,
  who: 'Pengganti',
  pick: 'Pilih petugas',
  whoNeeded: 'Pilih dulu penggantinya.',
  as: 'Sebagai',
  plh: 'Plh. (pelaksana harian)',
  plt: 'Plt. (pelaksana tugas)',
  from: 'Mulai tanggal',
  to: 'Sampai tanggal',
  toNeeded: 'Isi tanggal terakhirnya. Bisa diubah nanti di halaman penggantinya.',
  reversed: 'Tanggal terakhir tidak boleh sebelum tanggal mulai.',
  past: 'Tanggal mulai sudah lewat. Pilih hari ini atau sesudahnya.',
  save: 'Tunjuk',
  saved: (name: string) => `${name} ditunjuk sebagai pengganti.`,
  cases: (n: number, name: string) => `${n} aduan terbuka masih pada ${name}`,
  casesHint: 'Serahkan sekarang, supaya penggantinya menerima semuanya di HP-nya.',
  handOver: 'Serahkan aduannya',
  later: 'Nanti saja',
  away: (name: string, instead: string, until: string) =>
    `${name} sedang digantikan ${instead}${until ? ` sampai ${until}` : ''}.`,
  choose: (name: string) => `Tugaskan ke ${name}`,
}
