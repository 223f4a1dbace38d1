/** *Impor dari CSV*: officers and an old register. */
export const imports = {
  intro: 'Tidak ada yang tersimpan sebelum Anda menekan tombol impor di bawah pratinjau.',
  what: 'Apa yang diimpor?',
  officers: 'Daftar petugas',
  officersHint: 'Nama, nomor HP, jabatan, dusun, mulai, sampai',
  register: 'Buku pengaduan lama',
  registerHint: 'Aduan dari buku kertas, dengan nomor dan jawabannya',
  steps: [
    'Unduh contoh, buka dengan Excel, isi mulai baris kedua.',
    'Simpan sebagai CSV (Berkas, Simpan sebagai, CSV UTF-8).',
    'Pilih berkas itu di sini.',
  ],
  template: 'Unduh contoh',
  templateOfficers: 'contoh-petugas.csv',
  templateRegister: 'contoh-buku-lama.csv',
  choose: 'Pilih berkas CSV',
  chooseOther: 'Pilih berkas lain',
  reading: 'Membaca berkas …',

  unreadable: {
    empty: 'Berkas ini kosong. Pilih berkas lain.',
    xlsx: 'Ini berkas Excel, walaupun namanya .csv. Buka di Excel, lalu Simpan sebagai CSV.',
    binary: 'Ini bukan berkas CSV. Buka datanya di Excel, lalu Simpan sebagai CSV.',
    'too-big': 'Berkas ini lebih dari 10 MB. Bagi menjadi beberapa berkas.',
    'too-many': 'Berkas ini lebih dari 5.000 baris. Bagi menjadi beberapa berkas.',
    header: 'Baris judul kolom tidak ditemukan. Unduh contoh, lalu samakan judul kolomnya.',
    rows: 'Di bawah judul kolom belum ada baris yang terisi.',
  },
  missingColumn: (names: string) => `Kolom ${names} tidak ditemukan. Samakan judulnya dengan berkas contoh.`,
  ignored: (names: string) => `Kolom yang tidak dikenal dan dilewati: ${names}.`,
  charset: 'Berkas ini tidak memakai UTF-8. Periksa huruf seperti é dan ’ di pratinjau.',

  preview: 'Pratinjau',
  row: (line: number) => `Baris ${line}`,
  ready: (n: number) => `${n} siap diimpor`,
  known: (n: number) => `${n} sudah ada, dilewati`,
  bad: (n: number) => `${n} perlu diperbaiki`,
  badHint:
    'Baris yang perlu diperbaiki tidak ikut diimpor. Perbaiki di Excel, simpan, lalu pilih berkasnya lagi: yang sudah masuk dilewati.',
  knownRow: 'Sudah ada, dilewati.',
  more: (n: number) => `Tampilkan ${n} baris lagi`,
  go: (n: number) => `Impor ${n} baris`,
  nothing: 'Tidak ada baris baru untuk diimpor.',
  progress: (done: number, of: number) => `${done} dari ${of} baris tersimpan`,
  leave:
    'Boleh pindah halaman. Kalau aplikasi tertutup, pilih berkas yang sama lagi: yang sudah masuk dilewati.',
  done: (n: number) => `Selesai: ${n} baris diimpor.`,
  stopped: (why: string) => `Berhenti. ${why}`,
  toOfficers: 'Lihat petugas',
  toBook: 'Lihat Buku pengaduan',

  registerEffect:
    'Aduan yang sudah selesai masuk sebagai riwayat: memakai nomor buku kertasnya, tidak mengambil nomor register, dan tidak dihitung dalam laporan bulan ini. Aduan yang belum selesai mendapat nomor register baru, dan batas waktunya dihitung dari tanggal terima.',
  officersEffect:
    'Setiap petugas baru tampil di Petugas dan jabatan; buat tautan pendaftaran HP-nya di sana.',
  open: 'belum selesai',
  paperAnswer: 'Isi jawaban ada di buku kertas.',

  columns: {
    name: 'Nama',
    phone: 'Nomor HP',
    position: 'Jabatan',
    dusun: 'Dusun',
    from: 'Mulai',
    to: 'Sampai',
    paperNumber: 'Nomor Buku',
    receivedOn: 'Tanggal Terima',
    channel: 'Kanal',
    complainant: 'Nama Pengadu',
    address: 'Alamat',
    rt: 'RT',
    rw: 'RW',
    rtRw: 'RT/RW',
    subject: 'Obyek Pengaduan',
    description: 'Uraian',
    category: 'Kategori',
    status: 'Status',
    answeredOn: 'Tanggal Jawaban',
    answer: 'Jawaban',
  },

  fault: {
    nameMissing: 'Nama kosong. Isi namanya.',
    tooLong: (column: string, most: number) => `${column} terlalu panjang. Paling banyak ${most} huruf.`,
    phoneWrong: (typed: string) =>
      `Nomor HP “${typed}” belum benar. Tulis seperti 0821-3345-4594, atau kosongkan.`,
    phoneNumber: (typed: string) =>
      `Nomor HP “${typed}” diubah oleh Excel. Ubah format kolomnya menjadi Teks, lalu tulis lagi.`,
    positionMissing: 'Jabatan kosong. Isi jabatannya.',
    positionUnknown: (typed: string) =>
      `Jabatan “${typed}” tidak dikenal. Tulis seperti di Pengaturan, misalnya Kasi Pelayanan.`,
    positionOff: (typed: string) => `Jabatan ${typed} dimatikan di Pengaturan, Jabatan yang ada.`,
    dusunMissing: 'Kepala Dusun perlu dusunnya. Isi kolom Dusun.',
    dusunUnknown: (typed: string) =>
      `Dusun “${typed}” belum ada di Pengaturan. Tambahkan dulu, atau perbaiki tulisannya.`,
    dateMissing: (column: string) => `${column} kosong. Tulis seperti 31-12-2024.`,
    dateWrong: (column: string, typed: string) =>
      `${column} “${typed}” tidak terbaca. Tulis seperti 31-12-2024.`,
    dateFuture: (column: string) => `${column} belum terjadi. Periksa tahunnya.`,
    datesReversed: 'Tanggal sampai mendahului tanggal mulai.',
    subjectMissing: 'Obyek dan uraian kosong. Isi salah satunya.',
    rtRw: (typed: string) => `RT/RW “${typed}” tidak terbaca. Tulis angka, misalnya 003.`,
    statusUnknown: (typed: string) =>
      `Status “${typed}” tidak dikenal. Tulis Selesai, hasilnya (misalnya Dijelaskan), atau Proses.`,
    channelUnknown: (typed: string) =>
      `Kanal “${typed}” tidak dikenal. Tulis Tatap muka, Kotak pengaduan, HP/WA, Email, atau Website.`,
    answerDateMissing: 'Ada jawaban tanpa tanggal. Isi Tanggal Jawaban.',
    answerTooEarly: 'Tanggal jawaban mendahului tanggal terima.',
    twiceInFile: (line: number) =>
      `Sama dengan baris ${line} di berkas ini. Hapus salah satu, atau bedakan nomornya.`,
  },
  note: {
    phoneShared: (name: string) => `Nomor HP ini juga dipakai ${name}.`,
    sameName: 'Nama ini sudah ada dengan nomor HP lain; dicatat sebagai orang lain.',
    newCategory: (name: string) => `Kategori “${name}” tidak ada di Pengaturan; dipakai apa adanya.`,
    newPlace: (name: string) => `Dusun “${name}” tidak ada di Pengaturan; ditulis sebagai keterangan tempat.`,
    noChannel: 'Kanal kosong; dicatat sebagai Tatap muka.',
  },
}
