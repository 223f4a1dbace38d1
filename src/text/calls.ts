/** Turning notifications on and off, and what they can do here. */
export const calls = {
  title: 'Pemberitahuan',
  offer: 'Beri tahu saya bila ada tugas baru',
  offerHint: 'Juga undangan rapat dan batas waktu yang dekat. Isi aduan tidak ditampilkan di layar kunci.',
  turnOn: 'Aktifkan',
  later: 'Nanti saja',
  turnOff: 'Matikan pemberitahuan',
  done: 'Pemberitahuan aktif.',

  on: 'Aktif: ada bunyi bila ada tugas baru, undangan rapat, atau batas waktu yang dekat, walaupun aplikasi ditutup.',
  off: 'Tidak aktif. Tugas baru tetap terlihat setiap kali aplikasi dibuka.',
  waiting:
    'Sudah Anda izinkan, tetapi belum tersambung. Begitu ada internet, pemberitahuan aktif sendiri. Sementara itu buka aplikasi untuk melihat tugas baru.',
  blocked: 'Ditolak di pengaturan peramban, jadi aplikasi tidak boleh memberi tahu.',
  unblock:
    'Supaya boleh lagi: ketuk gambar gembok atau setelan di sebelah alamat, pilih Izin, lalu izinkan Notifikasi. Kalau aplikasi sudah dipasang: tekan lama ikonnya, Info aplikasi, Notifikasi, lalu izinkan.',
  unable: 'Peramban ini tidak bisa memberi tahu. Tugas baru tetap terlihat setiap kali aplikasi dibuka.',
  installFirst:
    'Di iPhone hanya bisa sesudah aplikasi ada di layar utama: ketuk Bagikan (kotak dengan panah ke atas), lalu Tambah ke Layar Utama. Buka dari sana, lalu kembali ke halaman ini.',
}
