/** *Pasang aplikasi*: why, how, and the offer after the first saved complaint. */
import { here } from './here.ts'

export type Platform = 'android' | 'ios' | 'computer'

export const install = {
  title: 'Pasang aplikasi',
  done: `Kentongan sudah terpasang di ${here}. Bukalah dari layar utama.`,
  why: 'Mengapa dipasang?',
  reasons: [
    'Dibuka sekali ketuk dari layar utama, juga tanpa internet.',
    `Datanya lebih terjaga: peramban tidak mudah membuangnya kalau ${here} penuh.`,
    'Foto dan pesan WhatsApp bisa dibagikan langsung ke Kentongan (HP Android).',
    'Di iPhone, hanya aplikasi yang terpasang bisa memberi pemberitahuan.',
  ],
  free: 'Tidak lewat Play Store, dan hampir tidak memakan tempat.',
  now: 'Pasang sekarang',
  nowHint: 'Peramban bertanya sekali; jawab Pasang.',
  refused: 'Belum dipasang. Anda bisa memasangnya kapan saja dari halaman ini.',
  byHand: 'Caranya',
  others: 'Di perangkat lain',
  platform: {
    android: 'Chrome di HP Android',
    ios: 'Safari di iPhone',
    computer: 'Chrome atau Edge di komputer',
  } satisfies Record<Platform, string>,
  steps: {
    android: [
      { show: 'dots', words: 'Ketuk tanda ⋮ di pojok kanan atas Chrome.' },
      { show: 'menu', words: 'Ketuk Tambahkan ke layar utama, lalu Instal.' },
      { show: 'home', words: 'Buka Kentongan dari layar utama.' },
    ],
    ios: [
      { show: 'share', words: 'Ketuk tombol Bagikan: kotak dengan panah ke atas.' },
      { show: 'sheet', words: 'Geser ke bawah, ketuk Tambah ke Layar Utama, lalu Tambah.' },
      {
        show: 'home',
        words:
          'Buka Kentongan dari layar utama. Kalau diminta mendaftar lagi, ketik kode yang sama dalam 30 menit, atau minta kode baru.',
      },
    ],
    computer: [
      { show: 'bar', words: 'Klik tanda layar dengan panah di ujung kanan alamat.' },
      { show: 'home', words: 'Klik Instal. Kentongan terbuka di jendelanya sendiri.' },
    ],
  } as const,
  drawn: { menu: 'Tambahkan ke layar utama', sheet: 'Tambah ke Layar Utama' },
  iosOld: 'Hanya dari Safari. Chrome di iPhone juga bisa pada iOS 16.4 ke atas.',
  offer: 'Pasang Kentongan di layar utama, supaya lebih mudah dibuka dan datanya lebih terjaga.',
  how: 'Lihat caranya',
  later: 'Jangan tawarkan lagi',
}
