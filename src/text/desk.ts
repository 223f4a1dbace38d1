/** The acts of the office: what their forms ask, promise and refuse. */
export const desk = {
  reason: 'Alasan',
  reasonNeeded: 'Tulis alasannya, supaya petugas lain mengerti.',

  verify: {
    save: 'Simpan verifikasi',
    saved: 'Aduan diverifikasi',
    complete: 'Nama, alamat, dan nomor HP sudah ada.',
    missing: (fields: string) => `Belum ada: ${fields}.`,
    choice: 'Bagaimana melanjutkan?',
    goOn: 'Proses tanpa identitas lengkap',
    goOnHint: 'Misalnya surat kaleng dari kotak pengaduan yang isinya jelas.',
    ask: 'Tandai belum lengkap dulu',
    askHint: 'Pengadu diminta melengkapi.',
    choiceNeeded: 'Pilih dulu: diproses tanpa identitas, atau tandai belum lengkap.',
    why: 'Mengapa diproses tanpa identitas lengkap?',
    whyNeeded: 'Tulis alasan mengapa aduan diproses tanpa identitas lengkap.',
    note: 'Catatan verifikasi',
    toIncomplete: 'Lanjut: tandai belum lengkap',
  },

  incomplete: {
    intro: 'Aduan tetap tersimpan dan bisa dilengkapi kapan saja.',
    which: 'Apa yang belum ada?',
    field: {
      name: 'Nama pengadu',
      address: 'Alamat pengadu',
      phone: 'Nomor HP',
      subject: 'Obyek belum jelas',
    },
    whichNeeded: 'Pilih paling sedikit satu yang belum ada.',
    reason: 'Keterangan untuk petugas',
    reasonHint: 'Misalnya: nama jalan tidak disebut, nomor HP salah.',
    save: 'Tandai belum lengkap',
    saved: 'Ditandai belum lengkap',
  },

  request: {
    what: 'Apa yang diminta?',
    whatHint: 'Tulis seperti Anda akan mengatakannya.',
    whatNeeded: 'Tulis apa yang diminta.',
    due: 'Paling lambat',
    save: 'Simpan permintaan',
    saved: 'Permintaan kelengkapan tersimpan',
  },

  classify: {
    type: 'Jenis',
    types: { complaint: 'Pengaduan', aspiration: 'Aspirasi', informationRequest: 'Permintaan informasi' },
    typeHint: {
      complaint: 'Ada yang tidak sesuai dan minta diselesaikan.',
      aspiration: 'Usul atau harapan untuk desa.',
      informationRequest: 'Hanya bertanya.',
    },
    misconduct: 'Ada dugaan pelanggaran oleh perangkat?',
    misconductNeeded: 'Jawab dulu: ada dugaan pelanggaran oleh perangkat atau tidak.',
    misconductHint: 'Kalau ya, batas waktunya lebih panjang dan terlapor tidak boleh menerima aduan ini.',
    urgent: 'Mendesak atau berbahaya?',
    urgentHint: 'Mendesak berarti ditangani hari ini juga.',
    category: 'Kategori',
    categoryNeeded: 'Pilih kategori.',
    save: 'Simpan klasifikasi',
    saved: 'Klasifikasi tersimpan',
  },

  restrict: {
    intro: 'Terlapor tidak menerima aduan ini dan tidak melihat apa pun darinya, sejak sekarang.',
    who: 'Siapa terlapornya?',
    whoHint: 'Kosongkan kalau ternyata bukan perangkat.',
    lead: (name: string) =>
      `${name} adalah penanggung jawab aduan ini. Sesudah disimpan, alihkan ke petugas lain.`,
    self: 'Anda sendiri terlapor: aduan ini hilang dari perangkat Anda dan jatuh ke petugas meja berikutnya.',
    headOfVillage: 'Kepala Desa terlapor: usulkan Teruskan ke instansi (Camat atau Inspektorat).',
    nobody: 'Tidak ada terlapor: aduan ini menjadi aduan biasa lagi.',
    save: 'Simpan terlapor',
    saved: 'Perkara terbatas tersimpan',
    cleared: 'Aduan ini kembali menjadi aduan biasa',
  },

  assign: {
    lead: 'Ditugaskan ke',
    leadNeeded: 'Pilih siapa yang menjadi penanggung jawab.',
    suggested: 'Disarankan',
    showAll: 'Tampilkan semua petugas',
    becauseDusun: 'kejadian di dusunnya',
    becauseCategory: (n: number) => `sudah ${n} kali menangani kategori ini`,
    load: (open: number, late: number) =>
      open === 0 ? 'tidak ada aduan terbuka' : `${open} aduan terbuka${late ? `, ${late} terlambat` : ''}`,
    current: 'sekarang',
    returned: 'Baru mengembalikan tugas ini',
    notInOffice: (name: string) =>
      `${name} sedang tidak menjabat. Pilih petugas lain, atau pastikan dulu di Pengaturan.`,
    respondent: 'terlapor',
    helpers: 'Dibantu oleh',
    instruction: 'Perintah',
    instructionHint: 'Apa yang harus dilakukan, singkat saja.',
    due: 'Batas waktu',
    proposed: (when: string) => `Diusulkan menurut aturan: ${when}`,
    proposedLate: 'Batas menurut aturan sudah lewat. Pilih hari yang masih bisa dikejar.',
    when: (day: string, days: number) =>
      days === 0 ? `${day}, hari ini.` : `${day}, ${days} hari kerja dari sekarang.`,
    dayOff: 'Itu hari libur.',
    duePast: 'Batas waktu sudah lewat. Pilih hari ini atau sesudahnya.',
    dueInvalid: 'Tanggalnya tidak terbaca. Pilih hari ini atau sesudahnya.',
    save: 'Disposisikan',
    saveAgain: 'Alihkan',
    saved: (name: string) => `Didisposisikan ke ${name}`,
    handOver: (from: string) =>
      `Sekarang dipegang ${from}. Sesudah dialihkan, aduan ini hilang dari HP-nya; yang terlanjur ditulisnya tetap masuk.`,
    none: 'Belum ada petugas lain. Tambahkan dulu di Pengaturan.',
  },

  unassign: {
    ask: (name: string) =>
      `Aduan ini ditarik dari ${name} dan hilang dari HP-nya. Yang terlanjur ditulisnya tetap masuk.`,
    save: 'Tarik disposisi',
    saved: 'Disposisi ditarik',
  },

  answer: {
    intro: 'Inilah yang dibaca atau didengar pengadu. Catatan petugas tidak ikut.',
    text: 'Isi jawaban',
    textHint: 'Apa yang sudah dilakukan, apa hasilnya, dan kapan.',
    textNeeded: 'Tulis jawabannya.',
    how: 'Disampaikan lewat',
    howNeeded: 'Pilih lewat apa jawaban disampaikan.',
    asked: (how: string) => `Pengadu minta dijawab lewat: ${how}.`,
    on: 'Tanggal disampaikan',
    onFuture: 'Tanggalnya belum tiba. Catat sesudah jawaban benar-benar disampaikan.',
    onInvalid: 'Tanggalnya tidak terbaca. Isi tanggal jawaban disampaikan.',
    to: 'Disampaikan kepada',
    toHint: 'Pengadu sendiri, atau siapa yang menerima.',
    preview: 'Begini yang diterima pengadu',
    empty: 'Jawaban belum ditulis.',
    sendWhatsApp: 'Buka WhatsApp',
    whatsAppHint: 'Kirim dulu lewat WhatsApp, lalu kembali ke sini dan tandai.',
    noPhone: 'Nomor HP pengadu tidak ada. Pilih cara lain, atau lengkapi dulu.',
    markDelivered: 'Tandai sudah disampaikan',
    saved: 'Jawaban tersimpan',
    again: 'Aduan ini sudah pernah dijawab. Jawaban ini ditambahkan, yang lama tetap terlihat.',
  },

  close: {
    outcome: 'Hasil',
    outcomeNeeded: 'Pilih hasilnya.',
    summary: 'Ringkasan',
    summaryHint: 'Satu dua kalimat untuk buku pengaduan.',
    openMeeting: 'Masih ada rapat yang belum berlangsung untuk aduan ini.',
    save: 'Selesaikan aduan',
    saved: 'Aduan selesai',
  },

  outside: {
    ask: 'Aduan ini diakhiri sebagai bukan wewenang desa. Masih bisa dibuka kembali.',
    where: 'Ke mana pengadu sebaiknya pergi?',
    whereHint: 'Misalnya: kantor PLN Majenang, bagian gangguan.',
    whereNeeded: 'Tulis ke mana pengadu sebaiknya pergi.',
    agencies: 'Yang sering dipakai',
    save: 'Akhiri: bukan wewenang',
    saved: 'Dicatat sebagai bukan wewenang desa',
  },

  merge: {
    search: 'Cari aduan induknya',
    searchHint: 'Nomor, kode, nama, atau kata dari isinya.',
    similar: 'Yang mirip',
    found: (n: number) => `${n} aduan ditemukan`,
    none: 'Tidak ada aduan yang cocok. Coba kata lain.',
    needed: 'Pilih dulu aduan induknya.',
    chosen: 'Digabung ke',
    change: 'Pilih yang lain',
    ask: (from: string, into: string) =>
      `Aduan ${from} berakhir dan selanjutnya ditangani di dalam aduan ${into}. Nomornya tetap tercatat.`,
    save: 'Gabungkan',
    saved: 'Aduan digabung',
  },

  void: {
    ask: (number: string) =>
      `Nomor ${number} dibatalkan: di buku pengaduan tercetak BATAL dan nomornya tidak dipakai lagi. Isi aduan tetap tersimpan.`,
    when: 'Untuk aduan yang salah catat. Aduan yang sama dengan aduan lain sebaiknya digabung.',
    save: 'Batalkan nomor ini',
    saved: 'Nomor dibatalkan',
  },

  reopen: {
    ask: 'Aduan ini dibuka kembali. Penanggung jawab terakhir menerimanya lagi sebagai tugas; alihkan kalau perlu orang lain.',
    reasonHint: 'Misalnya: pengadu tidak puas, jalannya rusak lagi.',
    within: (day: string) => `Dapat dibuka kembali sampai ${day}.`,
    save: 'Buka kembali',
    saved: 'Aduan dibuka kembali',
  },
}
