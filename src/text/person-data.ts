/** *Data satu orang*: a resident asks what the village holds of them, or asks for it to be put right. */
import type { PersonRole } from '../domain/person.ts'

const roles: Record<PersonRole, string> = {
  complainant: 'Pengadu',
  joined: 'Pengadu lain',
  behalf: 'Dikuasakan',
}

export const personText = {
  title: 'Data satu orang',
  intro:
    'Warga berhak meminta salinan datanya dan minta dibetulkan. Pastikan dulu bahwa yang meminta memang orangnya, misalnya dengan melihat KTP-nya; nomornya tidak dicatat.',
  asked: 'Nama atau nomor HP',
  askedHint: 'Semua kata dari namanya, atau sedikitnya enam angka dari nomornya.',
  look: 'Cari data',
  tooShort: 'Tulis sedikitnya tiga huruf dari namanya, atau enam angka dari nomornya.',
  none: 'Tidak ada data dengan nama atau nomor itu',
  noneHint: 'Aduan yang identitasnya tidak diketahui atau sudah dimusnahkan tidak bisa dicari dengan nama.',
  found: (n: number) =>
    `Ada di ${n} tempat. Pilih yang memang tentang orang itu: nama yang sama bisa orang lain, satu nomor bisa dipakai sekeluarga.`,
  roles,
  hidden: 'Identitasnya dirahasiakan',
  export: 'Simpan salinan (JSON)',
  print: 'Cetak salinan',
  noneChosen: 'Pilih dulu datanya.',
  logged: 'Penyimpanan dan pencetakan salinan tercatat di log akses.',
  fileName: 'data-warga',
  correct: 'Betulkan',
  name: 'Nama',
  address: 'Alamat',
  phone: 'Nomor HP',
  phoneFault: 'Nomor HP-nya belum benar. Contoh: 0812-3456-7890.',
  reason: 'Alasan',
  reasonHint: 'Misalnya: diminta yang bersangkutan, salah tulis saat dicatat.',
  reasonMissing: 'Tulis dulu alasannya.',
  nothingChanged: 'Belum ada yang diubah.',
  corrected: 'Sudah dibetulkan. Tulisan semula tetap terbaca di riwayat aduan.',
  refuseTitle: 'Kapan permintaan boleh ditolak',
  refuse: [
    'Orangnya tidak bisa memastikan bahwa data itu tentang dirinya.',
    'Yang diminta data orang lain, misalnya siapa yang mengadukan dirinya.',
    'Minta dihapus padahal masa simpannya belum lewat: data itu bukti bahwa aduan diterima dan dijawab. Catat permintaannya, dan musnahkan lewat Masa simpan bila waktunya tiba.',
  ],
  refuseHow:
    'Sampaikan alasannya kepada yang meminta, paling lambat tiga hari kerja, dan tulis sebagai catatan di aduannya.',
}

/** The copy on paper. */
export const personPaper = {
  title: 'SALINAN DATA PRIBADI DALAM BUKU PENGADUAN',
  intro: (date: string, desa: string) =>
    `Data berikut dipegang Pemerintah Desa ${desa} pada ${date} tentang orang yang memintanya, menurut UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.`,
  role: 'Sebagai',
  number: 'Nomor register',
  received: 'Tanggal terima',
  channel: 'Diterima lewat',
  category: 'Kategori',
  status: 'Status',
  subject: 'Obyek pengaduan',
  description: 'Uraian',
  answer: 'Jawaban',
}
