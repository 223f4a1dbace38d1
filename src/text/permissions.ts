/** *Izin*: what the browser lets the app do, and how to allow it again. */
import { here } from './here.ts'

export type PermissionName = 'camera' | 'microphone' | 'geolocation' | 'notifications'
export type Browser = 'android' | 'androidApp' | 'ios' | 'iosApp' | 'computer'

export const permissions = {
  title: 'Izin',
  intro: `Peramban bertanya sebelum Kentongan boleh memakai bagian dari ${here}. Semua boleh ditolak: aduan dan catatan tetap bisa ditulis, disimpan, dan dikirim.`,
  name: {
    camera: 'Kamera',
    microphone: 'Mikrofon',
    geolocation: 'Lokasi',
    notifications: 'Pemberitahuan',
  } satisfies Record<PermissionName, string>,
  what: {
    camera:
      'Untuk memotret dari dalam aduan. Foto diambil dengan aplikasi kamera, jadi biasanya tidak ada pertanyaan izin.',
    microphone: 'Untuk merekam suara, hanya selama Anda merekam.',
    geolocation: 'Untuk mencatat titik kejadian, hanya ketika Anda mengetuk Pakai lokasi saya.',
    notifications: `Supaya ${here} memberi tahu tugas baru dan batas waktu, juga saat aplikasi ditutup.`,
  } satisfies Record<PermissionName, string>,
  without: {
    camera: 'Tanpa izin: pilih foto dari Galeri.',
    microphone: 'Tanpa izin: ketik saja.',
    geolocation: 'Tanpa izin: tulis tempatnya dengan dusun, RW, RT, dan patokan.',
    notifications: 'Tanpa izin: tugas baru terlihat begitu aplikasi dibuka.',
  } satisfies Record<PermissionName, string>,
  state: {
    granted: 'Diizinkan',
    denied: 'Ditolak',
    prompt: 'Belum ditanyakan',
    unknown: 'Ditanyakan saat dipakai',
    none: `Tidak ada di ${here}`,
  },
  ask: 'Izinkan sekarang',
  asked: { granted: 'Terima kasih, sudah diizinkan.', denied: 'Belum diizinkan. Caranya tertulis di bawah.' },
  howTitle: 'Kalau terlanjur ditolak',
  others: 'Di peramban lain',
  browser: {
    android: 'Chrome di HP Android',
    androidApp: 'Aplikasi terpasang di HP Android',
    ios: 'Safari di iPhone',
    iosApp: 'Aplikasi terpasang di iPhone',
    computer: 'Chrome atau Edge di komputer',
  } satisfies Record<Browser, string>,
  steps: (host: string): Record<Browser, string[]> => ({
    android: [
      'Ketuk tanda di sebelah kiri alamat (gembok atau dua garis).',
      'Ketuk Izin.',
      'Nyalakan Mikrofon, Lokasi, atau Notifikasi.',
      'Muat ulang halaman ini. Kalau tetap ditolak: Setelan HP, Aplikasi, Chrome, Izin.',
    ],
    androidApp: [
      'Buka Chrome, ketuk ⋮, lalu Setelan.',
      'Ketuk Setelan situs, lalu Semua situs.',
      `Pilih ${host}, lalu izinkan yang diperlukan.`,
      'Untuk pemberitahuan: tekan lama ikon Kentongan, ketuk Info aplikasi, lalu Notifikasi.',
    ],
    ios: [
      'Ketuk tanda di sebelah kiri alamat (aA atau gambar halaman).',
      'Pilih Setelan Situs Web.',
      'Ubah Kamera, Mikrofon, atau Lokasi menjadi Izinkan.',
      'Pemberitahuan di iPhone hanya ada sesudah aplikasi dipasang di layar utama.',
    ],
    iosApp: [
      'Buka Setelan iPhone.',
      'Lokasi: Privasi & Keamanan, Layanan Lokasi, Situs Safari, lalu Saat Digunakan.',
      'Pemberitahuan: Notifikasi, lalu Kentongan.',
      'Kamera dan mikrofon ditanyakan lagi setiap kali dipakai: pilih Izinkan.',
    ],
    computer: [
      'Klik tanda di sebelah kiri alamat (gembok atau dua garis).',
      'Nyalakan Mikrofon, Lokasi, atau Notifikasi.',
      'Muat ulang halaman ini.',
    ],
  }),
  gps: `Lokasi sudah diizinkan tetapi tidak ditemukan? Nyalakan GPS di setelan ${here}, lalu coba di tempat terbuka.`,
}
