/** What the people of the demo village complain about, and what became of it. */
export interface Story {
  category: string
  subject: string
  description: string
  followUp: string
  answer: string
  misconduct?: boolean
  agency?: string
}

export const STORIES: Story[] = [
  {
    category: 'Jalan/jembatan/drainase',
    subject: 'Jalan gang berlubang dan tergenang',
    description:
      'Jalan di depan mushola berlubang kira-kira sepanjang sepuluh meter. Kalau hujan tergenang, anak sekolah sering jatuh dari sepeda.',
    followUp:
      'Sudah dicek ke lokasi, lubang diukur dan ditandai. Warga siap kerja bakti, menunggu material sirtu.',
    answer: 'Lubang ditutup sirtu melalui kerja bakti warga; pengaspalan diusulkan ke Musdes tahun depan.',
  },
  {
    category: 'Listrik/penerangan jalan',
    subject: 'Lampu jalan mati sudah dua minggu',
    description:
      'Tiga lampu di tikungan dekat pos ronda mati. Malam gelap sekali dan pernah ada yang hampir tertabrak.',
    followUp: 'Dua lampu diganti dari stok desa, satu tiang perlu ditangani petugas PLN.',
    answer: 'Dua lampu sudah menyala. Perbaikan tiang sudah dimintakan ke PLN dan menunggu jadwal.',
    agency: 'PLN',
  },
  {
    category: 'Bantuan sosial',
    subject: 'Tidak terdata sebagai penerima bantuan',
    description:
      'Keluarga kami belum pernah terdata, padahal tetangga dengan keadaan sama sudah menerima sejak tahun lalu.',
    followUp:
      'Data keluarga dicocokkan dengan daftar dan dikunjungi. Akan dimasukkan dalam musyawarah pemutakhiran data.',
    answer: 'Keluarga diusulkan dalam pemutakhiran data; keputusan penetapan ada di dinas.',
    agency: 'Dinas Sosial',
  },
  {
    category: 'Air bersih/irigasi',
    subject: 'Saluran irigasi tersumbat',
    description:
      'Saluran ke sawah blok timur tersumbat sampah dan ranting, air tidak sampai ke petak paling bawah.',
    followUp: 'Bersama kelompok tani saluran dibersihkan sebagian. Masih ada satu gorong-gorong yang ambles.',
    answer: 'Saluran sudah mengalir. Gorong-gorong diperbaiki dengan bahan dari desa.',
  },
  {
    category: 'Sampah/lingkungan',
    subject: 'Tumpukan sampah di tepi sungai',
    description: 'Ada yang membuang sampah di tepi sungai dekat jembatan kecil, baunya sampai ke rumah.',
    followUp: 'Lokasi dibersihkan bersama karang taruna, dipasang papan larangan.',
    answer: 'Tempat sudah dibersihkan dan jadwal ronda sampah disepakati warga RT.',
  },
  {
    category: 'Pelayanan administrasi',
    subject: 'Surat keterangan lama tidak jadi',
    description:
      'Mengurus surat keterangan usaha sudah tiga kali ke balai desa, selalu diminta kembali besok.',
    followUp: 'Berkas ditemukan, kurang satu lampiran. Pemohon dihubungi dan surat diproses hari ini.',
    answer: 'Surat sudah selesai dan diserahkan. Alur pelayanan ditempel di papan informasi.',
  },
  {
    category: 'Perilaku perangkat',
    subject: 'Diminta uang saat mengurus surat',
    description: 'Waktu mengurus surat pindah ada yang meminta uang tanpa kuitansi. Mohon ditertibkan.',
    followUp: 'Keterangan dari pemohon dan petugas loket dicatat terpisah.',
    answer:
      'Uang dikembalikan, petugas diberi peringatan tertulis, dan biaya resmi diumumkan: tidak dipungut.',
    misconduct: true,
  },
  {
    category: 'Pertanahan',
    subject: 'Patok batas pekarangan bergeser',
    description: 'Patok antara pekarangan saya dan tetangga bergeser setelah pembangunan pagar.',
    followUp: 'Kedua pihak ditemui, bukti ukur lama dikumpulkan, disepakati untuk dibahas bersama.',
    answer: 'Batas disepakati kedua pihak dalam musyawarah dan dibuatkan berita acara.',
  },
  {
    category: 'Keamanan dan ketertiban',
    subject: 'Suara keras sampai larut malam',
    description: 'Hampir tiap malam ada suara musik keras dari warung sampai lewat pukul satu.',
    followUp: 'Pemilik warung ditemui bersama ketua RT, disepakati berhenti pukul sepuluh malam.',
    answer: 'Ada kesepakatan tertulis; ronda akan mengingatkan.',
  },
  {
    category: 'Kesehatan',
    subject: 'Posyandu tidak ada jadwal bulan ini',
    description: 'Sudah dua bulan posyandu di dusun kami tidak berjalan, balita belum ditimbang.',
    followUp: 'Kader dihubungi, jadwal baru disusun bersama bidan.',
    answer: 'Posyandu berjalan lagi tiap minggu kedua; jadwal diumumkan lewat ketua RT.',
  },
  {
    category: 'Pertanian',
    subject: 'Pupuk tidak sampai ke kelompok',
    description: 'Kelompok tani kami belum menerima jatah pupuk, padahal kelompok lain sudah.',
    followUp: 'Daftar kelompok dicek, ada nama yang belum masuk daftar penyaluran.',
    answer: 'Nama anggota diusulkan ulang dan jatah dibagikan pada penyaluran berikutnya.',
  },
  {
    category: 'Dana desa',
    subject: 'Papan kegiatan tidak dipasang',
    description:
      'Pekerjaan talud di dusun kami tidak ada papan keterangannya, berapa anggarannya tidak jelas.',
    followUp: 'Pelaksana kegiatan diminta memasang papan dan menyiapkan penjelasan.',
    answer: 'Papan kegiatan sudah dipasang dan rincian anggaran dijelaskan dalam pertemuan RT.',
    misconduct: true,
  },
]
