/** *Keadaan HP*: what a lost phone has sent, what waits to arrive, and reminding by WhatsApp. */

export const heldPhones = {
  look: 'Periksa catatannya',
  title: 'Catatan dari HP yang hilang',
  intro: (label: string, name: string) =>
    `Dikirim ${label} milik ${name} sesudah dinyatakan hilang. Tanyakan dulu kepada ${name}: apakah ini memang tulisannya?`,
  loading: 'Menanyakan ke pusat …',
  offline: 'Hanya bisa dilihat dengan internet.',
  hidden: (n: number) => `${n} catatan lain hanya boleh dilihat petugas lain.`,
  unreadable: 'Catatan yang tidak terbaca',
  empty: 'Tidak ada catatan yang menunggu.',
  admit: 'Terima semua',
  admitHint:
    'Diperiksa seperti kiriman biasa: yang memang boleh ditulis petugas itu masuk dan diberi tanda, yang lain tetap di sini.',
  discard: 'Buang',
  discardTitle: 'Buang catatan ini?',
  discardSentence: (n: number) =>
    `${n} catatan dari HP ini dibuang dan tidak bisa kembali. Lakukan hanya kalau bukan petugasnya yang menulis.`,
  discardVerb: 'Ya, buang',
  taken: (n: number) => `${n} catatan diterima.`,
  thrown: (n: number) => `${n} catatan dibuang.`,
  stays: (n: number) => `${n} catatan tidak bisa diterima dan tetap menunggu.`,
  decidedTaken: (n: number, name: string, when: string) => `${n} catatan diterima oleh ${name}, ${when}`,
  decidedThrown: (n: number, name: string, when: string) => `${n} catatan dibuang oleh ${name}, ${when}`,
  decided: 'Keputusan terakhir',

  arriving: 'Belum sampai di HP ini',
  arrivingWords: (n: number) => `${n} aduan`,

  newLink: 'Tautan baru',
  remind: 'Ingatkan lewat WhatsApp',
  reminder: (name: string, why: string, link: string) =>
    `Selamat siang Bapak/Ibu ${name}. ${why} Mohon sambungkan HP ke internet, lalu buka aplikasi Kentongan sebentar: ${link}`,
  why: {
    silent: (since: string) =>
      since
        ? `HP Bapak/Ibu terakhir tersambung ke Kentongan ${since}.`
        : 'HP Bapak/Ibu belum pernah tersambung ke Kentongan.',
    holding: 'Di HP Bapak/Ibu masih ada catatan yang belum terkirim ke kantor.',
    arriving: (n: number) => `Ada ${n} aduan yang belum sampai di HP Bapak/Ibu.`,
    refused: 'Ada catatan di HP Bapak/Ibu yang ditolak pusat; sebabnya ada di menu Saya.',
    old: 'Aplikasi Kentongan di HP Bapak/Ibu belum diperbarui.',
  },
}
