/** The PIN: setting it in *Saya*, and the locked screen. */
import { here } from './here.ts'

const minutes = (n: number) => `${n} menit`

export const lock = {
  title: 'Terkunci',
  pin: 'PIN',
  show: 'Perlihatkan angkanya',
  open: 'Buka',
  checking: 'Memeriksa …',
  wrong: (ms: number) => `PIN salah. Coba lagi sesudah ${minutes(Math.round(ms / 60_000))}.`,
  early: 'PIN yang tadi salah.',
  wait: (ms: number) =>
    ms >= 60_000
      ? `Tunggu ${minutes(Math.ceil(ms / 60_000))} lagi.`
      : `Tunggu ${Math.ceil(ms / 1_000)} detik lagi.`,
  safe: 'Catatan dan draf tetap aman. Yang belum terkirim tetap dikirim.',
  forgotten: 'Lupa PIN?',
  forgottenHow: `Mintalah tautan atau kode pendaftaran baru kepada petugas desa, lalu buka di ${here}. PIN lama terhapus; draf dan catatan yang belum terkirim tetap ada.`,
  typeCode: 'Ketik kode baru',
  others: 'Pengguna lain',

  card: 'PIN',
  none: `Tanpa PIN, siapa saja yang memegang ${here} bisa membacanya dan menulis atas nama Anda. Pasang PIN bila dipakai bersama.`,
  set: 'Pasang PIN',
  isSet: (n: number) =>
    `PIN terpasang. Ditanyakan saat aplikasi dibuka, saat Ganti pengguna, dan sesudah ${minutes(n)} tidak dipakai.`,
  lockNow: 'Kunci sekarang',
  change: 'Ubah PIN',
  remove: 'Hapus PIN',
  onlyHere: `PIN hanya berlaku di ${here} dan tidak dikirim ke mana pun.`,
  after: 'Terkunci sesudah tidak dipakai',
  minutes,
  goOn: 'Lanjut',
  save: 'Simpan PIN',
  old: 'PIN sekarang',
  fresh: 'PIN baru',
  freshHint: '4 sampai 6 angka yang mudah Anda ingat, bukan 1234 atau tahun lahir.',
  again: 'PIN baru sekali lagi',
  shape: 'PIN terdiri dari 4 sampai 6 angka.',
  differ: 'Kedua PIN tidak sama. Ketik sekali lagi.',
  done: 'PIN terpasang.',
  removed: 'PIN dihapus.',
}
