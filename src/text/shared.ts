/** Messages, pictures and recordings that come from another app. */
import { here } from './here.ts'

const many = (n: number, what: string) => (n ? `${n} ${what}` : '')

export const sharedText = {
  title: 'Kiriman dari aplikasi lain',
  waits: (n: number) => `${n} kiriman dari aplikasi lain menunggu dicatat. Ketuk untuk membuka.`,
  waitsForOfficer: (n: number) =>
    `${n} kiriman dari aplikasi lain tersimpan di ${here}. Setelah terdaftar, kiriman ini bisa langsung dicatat.`,
  none: 'Tidak ada kiriman yang menunggu',
  noneHint: 'Di WhatsApp: tekan lama pesannya, ketuk Bagikan, lalu pilih Kentongan.',
  holds: (letters: number, files: number) =>
    [many(letters, 'huruf'), many(files, 'berkas')].filter(Boolean).join(', ') || 'kosong',
  came: (when: string) => `Masuk ${when}`,
  take: 'Catat sebagai aduan',
  drop: 'Buang kiriman',
  dropAsk: 'Kiriman ini dihapus dari Kentongan. Di aplikasi asalnya tetap ada.',
  dropYes: 'Ya, buang',
  dropped: 'Kiriman dibuang.',
  who: 'Siapa yang mencatat kiriman ini?',
  whoHint: 'Perangkat ini dipakai beberapa petugas. Kiriman masuk ke catatan petugas yang dipilih.',
  asMe: (name: string) => `${name} (sedang dipakai)`,
  again: (when: string) => `Kiriman yang sama sudah pernah dicatat ${when}.`,
  againBy: (when: string, name: string) => `Kiriman yang sama sudah pernah dicatat oleh ${name} ${when}.`,
  isTaken: 'Kiriman ini sudah dicatat.',
  openBefore: 'Buka yang sudah ada',
  takeAgain: 'Tetap catat sebagai aduan baru',
  failed: {
    penuh:
      'Kiriman ini belum tersimpan: penyimpanan HP penuh. Hapus foto atau video yang tidak dipakai, lalu bagikan sekali lagi dari aplikasi asalnya.',
    rusak:
      'Kiriman ini tidak bisa dibaca. Bagikan sekali lagi dari aplikasi asalnya, atau pakai Tempel dari WhatsApp.',
    belum:
      'Kiriman ini belum diterima karena Kentongan baru saja dipasang ulang. Sekarang sudah siap: bagikan sekali lagi dari aplikasi asalnya.',
  } as Record<string, string>,

  card: 'Terisi dari kiriman',
  cardHint: 'Periksa dulu. Hilangkan centang pada yang tidak cocok; semuanya tetap bisa diubah.',
  from: 'Kiriman ini dari mana?',
  fromWords: { phone: 'WhatsApp / SMS', email: 'Email' },
  name: (name: string) => `Nama pengadu: ${name}`,
  phone: (shown: string) => `Nomor HP: ${shown}`,
  sent: (when: string) => `Dikirim ${when}`,
  subject: (subject: string) => `Obyek: ${subject}`,
  words: (start: string) => `Uraian: “${start}”`,
  confidential: 'Identitas dirahasiakan: hapus nama pengadu dari uraian bila tertulis di sana.',
  noRoom: (name: string) =>
    `${name}: penyimpanan HP penuh, jadi berkas ini tidak ikut. Di aplikasi asalnya tetap ada.`,
  noRoomYet: (files: number) =>
    `Penyimpanan HP penuh, jadi ${files} berkas kiriman belum ikut. Berkasnya tetap tersimpan sebagai kiriman. Hapus foto atau aplikasi yang tidak dipakai, lalu ketuk Coba lagi. Aduannya bisa disimpan tanpa berkas itu.`,
  tryAgain: 'Coba lagi',
  rest: 'Lanjutan pesan',
  restHint:
    'Pesan ini lebih panjang dari satu uraian. Lanjutannya disimpan sebagai catatan di aduan yang sama.',

  paste: 'Tempel dari WhatsApp',
  pasteHint: 'Di WhatsApp: tekan lama pesannya, lalu Salin. Kembali ke sini dan tempel.',
  pasteLabel: 'Isi pesan',
  pasteNow: 'Tempel',
  pasteFailed: 'HP ini tidak mengizinkan menempel otomatis. Tekan lama di kotak, lalu pilih Tempel.',
  pasteUse: 'Pakai pesan ini',
  pasteEmpty: 'Tempel dulu pesannya di kotak ini.',
}
