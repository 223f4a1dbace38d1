/** The website channel in the app: what came by the public form, and the page of its settings. */
export const websiteText = {
  booked: 'Dicatat ke buku. Nomornya diberikan pusat.',
  dismiss: {
    ask: 'Kiriman ini disimpan tanpa nomor dan tidak masuk buku pengaduan. Pengirim hanya membaca bahwa kirimannya tidak dicatat sebagai aduan; alasan di bawah hanya untuk petugas.',
    undo: 'Bila keliru, buka lagi lewat Buku pengaduan dengan saringan Status: Bukan aduan, lalu tekan Catat ke buku.',
    hint: 'Misalnya: iklan, coba-coba, atau isi yang tidak jelas.',
    save: 'Ya, bukan aduan',
    saved: 'Disimpan sebagai bukan aduan.',
  },
}
