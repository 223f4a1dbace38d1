/** Why an act is not possible, by the machine code of the domain; each says what to do next where there is something. */
import { here } from './here.ts'
import type { Refusal } from '../domain/refusals.ts'

const domain: Record<Refusal, string> = {
  invalid: 'Isiannya belum lengkap atau tidak sesuai. Periksa lagi, lalu simpan ulang.',
  'unknown-case': `Aduan ini belum ada di ${here}.`,
  'exists-already': 'Aduan ini sudah tercatat.',
  'server-only': 'Nomor register hanya diberikan oleh pusat.',
  'term-ended': 'Anda tidak memegang jabatan hari ini.',
  respondent: 'Anda disebut sebagai terlapor dalam aduan ini, jadi tidak ikut menanganinya.',
  'not-your-case': 'Aduan ini tidak ditugaskan kepada Anda.',
  'not-your-role': 'Ini dikerjakan oleh petugas lain.',
  'case-closed': 'Aduan ini sudah berakhir. Buka kembali dulu bila perlu.',
  'case-open': 'Aduan ini belum berakhir.',
  voided: 'Nomor ini sudah dibatalkan.',
  'book-first': 'Aduan ini masuk lewat website dan belum dicatat. Tekan Catat ke buku dulu.',
  'already-booked': 'Aduan ini sudah dicatat ke buku.',
  'not-assigned': 'Aduan ini belum ditugaskan kepada siapa pun.',
  'not-assigned-to-you': 'Aduan ini ditugaskan kepada petugas lain.',
  'already-accepted': 'Tugas ini sudah dikerjakan.',
  'already-verified': 'Aduan ini sudah diverifikasi.',
  'already-answered': 'Jawaban sudah disampaikan.',
  'already-reopened': 'Aduan ini sudah dibuka kembali.',
  'already-waiting': 'Aduan ini sudah ditandai menunggu.',
  'already-involved': 'Petugas ini sudah dilibatkan.',
  'not-waiting': 'Aduan ini tidak sedang menunggu.',
  'not-referred': 'Aduan ini belum diteruskan ke instansi.',
  'not-answered': 'Jawaban belum disampaikan.',
  'not-incomplete': 'Tidak ada yang kurang pada aduan ini.',
  'not-closed': 'Aduan ini belum dijawab atau diselesaikan, jadi tidak perlu dibuka kembali.',
  'reopening-window-over': 'Batas waktu untuk membuka kembali sudah lewat. Catat sebagai aduan baru.',
  'too-early': 'Waktu untuk melengkapi belum habis.',
  'identity-incomplete':
    'Identitas pengadu belum lengkap. Lengkapi, atau tulis alasan diproses tanpa identitas.',
  'answer-first': 'Sampaikan jawaban ke pengadu dulu, baru diselesaikan.',
  'assignee-not-in-office': 'Petugas itu tidak memegang jabatan hari ini. Pilih petugas lain.',
  'assignee-is-respondent': 'Petugas itu terlapor dalam aduan ini. Pilih petugas lain.',
  'identity-hidden':
    'Identitas pengadu dirahasiakan, jadi petugas lain tidak boleh menanyakannya. Tanyakan sendiri kepada pengadu.',
  'due-in-past': 'Batas waktunya sudah lewat. Pilih hari ini atau sesudahnya.',
  'date-in-future': 'Tanggalnya belum terjadi. Pilih hari ini atau sebelumnya.',
  'merge-into-itself': 'Aduan tidak bisa digabung dengan dirinya sendiri. Pilih aduan lain.',
  'still-kept': 'Berkasnya belum lewat masa simpan.',
  'already-proposed': 'Berkas ini sudah diusulkan musnah.',
  'not-proposed': 'Berkas ini belum diusulkan musnah.',
  'already-destroyed': 'Berkas ini sudah dimusnahkan.',
  'only-head-decides': 'Pemusnahan diputuskan Kepala Desa.',
  'not-decided': 'Pemusnahan ini tidak diputuskan sebagaimana mestinya, jadi pusat menolaknya.',
  'no-such-draft': `Konsep jawaban itu tidak ada di ${here}.`,
  'draft-replaced': 'Konsep ini sudah diganti yang lebih baru. Baca dulu konsep yang baru.',
  'approval-first': 'Jawaban ini perlu disetujui dulu. Tulis konsepnya, lalu tunggu persetujuan.',
  'approval-not-needed': 'Di desa ini jawaban tidak perlu disetujui dulu. Langsung sampaikan saja.',
  'not-approver': 'Konsep jawaban disetujui oleh pejabat lain.',
  'already-approved': 'Konsep ini sudah disetujui.',
  'already-returned': 'Konsep ini sudah dikembalikan. Tunggu konsep yang baru.',
  'nothing-to-settle': 'Tidak ada lagi yang perlu diselesaikan di aduan ini.',
  'no-such-entry': `Catatan yang dimaksud tidak ada di ${here}.`,
  'not-yours-to-mend': 'Catatan ini ditulis petugas lain. Mintalah yang menulis untuk memperbaikinya.',
  'cannot-be-mended': 'Catatan jenis ini tidak bisa diubah. Tulis catatan baru.',
  'only-desk-reveals': 'Hanya petugas pengelola yang boleh membuka identitas atau perkara terbatas.',
  'not-called': 'Rapat ini tidak ada.',
  'meeting-cancelled': 'Rapat ini sudah dibatalkan.',
  'meeting-held': 'Notulen rapat ini sudah dibuat.',
  'invitee-not-in-office': 'Salah satu undangan tidak memegang jabatan hari ini. Hapus dari undangan.',
  'invitee-is-respondent': 'Salah satu undangan adalah terlapor. Hapus dari undangan.',
  'no-such-decision': 'Keputusan rapat itu tidak ada.',
  'decision-done': 'Keputusan ini sudah dilaksanakan.',
  'unknown-officer': 'Petugas itu belum terdaftar. Tambahkan dulu di Pengaturan.',
  'unknown-setting': 'Pengaturan ini belum dikenal versi ini. Perbarui aplikasi.',
  'dates-reversed': 'Tanggal selesai mendahului tanggal mulai. Periksa kedua tanggal.',
  'dusun-missing': 'Pilih dusun untuk Kepala Dusun.',
  'position-held': 'Jabatan itu masih dipegang seseorang. Akhiri dulu jabatannya.',
  'last-desk':
    'Harus selalu ada yang menerima aduan: petugas pengelola, Sekretaris Desa, atau Kepala Desa. Tunjuk penggantinya dulu.',
}

/** What the phone itself or the centre's door answers. */
const others = {
  'full-disk': 'Penyimpanan HP penuh. Hapus foto atau aplikasi yang tidak dipakai, lalu simpan lagi.',
  'forged-author': 'Catatan ini tertulis atas nama petugas lain, jadi pusat menolaknya.',
  'forged-device': 'Catatan ini berasal dari HP yang tidak terdaftar untuk Anda.',
  'other-content': 'Pusat sudah punya catatan lain dengan tanda yang sama. Salin isinya, lalu tulis lagi.',
  immutable: 'Catatan yang sudah tersimpan tidak bisa diubah atau dihapus. Tulis catatan baru.',
  'not-here': `Aduan ini tidak ada di ${here}. Mungkin sudah dialihkan ke petugas lain.`,
  'too-large': 'Catatan ini terlalu besar. Pendekkan teksnya atau kurangi fotonya.',
}

export type Why = Refusal | keyof typeof others

export const refusal: Record<Why, string> = { ...domain, ...others }

/** The sentence for any machine code, also one that this version does not know. */
export const why = (code: string): string =>
  refusal[code as Why] ?? 'Belum bisa dilakukan. Muat ulang halaman, lalu coba lagi.'
