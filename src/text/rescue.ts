/** *Berkas penyelamat*: made on a phone that cannot send, opened at the office. */
import { held } from './held.ts'

export const rescue = {
  title: 'Berkas penyelamat',
  hint: 'HP ini tidak bisa tersambung atau mau diganti? Jadikan semua yang belum diterima pusat satu berkas, termasuk draf yang belum disimpan, lalu kirim lewat HP lain atau WhatsApp.',
  make: 'Buat berkas penyelamat',
  making: 'Membuat berkas …',
  ready: (entries: number, files: number, drafts: number, size: string) =>
    `Berkas siap: ${held(entries, files, drafts)} (${size}).`,
  leftOut: (n: number) => `${n} foto tidak muat. Foto itu tetap di HP ini.`,
  next: 'Kirim berkas ini ke petugas pengelola lewat WhatsApp. Hanya pusat desa Anda yang bisa membukanya; tidak ada kata sandi yang perlu diingat.',
  keeps: 'Catatan tetap ada di HP ini. Kalau nanti terkirim juga, tidak menjadi dua.',
  share: 'Kirim berkas',
  save: 'Simpan di HP',
  shared: 'Berkas diserahkan ke aplikasi pilihan Anda.',
  saved: 'Berkas tersimpan di folder Unduhan.',
  why: {
    'no-key':
      'HP ini belum pernah menerima kunci desa. Sambungkan ke internet sekali saja, lalu buat berkasnya.',
    nothing: 'Tidak ada yang perlu diselamatkan: semua sudah tersimpan di pusat.',
  } as Record<string, string>,
  /** Stands readable at the top of the file. */
  note: (entries: number, files: number, drafts: number) =>
    [
      'BERKAS PENYELAMAT KENTONGAN',
      `Isi: ${held(entries, files, drafts)} pengaduan desa, terkunci.`,
      'Kirim berkas ini ke petugas pengelola pengaduan. Petugas membukanya di Keadaan HP > Buka berkas penyelamat.',
      '',
    ].join('\n'),
  fileName: (day: string) => `berkas-penyelamat-${day}.txt`,

  open: 'Buka berkas penyelamat',
  openHint:
    'Petugas mengirim berkas dari HP yang tidak bisa tersambung? Pilih berkasnya di sini. Isinya diperiksa seperti kiriman biasa, tetap atas nama penulisnya, dan tercatat bahwa Anda yang membacakannya.',
  choose: 'Pilih berkas',
  reading: 'Membaca berkas …',
  from: (name: string, when: string) => `Berkas dari ${name}, dibuat ${when}.`,
  files: (stored: number, all: number) =>
    stored === all
      ? `${all} foto atau rekaman diterima.`
      : `${stored} dari ${all} foto atau rekaman diterima.`,
  drafts: (n: number, name: string) =>
    `${n} draf disimpan untuk ${name} selama 60 hari. Draf itu muncul di HP lain miliknya begitu tersambung; hanya penulisnya yang bisa membacanya.`,
  draftsKept: 'Draf titipan',
  draftsKeptWords: (n: number, until: string) =>
    `${n}, menunggu HP baru penulisnya; disimpan sampai ${until}`,
  fate: {
    accepted: (n: number) => `${n} catatan diterima`,
    known: (n: number) => `${n} catatan sudah ada sebelumnya`,
    held: (n: number) => `${n} catatan ditahan untuk diperiksa, karena HP itu dinyatakan hilang`,
    waits: (n: number) => `${n} catatan belum bisa dinilai`,
    refused: (n: number) => `${n} catatan ditolak`,
  },
  waitsHint:
    'Ada yang harus datang lebih dulu dari HP lain. Simpan berkasnya dan buka lagi besok; yang sudah masuk tidak menjadi dua.',
  refusedHint: 'Catatan yang ditolak masih ada di HP penulisnya. Mintalah penulisnya memperbaiki di Saya.',
  failed: {
    offline: 'Perlu internet untuk membuka berkas. Sambungkan, lalu pilih berkasnya lagi.',
    'rescue-not-one':
      'Ini bukan berkas penyelamat. Pilih berkas yang namanya diawali "berkas-penyelamat", seperti yang dikirim petugas.',
    'rescue-newer':
      'Berkas ini dibuat aplikasi yang lebih baru daripada pusat. Mintalah petugas teknis memperbarui server.',
    'rescue-cut-off':
      'Berkas ini terpotong, mungkin unduhannya belum selesai. Unduh sekali lagi, atau minta petugas mengirim ulang. Catatannya masih ada di HP petugas.',
    'rescue-damaged':
      'Isi berkas ini berubah sejak dibuat, jadi tidak dibaca. Minta petugas mengirim ulang langsung dari HP-nya. Catatannya masih ada di sana.',
    'rescue-other-village':
      'Berkas ini dikunci untuk desa lain, atau untuk pusat sebelum dipulihkan. Pastikan berkasnya dari petugas desa ini.',
    'rescue-unknown-phone':
      'HP pembuat berkas ini tidak dikenal pusat. Periksa apakah berkasnya dari petugas desa ini.',
    'too-large': 'Berkas ini terlalu besar. Minta petugas membuatnya lagi.',
    'too-many': 'Terlalu banyak berkas dalam satu menit. Tunggu sebentar, lalu coba lagi.',
    'quarantine-full':
      'Sudah terlalu banyak catatan dari HP hilang ini yang menunggu diperiksa. Minta petugas teknis memeriksanya dulu.',
    'desk-only': 'Hanya petugas pengelola, Sekretaris Desa, atau Kepala Desa yang bisa membuka berkas ini.',
  } as Record<string, string>,
}
