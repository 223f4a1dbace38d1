/** Why the centre can't judge an own entry yet: it waits, and is offered again by itself. */
const OTHER = 'Menunggu: pusat belum bisa menilai catatan ini.'

const WORDS: Record<string, string> = {
  'unknown-journal': 'Menunggu: pusat belum punya aduan atau rapatnya. HP yang mencatatnya belum mengirim.',
  'newer-kind': 'Menunggu: pusat masih memakai versi yang lebih lama dari aplikasi ini.',
  restored: 'Menunggu: pusat baru dipulihkan, dan catatan sebelum ini belum kembali dari HP lain.',
}

export const doubts = {
  why: (code: string): string => WORDS[code] ?? OTHER,
  hint: 'Yang menunggu dicoba lagi sendiri dan tidak menahan catatan lain. Bila berhari-hari tetap menunggu: beri tahu petugas desa, atau buat berkas penyelamat di bawah.',
  outcome: 'Yang bisa dikirim sudah terkirim. Sisanya menunggu, dan sebabnya tertulis di atas.',
  strip: (n: number) => `${n} catatan belum bisa diterima pusat. Ketuk untuk melihat sebabnya.`,
  leave: (n: number) => `Belum bisa keluar: ${n} catatan masih menunggu. Sebabnya tertulis di atas.`,
}
