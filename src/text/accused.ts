/** Verifikasi and Klasifikasi: who is meant, where *dugaan pelanggaran* is answered with *Ya* and nobody is named. */
export const accused = {
  ask: 'Siapa yang diduga?',
  named: 'Pilih perangkatnya',
  unknown: 'Belum diketahui',
  unknownHint:
    'Jangan ditugaskan ke orang yang mungkin terlapor. Bila sudah jelas: Lainnya, Perkara terbatas.',
  needed: 'Pilih siapa yang diduga, atau “Belum diketahui”.',
}
