/** Photos, voice notes, signatures and the place by satellite. */
import { bytes } from './format.ts'

const two = (n: number) => String(n).padStart(2, '0')

export const mediaText = {
  field: 'Foto dan suara',
  boxLetter: 'Foto suratnya, atau suara',
  proof: 'Bukti sudah disampaikan',
  letter: 'Foto suratnya',
  attendance: 'Foto daftar hadir, tanda tangan',
  hint: 'Foto diperkecil dan lokasi di dalam berkasnya dihapus.',
  camera: 'Kamera',
  gallery: 'Galeri',
  choose: 'Pilih foto',
  voice: 'Rekam suara',
  voiceShort: 'Suara',
  signature: 'Tanda tangan',
  list: 'Yang dilampirkan',
  caption: 'Keterangan foto',
  captionVoice: 'Keterangan rekaman',
  picture: 'Foto',
  sound: 'Rekaman suara',
  remove: 'Hapus',
  removeWhat: (what: string) => `Hapus ${what}`,
  number: (what: string, n: number) => `${what} ${n}`,
  preparing: (at: number, of: number) => `Menyiapkan foto ${at} dari ${of} …`,
  waitFor: { picture: 'Menyiapkan foto …', voice: 'Selesaikan rekaman dulu' },
  only: (pictures: number, sounds: number) =>
    [pictures && `${pictures} foto`, sounds && `${sounds} rekaman suara`].filter(Boolean).join(' dan '),
  confidential:
    'Identitas pengadu dirahasiakan, tetapi foto dan suara dilihat semua petugas yang menangani. Jangan sampai wajah, nama, atau suara pengadu ikut terekam.',

  unfit: {
    empty: 'Berkas ini kosong. Ambil fotonya sekali lagi.',
    heic: 'Foto ini berformat HEIC yang tidak bisa dibaca di HP ini. Buka di Galeri, simpan sebagai JPEG, atau foto langsung dari tombol Kamera.',
    pdf: 'Ini berkas PDF, bukan foto. Foto lembarannya dengan tombol Kamera.',
    video: 'Ini video. Yang bisa dilampirkan hanya foto dan rekaman suara. Ambil satu fotonya saja.',
    other: 'Berkas ini bukan foto. Pilih foto, atau ambil yang baru dengan tombol Kamera.',
    broken: 'Foto ini rusak dan tidak bisa dibuka. Pilih foto lain, atau foto sekali lagi.',
    'too-big': 'Foto ini terlalu besar untuk HP ini. Foto sekali lagi dengan ukuran lebih kecil.',
    sound:
      'Rekaman ini berformat yang tidak bisa disimpan. Dengarkan di aplikasi asalnya, lalu tulis isinya di Uraian.',
    'sound-empty': 'Rekaman ini kosong: mikrofonnya belum menangkap suara. Rekam sekali lagi.',
    'sound-too-big':
      'Rekaman ini terlalu panjang (paling besar 2 MB). Dengarkan di aplikasi asalnya, lalu tulis isinya di Uraian.',
    'full-disk':
      'Penyimpanan HP penuh, jadi ini belum tersimpan. Hapus foto atau aplikasi yang tidak dipakai, lalu coba lagi. Yang lain tetap bisa disimpan tanpa ini.',
  },
  unfitNamed: (name: string, sentence: string) => (name ? `${name}: ${sentence}` : sentence),
  tooMany: (most: number) =>
    `Paling banyak ${most} lampiran dalam satu catatan. Sisanya tulis di catatan lain.`,

  record: {
    title: 'Rekam suara',
    asking: 'Izinkan HP memakai mikrofon …',
    going: (seconds: number, most: number) => `Merekam ${clock(seconds)} dari ${clock(most)}`,
    level: 'Kerasnya suara',
    stop: 'Berhenti',
    kept: (seconds: number) => `Rekaman ${clock(seconds)} disimpan.`,
    refused:
      'Mikrofon belum diizinkan. Ketuk tanda gembok di samping alamat, izinkan Mikrofon, lalu coba lagi. Anda juga bisa mengetik.',
    none: 'Mikrofon tidak ditemukan atau sedang dipakai aplikasi lain. Tutup aplikasi itu lalu coba lagi, atau ketik saja.',
    unable: 'Peramban ini tidak bisa merekam suara. Ketik saja, atau perbarui Chrome.',
  },
  length: (seconds: number) => clock(seconds),
  play: 'Putar',
  pause: 'Jeda',
  playing: (seconds: string) => `Putar rekaman ${seconds}`,
  cannotPlay: 'Rekaman ini tidak bisa diputar di peramban ini.',

  sign: {
    title: 'Tanda tangan',
    hint: 'Tulis tanda tangan dengan jari di dalam kotak. Boleh dilewati; foto kertas yang ditandatangani sama sahnya.',
    area: 'Tempat tanda tangan',
    name: 'Nama yang tanda tangan',
    nameMissing: 'Tulis dulu namanya.',
    undo: 'Urungkan',
    clear: 'Ulangi',
    save: 'Simpan tanda tangan',
    empty: 'Belum ada tanda tangan di kotak.',
    of: (name: string) => `Tanda tangan ${name}`,
    complainant: 'pengadu',
    receiver: 'penerima',
    hidden: 'Tanda tangan tidak diminta karena identitas pengadu dirahasiakan.',
  },

  place: {
    title: 'Titik lokasi',
    hint: 'Tekan kalau Anda sedang berada di tempat kejadian.',
    use: 'Pakai lokasi saya',
    asking: 'Mencari lokasi … Anda boleh terus mengisi.',
    found: (metres: number) => `Lokasi tercatat, ketelitian ± ${metres} m`,
    improving: (metres: number) => `Memperbaiki … sekarang ± ${metres} m. Tunggu di tempat terbuka.`,
    improve: 'Perbaiki',
    remove: 'Hapus lokasi',
    refused:
      'Lokasi belum diizinkan. Ketuk tanda gembok di samping alamat, izinkan Lokasi, lalu coba lagi. Aduan tetap bisa disimpan tanpa titik lokasi.',
    none: 'Lokasi belum ditemukan. Nyalakan GPS dan coba lagi di tempat terbuka. Aduan tetap bisa disimpan tanpa titik lokasi.',
  },

  view: {
    title: 'Foto',
    open: (n: number, of: number, caption: string) => `Foto ${n} dari ${of}${caption ? `: ${caption}` : ''}`,
    get: (count: number) => `Ketuk untuk mengambil foto (± ${bytes(count)})`,
    getSound: (count: number) => `Ambil rekaman (± ${bytes(count)})`,
    size: bytes,
    getting: 'Mengambil …',
    why: {
      offline: 'Foto ada di pusat; ambil saat ada internet.',
      'not-yet': 'Foto belum sampai dari HP pengirim.',
      gone: 'Foto ini tidak ada lagi di pusat.',
    },
    whySound: {
      offline: 'Rekaman ada di pusat; ambil saat ada internet.',
      'not-yet': 'Rekaman belum sampai dari HP pengirim.',
      gone: 'Rekaman ini tidak ada lagi di pusat.',
    },
    unsent: 'Belum terkirim',
    away: 'Belum ada di HP ini',
    larger: 'Perbesar',
    smaller: 'Perkecil',
    before: 'Foto sebelumnya',
    after: 'Foto berikutnya',
    save: 'Simpan ke HP',
    share: 'Bagikan',
    fileName: (n: number) => `foto-aduan-${n}`,
  },

  bring: {
    title: 'Bawa ke lapangan',
    hint: 'Mengambil semua foto dan rekaman dari aduan yang Anda kerjakan, supaya bisa dilihat tanpa internet.',
    start: 'Ambil semua',
    going: (done: number, of: number) => `${done} dari ${of} sudah diambil. Anda boleh menutup halaman ini.`,
    counting: 'Menghitung foto …',
    stop: 'Berhenti',
    all: (of: number) =>
      of ? `Semua ${of} foto dan rekaman ada di HP ini.` : 'Tidak ada yang perlu diambil.',
    partly: (done: number, of: number) =>
      `${done} dari ${of} sudah ada di HP ini. Sisanya belum bisa diambil; coba lagi saat ada internet.`,
    cases: (n: number) => `${n} aduan`,
    noCases: 'Belum ada aduan yang Anda kerjakan.',
  },

  store: {
    unsent: (n: number, count: number) => `${n} foto dan rekaman belum terkirim (${bytes(count)})`,
    kept: (n: number, count: number) =>
      `${n} foto dan rekaman disimpan di HP ini (${bytes(count)}); di pusat juga ada.`,
    none: 'Tidak ada foto titipan petugas lain di HP ini.',
    drop: 'Hapus foto titipan',
    dropAsk:
      'Foto dan rekaman titipan dihapus dari HP ini. Di pusat tetap ada dan bisa diambil lagi. Yang belum terkirim tidak ikut terhapus.',
    dropYes: 'Ya, hapus dari HP',
    dropped: (n: number) => `${n} foto dan rekaman titipan sudah dihapus dari HP ini.`,
  },
}

/** `0.32` for 32 seconds, as clocks are written here. */
function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}.${two(whole % 60)}`
}
