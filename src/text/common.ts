/** Words that every screen shares. */
import { here } from './here.ts'

export const common = {
  app: 'Kentongan',
  save: 'Simpan',
  cancel: 'Batal',
  close: 'Tutup',
  back: 'Kembali',
  edit: 'Ubah',
  remove: 'Hapus',
  copied: 'Sudah disalin.',
  copyFailed: 'Tidak bisa disalin otomatis. Tekan lama pada teksnya, lalu pilih Salin.',
  optional: 'boleh kosong',
  tooLong: (over: number) =>
    `Terlalu panjang. Kurangi ${over} huruf; sisanya bisa ditulis sebagai catatan tersendiri.`,
  yes: 'Ya',
  no: 'Tidak',
  call: 'Telepon',
  whatsApp: 'WhatsApp',
  loading: 'Membuka …',
  saved: `Sudah disimpan di ${here}.`,
  unknownOfficer: `Petugas yang belum dikenal ${here}`,
  centre: 'Pusat',
  skip: 'Langsung ke isi halaman',
}
