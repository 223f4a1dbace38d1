/** *Privasi*: what UU 27/2022 asks of the village. */
export const privacy = {
  title: 'Privasi',
  intro: 'Melindungi data warga menurut UU 27 Tahun 2022.',
  notDesk: 'Hanya untuk petugas pengelola, Sekretaris Desa, dan Kepala Desa',
  sections: {
    akses: 'Log akses',
  },
  hints: {
    akses: 'Siapa membuka, mencetak, atau mengekspor aduan yang mana.',
  },
}
