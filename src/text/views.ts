/** Saved views of the register. */
export const views = {
  label: 'Tampilan',
  builtIn: {
    open: 'Terbuka, yang mendesak dulu',
    late: 'Terlambat',
    nobody: 'Belum ditugaskan',
  },
  keep: 'Simpan tampilan ini',
  name: 'Nama tampilan',
  nameHint:
    'Misalnya: Jalan di Dusun Anggrek. Hanya untuk Anda, di perangkat ini. Kata yang dicari tidak ikut.',
  nameMissing: 'Tulis dulu namanya.',
  drop: 'Hapus tampilan ini',
  kept: (name: string) => `Tampilan "${name}" disimpan.`,
}
