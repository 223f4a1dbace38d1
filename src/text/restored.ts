/** What the office hears while a centre that has lost days gets them back from phones. */
export const restored = {
  returning: (when: string) =>
    `Pusat dipulihkan ${when}. Catatan yang hilang kembali dari HP petugas: mintalah setiap petugas membuka aplikasinya sekali.`,
  formsLost: (from: string | undefined, until: string) =>
    `Aduan lewat situs desa yang masuk ${from ? `antara ${from} dan ${until}` : `pada hari-hari sebelum ${until}`} mungkin hilang, karena tidak ada di HP petugas. Kalau warga menanyakan kode yang tidak dikenal, mintalah mengirim aduannya sekali lagi.`,
  numbersWait:
    'Nomor register belum diberikan. Carilah nomor terakhir yang sudah dipakai (di buku cetak atau tanda terima), lalu sampaikan kepada petugas teknis.',
}
