/** Every sentence of the village's public pages. Complainants read them, on any phone: short, and what to do next. */

export const words = {
  of: (village: string) => `Pemerintah ${/^(desa|kelurahan)\b/i.test(village) ? '' : 'Desa '}${village}`,
  skip: 'Langsung ke isi',

  form: {
    title: 'Sampaikan pengaduan',
    lead: 'Tulis di sini. Bapak/Ibu langsung mendapat kode untuk melihat perkembangannya.',
    already: 'Sudah punya kode? Lihat perkembangan aduan',
    danger: (phone: string) =>
      `Ada bahaya sekarang? Jangan menunggu halaman ini: telepon kantor desa, ${phone}.`,
    optional: '(boleh kosong)',
    faults: (n: number) => `Belum terkirim. Ada ${n} isian yang perlu diperbaiki:`,
    faultMark: 'Perbaiki:',
    kept: 'Tulisan Bapak/Ibu masih ada.',
    photoAgain: 'Fotonya perlu dipilih sekali lagi.',
    what: 'Apa yang diadukan?',
    category: 'Tentang apa?',
    pickCategory: 'Pilih satu',
    subject: 'Pokok aduan, satu kalimat',
    subjectHint: 'Misalnya: Jembatan bambu di RT 02 lapuk',
    description: 'Ceritakan kejadiannya',
    descriptionHint: 'Apa yang terjadi, kapan, dan siapa yang terkena.',
    hope: 'Apa yang diharapkan?',
    where: 'Di mana?',
    dusun: 'Dusun',
    rw: 'RW',
    rt: 'RT',
    unknown: 'Tidak tahu / di luar daftar',
    detail: 'Tempatnya',
    detailHint: 'Misalnya: dekat langgar, depan SD',
    about: 'Apakah aduan ini tentang perangkat desa?',
    aboutHint: 'Petugas yang dipilih di sini tidak dapat membaca aduan ini.',
    aboutNo: 'Tidak',
    aboutYes: 'Ya',
    aboutWho: 'Siapa?',
    aboutUnknown: 'Tidak tahu namanya, atau tidak ada di daftar',
    /** Written below the description: who could not name anybody still says that it is about an officer. */
    aboutSomebody: 'Pengadu menyatakan aduan ini tentang perangkat desa yang tidak ia sebut.',
    photos: 'Foto',
    photosHint: 'Paling banyak 3 foto (JPG, PNG, WebP). Tempat dan HP yang memotret dihapus dari foto.',
    who: 'Siapa Bapak/Ibu?',
    whoHint:
      'Tanpa nama pun aduan diterima, tetapi petugas tidak dapat bertanya dan jawaban tidak dapat diantar.',
    name: 'Nama',
    address: 'Alamat',
    phone: 'Nomor HP/WA',
    phoneHint: 'Misalnya: 0812-3456-7890. Empat angka terakhirnya dipakai untuk membaca jawaban.',
    confidential: 'Rahasiakan identitas saya',
    confidentialHint: 'Nama, alamat, dan nomor hanya dibaca petugas pengelola pengaduan.',
    answerBy: 'Ingin dijawab lewat apa?',
    answerPick: 'Terserah petugas',
    means: {
      whatsapp: 'WhatsApp',
      phone: 'Telepon',
      visit: 'Bertemu langsung',
      letter: 'Surat',
      board: 'Papan pengumuman',
    },
    trap: 'Jangan diisi',
    send: 'Kirim aduan',
  },

  privacy: {
    title: 'Data Bapak/Ibu',
    short: (village: string) =>
      `${village} memakai data ini hanya untuk menangani aduan ini dan menyampaikan jawabannya (UU 27/2022).`,
    who: 'Dibaca petugas pengelola, Sekretaris Desa, Kepala Desa, dan petugas yang ditugaskan; bukan oleh petugas yang diadukan. Tidak diberikan kepada pihak lain tanpa sepengetahuan Bapak/Ibu.',
    years: (years: number) =>
      `Berkas disimpan sampai ${years} tahun sesudah aduan selesai; buku register disimpan seterusnya.`,
    rights: 'Bapak/Ibu berhak meminta salinan, membetulkan, atau meminta identitas dihapus di kantor desa.',
    none: 'Halaman ini tidak memasang cookie dan tidak mengirim apa pun ke pihak lain.',
  },

  faults: {
    category: 'Pilih dulu tentang apa aduan ini.',
    subject: 'Tulis dulu pokok aduannya.',
    description: 'Ceritakan dulu kejadiannya.',
    tooLong: (most: number) => `Terlalu panjang. Paling banyak ${most} huruf.`,
    phone: 'Nomor ini belum benar. Tulis seperti 0812-3456-7890, atau kosongkan.',
    place: (rw: string, dusun: string) => `RW ${rw} tidak ada di Dusun ${dusun}. Pilih lagi, atau kosongkan.`,
    rt: (rt: string, rw: string) => `RT ${rt} tidak ada di RW ${rw}. Pilih lagi, atau kosongkan.`,
    dusun: 'Pilih lagi dusunnya.',
    about: 'Pilih dulu: tentang perangkat desa atau bukan.',
    aboutWho: 'Pilih siapa yang diadukan, atau “Tidak tahu namanya”.',
    photoType: 'Berkas ini bukan foto yang dikenali. Pilih foto JPG, PNG, atau WebP, atau kirim tanpa foto.',
    photoBig: 'Foto ini terlalu besar (lebih dari 2 MB). Pilih foto lain, atau kirim tanpa foto.',
    photoMany: 'Paling banyak 3 foto.',
  },

  /** Why a submission was not taken although nothing in it is wrong. */
  held: {
    again: 'Belum terkirim. Periksa isinya, lalu tekan Kirim aduan sekali lagi.',
    busy: (minutes: number) =>
      `Belum terkirim: sedang banyak aduan masuk. Tunggu ${minutes} menit, lalu tekan Kirim aduan lagi.`,
    closed:
      'Belum terkirim karena ada gangguan di kantor desa. Tunggu sebentar, lalu tekan Kirim aduan lagi.',
  },

  received: {
    title: 'Aduan sudah diterima',
    code: 'Kode tanda terima',
    keep: 'Tulis kode ini atau potret layar ini. Kode tidak dapat dicari kembali.',
    next: 'Selanjutnya',
    steps: [
      'Petugas pengelola membaca aduan ini, lalu mencatatnya ke buku pengaduan.',
      'Bila ada yang kurang, petugas menghubungi Bapak/Ibu.',
      'Jawaban disampaikan sesudah aduan ditindaklanjuti.',
    ],
    follow: 'Lihat perkembangan aduan',
    qr: 'Kode QR ke halaman perkembangan aduan ini',
    at: (address: string) => `Alamatnya: ${address}`,
    print: 'Halaman ini dapat dicetak.',
    unknown: 'Alamat ini tidak lengkap. Lihat perkembangan aduan dengan kode tanda terima.',
  },

  other: {
    title: 'Cara lain menyampaikan',
    office: 'Datang ke kantor desa',
    box: 'Kotak pengaduan di kantor desa',
    phone: 'Telepon atau WhatsApp',
    email: 'Email',
    site: 'Website desa',
  },

  off: {
    title: 'Pengaduan lewat website sedang ditutup',
    lead: 'Aduan tetap diterima lewat cara di bawah ini. Kode yang sudah ada tetap berlaku.',
  },

  track: {
    title: 'Perkembangan aduan',
    lead: 'Tulis kode dari tanda terima.',
    code: 'Kode tanda terima',
    codeHint: 'Misalnya: 4F7-K2M-9XC',
    digits: 'Empat angka terakhir nomor HP',
    digitsHint: 'Nomor yang dulu diberikan bersama aduan. Kosongkan bila dulu tidak memberi nomor.',
    show: 'Lihat',
    codeMissing: 'Tulis dulu kodenya.',
    /** The same for a wrong code and for wrong digits: nobody learns which of the two it was. */
    wrong: 'Kode atau empat angka itu tidak cocok. Periksa lagi keduanya, atau tanyakan ke kantor desa.',
    wait: (minutes: number) => `Terlalu banyak percobaan. Tunggu ${minutes} menit, lalu coba lagi.`,
    another: 'Lihat aduan lain',
    state: 'Sekarang',
    steps: 'Alur penanganan',
    number: 'Nomor register',
    done: 'sudah',
    now: 'sekarang',
    answer: 'Jawaban',
    answered: (day: string) => `Disampaikan ${day}`,
    elsewhere:
      'Isi jawaban tidak ditampilkan di sini. Petugas menyampaikannya langsung kepada Bapak/Ibu; bila belum, tanyakan ke kantor desa dengan kode ini.',
    /** The SOP's flow (clause G). */
    names: ['Diterima', 'Dicatat', 'Didisposisikan', 'Diproses', 'Dijawab', 'Selesai'],
  },

  busy: {
    title: 'Sedang ramai',
    lead: (minutes: number) =>
      `Sedang banyak aduan masuk. Tekan Kembali di peramban: tulisan Bapak/Ibu biasanya masih ada. Tunggu ${minutes} menit, lalu kirim lagi.`,
  },
  large: {
    title: 'Foto terlalu besar',
    lead: 'Tekan Kembali di peramban, lalu pilih foto yang lebih kecil (paling besar 2 MB), atau kirim tanpa foto.',
  },
  fault: {
    title: 'Belum berhasil',
    lead: 'Ada gangguan di kantor desa. Tekan Kembali di peramban, tunggu sebentar, lalu coba lagi.',
  },
} as const

/** How far a complaint is, as its complainant reads it. */
export const statusWords: Record<string, string> = {
  toBook: 'Sudah diterima. Menunggu dicatat oleh petugas pengelola.',
  new: 'Sudah dicatat. Sedang diperiksa petugas pengelola.',
  incomplete: 'Belum lengkap. Petugas menunggu kelengkapan data dari Bapak/Ibu.',
  assigned: 'Sudah didisposisikan ke petugas yang menangani.',
  inProgress: 'Sedang diproses.',
  waitingAgency: 'Menunggu balasan dari instansi di atas desa.',
  waitingComplainant: 'Menunggu kabar dari Bapak/Ibu. Silakan hubungi kantor desa.',
  answered: 'Sudah dijawab.',
  closed: 'Sudah selesai.',
  outOfJurisdiction: 'Bukan wewenang desa. Petugas menjelaskan ke mana aduan ini dapat disampaikan.',
  merged: 'Digabung dengan aduan lain yang sama.',
  withdrawn: 'Dicabut oleh pengadu.',
  voided: 'Nomor aduan ini dibatalkan. Tanyakan ke kantor desa.',
  reopened: 'Dibuka kembali dan sedang ditangani.',
  notComplaint:
    'Tidak dicatat sebagai aduan. Bila Bapak/Ibu berkeberatan, datang atau telepon ke kantor desa.',
}
