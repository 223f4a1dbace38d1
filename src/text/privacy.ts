/** *Privasi*: what UU 27/2022 asks of the village. */
export const privacy = {
  title: 'Privasi',
  intro: 'Melindungi data warga menurut UU 27 Tahun 2022.',
  notDesk: 'Hanya untuk petugas pengelola, Sekretaris Desa, dan Kepala Desa',
  sections: {
    akses: 'Log akses',
    orang: 'Data satu orang',
    simpan: 'Masa simpan',
    hilang: 'HP hilang atau data bocor',
  },
  hints: {
    akses: 'Siapa membuka, mencetak, atau mengekspor aduan yang mana.',
    orang: 'Seorang warga meminta salinan datanya, atau minta dibetulkan.',
    simpan: 'Berkas yang lewat masa simpan: usul musnah, keputusan, dan berita acaranya.',
    hilang: 'Apa yang harus dilakukan, dan aduan siapa saja yang ada di HP itu.',
  },
}
