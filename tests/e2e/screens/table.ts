/** Every screen of the app, one line each: where it is, what is done there, what then stands on it. */
import type { Page } from 'playwright-core'
import { acts } from '../../../src/text/acts.ts'
import { formKinds } from './built.ts'
import type { Known } from './known.ts'
import * as steps from './steps.ts'

export interface Screen {
  name: string
  /** Undefined where the village holds nothing that this officer could do it with. */
  path: (known: Known) => string | undefined
  /** Words on it. */
  shows: string | RegExp
  /** What is tapped after it was opened. */
  then?: (page: Page) => Promise<unknown>
}

const screen = (
  name: string,
  path: string | Screen['path'],
  shows: Screen['shows'],
  then?: Screen['then'],
): Screen => ({ name, path: typeof path === 'string' ? () => path : path, shows, ...(then ? { then } : {}) })

/** The form of every act that this officer may do somewhere in the village. */
const forms: Screen[] = formKinds.map((kind) => {
  const mending = kind === 'corrected' || kind === 'retracted'
  const open = mending ? steps.mend(acts.label[kind]!) : steps.act(acts.label[kind]!)
  return screen(`form ${kind}`, (known) => caseOf(known.caseFor(kind)), acts.label[kind]!, open)
})

const caseOf = (id: string | undefined, query = '') => id && `/aduan/${id}${query}`

/** On every device. */
const common: Screen[] = [
  screen('enrolment of a further user', '/daftar', 'Tambah pengguna lain di perangkat ini'),
  screen('tasks', '/tugas', /Yang saya catat/),
  screen('tasks, those captured', '/tugas', /\d{3}\/ADU\//, steps.unfold(/Yang saya catat/)),
  screen('a thread', ({ busy }) => caseOf(busy), 'Lainnya'),
  screen('a thread, seen again', ({ busy }) => caseOf(busy), /Tindak lanjut|Diverifikasi/),
  screen('the acts', ({ busy }) => caseOf(busy), 'Apa yang mau dilakukan?', steps.tap('Lainnya')),
  screen('an entry from near', ({ busy }) => caseOf(busy), 'Sampai di mana catatan ini?', steps.entry(/WIB/)),
  screen('a case that is not here', '/aduan/c0000000000000000', /Aduan ini tidak ada di (HP|komputer) ini/),
  ...forms,
  screen(
    'paper, a slip',
    ({ busy }) => caseOf(busy)?.replace('/aduan/', '/cetak/disposisi/'),
    'LEMBAR DISPOSISI',
  ),
  screen('paper, an invitation', ({ meeting }) => `/cetak/undangan/${meeting}`, 'Dengan hormat,'),
  screen('paper, forms to fill in by hand', '/formulir', 'Daftar Hadir'),
  screen('meetings', '/rapat', /Akan datang/),
  screen('decisions', '/rapat/keputusan', 'Keputusan rapat'),
  screen('a meeting', ({ meeting }) => `/rapat/${meeting}`, 'Aduan yang dibahas'),
  screen('a new meeting', '/rapat/baru', 'Petugas yang diundang'),
  screen('a new meeting about a case', ({ busy }) => `/rapat/baru?aduan=${busy}`, /Pembahasan|Panggil/),
  screen(
    'a new meeting with faults',
    '/rapat/baru',
    'Pilih paling sedikit satu petugas.',
    steps.fault('Simpan undangan'),
  ),
  screen(
    'a new meeting without officers',
    ({ busy }) => `/rapat/baru?aduan=${busy}`,
    'Pilih paling sedikit satu petugas.',
    steps.fault('Simpan undangan', steps.nobodyInvited),
  ),
  screen(
    'minutes with faults',
    ({ meeting }) => `/rapat/${meeting}?tulis=notulen`,
    'Tulis dulu pembahasannya, satu kalimat pun cukup.',
    steps.fault('Simpan notulen'),
  ),
  screen('minutes', ({ meeting }) => `/rapat/${meeting}?tulis=notulen`, 'Daftar hadir'),
  screen(
    'minutes, a decision',
    ({ meeting }) => `/rapat/${meeting}?tulis=notulen`,
    'Keputusan 1',
    steps.decide,
  ),
  screen(
    'a meeting that is not here',
    '/rapat/m0000000000000000',
    /Rapat ini tidak ada di (HP|komputer) ini\./,
  ),
  screen('what was shared, nothing', '/catat/kiriman', 'Tidak ada kiriman yang menunggu'),
  screen('what was shared, on a full disk', '/catat/kiriman?gagal=penuh', /penyimpanan HP penuh/),
  screen('a message to paste', '/catat/uji-7', 'Pakai pesan ini', steps.tap('Tempel dari WhatsApp')),
  screen('what was filled in from a message', '/catat/uji-8', 'Terisi dari kiriman', steps.pasted),
  screen('search', '/cari', /Cari di semua yang tersimpan/),
  screen('saya', '/saya', 'Kiriman ke pusat'),
  screen('the guides', '/panduan', 'Yang perlu diketahui semua orang'),
  screen('a guide for the field', '/panduan/kepala-dusun', 'Isi panduan ini'),
  screen('a guide for the desk', '/panduan/petugas', 'Isi panduan ini'),
  screen('installing', '/pasang', 'Mengapa dipasang?'),
  screen('permissions', '/izin', 'Kalau terlanjur ditolak'),
  screen('calls turned on without a network', '/saya', /^Sudah Anda izinkan/, steps.callsAllowed),
  screen('calls turned off', '/saya', /^Tidak aktif\./, steps.tap('Matikan pemberitahuan')),
  screen('calls refused in the settings', '/saya', /^Ditolak di pengaturan/, steps.callsRefused),
  screen('calls not in this browser', '/saya', /^Peramban ini tidak bisa/, steps.noCalls),
  screen('photos to take along', '/saya', 'Ambil semua', steps.tap('Bawa ke lapangan')),
  screen('setting a PIN', '/saya', 'PIN baru sekali lagi', steps.tap('Pasang PIN')),
  screen('change of user', '/saya', 'sedang dipakai', steps.tap('Ganti pengguna')),
  screen(
    'leaving the phone',
    '/saya',
    // Refused where a screen before has written something that waits for the network.
    /Keluar dari (HP|komputer) ini\?|Belum bisa keluar/,
    steps.tap(/^Keluar dari (HP|komputer) ini$/),
  ),
  screen('intake', '/aduan-masuk', 'Aduan masuk'),
  screen('who has not been told', '/belum-disampaikan', 'Belum disampaikan'),
  screen('register', '/buku', /\d{3}\/ADU\//),
  screen('register, filtered', '/buku?status=open', 'Kategori', steps.unfold('Saringan')),
  screen('register, nothing found', '/buku?cari=zzzz', 'Tidak ada aduan yang cocok'),
  screen('no such place', '/entah', 'Halaman ini tidak ada'),
]

/** Only on a phone: one step after the other. */
const field: Screen[] = [
  screen('capture, who', '/catat/uji-1', 'Siapa?'),
  screen(
    'capture, how it came',
    '/catat/uji-1',
    'Disampaikan lewat',
    steps.unfold('Bagaimana aduan ini datang?'),
  ),
  screen('capture, where', '/catat/uji-2', 'Di mana?', steps.next(1)),
  screen('capture, what', '/catat/uji-3', 'Apa?', steps.next(2)),
  screen(
    'capture, with faults',
    '/catat/uji-4',
    'Pilih dulu tentang apa aduan ini.',
    steps.fault('Simpan aduan', steps.next(3)),
  ),
  screen('capture, photos and voice', '/catat/uji-3', 'Rekam suara', steps.next(3)),
  screen('capture, discard', '/catat/uji-4', 'Buang draf ini?', steps.tap('Buang draf')),
  screen(
    'capture, a half-written one',
    '/catat/uji-6',
    'Masih ada aduan yang belum selesai dicatat.',
    steps.halfWritten,
  ),
  screen('receipt', '/catat/uji-5', 'Tulis kode ini untuk pengadu', steps.captured),
  screen('the receipt as a picture', ({ busy }) => caseOf(busy), 'Simpan gambar', steps.receiptPicture),
  screen('a thread, a note just saved', ({ busy }) => caseOf(busy), 'Contoh catatan', steps.noteSaved),
  screen('capture, danger', '/catat/uji-9', /^Jangan menunggu internet|Telepon/, steps.danger),
  screen('a message to the complainant', ({ busy }) => caseOf(busy), 'Buka WhatsApp', steps.tap(/^WhatsApp/)),
  screen('a thread, its facts', ({ busy }) => caseOf(busy), 'Tempat kejadian', steps.tap(/Lihat keterangan/)),
  screen('phones, not for the field', '/hp', 'Hanya untuk petugas pengelola'),
  screen('the access log, not for the field', '/privasi/akses', 'Log akses dibaca Kepala Desa'),
  screen('settings, not for the field', '/pengaturan', 'Hanya untuk petugas pengelola'),
  screen('what was shared, waiting', '/catat/kiriman', 'Buang kiriman', steps.shareWaits),
  screen('a hidden complainant to be reached', ({ relay }) => caseOf(relay), /^Menunggu petugas menghubungi/),
  screen(
    'a message taken to WhatsApp',
    ({ busy }) => caseOf(busy),
    'Sudah terkirim ke pengadu?',
    steps.taken,
  ),
  screen('saya, a photo was refused', '/saya', /^Pusat tidak mengenali berkas ini/, steps.refusedFile),
]

/** Only at the desk. */
const desk: Screen[] = [
  screen(
    'a hidden complainant to reach, with a fault',
    ({ relay }) => caseOf(relay),
    'Tulis dulu hasilnya, satu kalimat pun cukup.',
    steps.tap('Tandai sudah dihubungi'),
  ),
  screen('workload', '/beban-petugas', 'Beban petugas'),
  screen('handing over', '/beban-petugas', 'Diserahkan ke', steps.tap(/^Serahkan semua aduannya/)),
  screen('several chosen', '/aduan-masuk', 'Batal memilih', steps.tap('Pilih beberapa')),
  screen('capture on one page', '/catat/uji-1', 'Bagaimana aduan ini datang?'),
  screen(
    'capture with faults',
    '/catat/uji-2',
    'Pilih dulu tentang apa aduan ini.',
    steps.fault('Simpan aduan'),
  ),
  screen('receipt', '/catat/uji-3', 'Tulis kode ini untuk pengadu', steps.fillAndSave),
  screen('a case, by a click on its row', '/buku', 'Langkah berikutnya', steps.clickRow),
  screen('a case beside the register', ({ busy }) => caseOf(busy, '?dari=buku'), 'Langkah berikutnya'),
  screen('a case beside the intake', ({ busy }) => caseOf(busy, '?dari=aduan-masuk'), 'Penanggung jawab'),
  screen('the keys', '/buku', 'Cari', steps.tap('Tombol cepat')),
  screen(
    'cancelling a meeting',
    ({ meeting }) => `/rapat/${meeting}`,
    'Mengapa dibatalkan?',
    steps.tap('Batalkan rapat'),
  ),
  screen('overview', '/ringkasan', 'Dari bulan ke bulan', steps.tap('Tampilkan 12 bulan')),
  screen('register, from a figure', '/buku?angka=terbuka:2026-10', /Masih berjalan pada akhir Oktober 2026/),
  screen('reports', '/laporan', 'Buka buku register'),
  screen('reports, other days', '/laporan', 'Dari tanggal', steps.tap('Tanggal lain')),
  screen('statistics', '/statistik', 'Paling lama belum selesai'),
  screen('paper, the recap', '/cetak/rekap', 'Seimbang.'),
  screen('paper, the register book', '/cetak/buku', 'NOMOR REGISTER'),
  screen('phones', '/hp', 'Keadaan HP'),
  screen('privacy', '/privasi', 'Log akses'),
  screen('privacy, one person', '/privasi/orang', 'Nama atau nomor HP'),
  screen('privacy, retention', '/privasi/simpan', 'Lewat masa simpan'),
  screen('privacy, a lost phone', '/privasi/hilang', 'Kata-kata pemberitahuan'),
  screen(
    'privacy, who opened a case',
    ({ busy }) => busy && `/privasi/akses?aduan=${busy}`,
    'Siapa yang membuka',
  ),
  screen('settings', '/pengaturan', 'Petugas dan jabatan'),
  screen('settings, village', '/pengaturan/desa', 'Nama desa'),
  screen(
    'settings, a village without a name',
    '/pengaturan/desa',
    'Tulis dulu nama desanya.',
    steps.fault('Simpan', steps.nameless),
  ),
  screen('settings, letterhead', '/pengaturan/kop-surat', 'Jadinya seperti ini', steps.tap('Tulis sendiri')),
  screen('settings, oneself', '/pengaturan/diri', 'Nama lengkap'),
  screen('settings, area', '/pengaturan/wilayah', 'Tambah dusun'),
  screen('settings, a dusun', '/pengaturan/wilayah', 'RW di dusun ini', steps.tap(/Melati/)),
  screen(
    'settings, a dusun without a name',
    '/pengaturan/wilayah',
    'Tulis dulu nama dusunnya.',
    steps.faultInSheet('Simpan', 'Tambah dusun'),
  ),
  screen('settings, officers', '/pengaturan/petugas', 'Sedang menjabat'),
  screen('settings, a new officer', '/pengaturan/petugas', 'Petugas baru', steps.tap('Tambah petugas')),
  screen(
    'settings, an officer without a name',
    '/pengaturan/petugas',
    'Tulis dulu namanya.',
    steps.faultInSheet('Tambah petugas', 'Tambah petugas'),
  ),
  screen('settings, an officer', ({ officer }) => `/pengaturan/petugas?siapa=${officer}`, 'Jabatan'),
  screen(
    'settings, a position',
    ({ officer }) => `/pengaturan/petugas?siapa=${officer}`,
    'Mulai tanggal',
    steps.tap('Tambah jabatan'),
  ),
  screen('settings, positions', '/pengaturan/jabatan', /^Dipegang .* Akhiri dulu jabatannya\.$/),
  screen('settings, a category', '/pengaturan/kategori', 'Usulan pertama', steps.tap(/^Bencana/)),
  screen('settings, numbers', '/pengaturan/nomor', 'Bentuk nomor'),
  screen('settings, messages', '/pengaturan/templat', 'Jawaban di papan pengumuman'),
  screen('settings, a message', '/pengaturan/templat?pesan=answer', /Yth\. Bapak\/Ibu/),
  screen('settings, answers', '/pengaturan/jawaban', 'Jawaban perlu disetujui dulu?'),
  screen('settings, deadlines', '/pengaturan/batas-waktu', 'Melengkapi identitas atau obyek'),
  screen('settings, holidays', '/pengaturan/hari-libur?tahun=2026', 'Hari Kemerdekaan'),
  screen(
    'settings, a year without',
    '/pengaturan/hari-libur?tahun=2031',
    'Jenis',
    steps.tap('Tambah hari libur'),
  ),
  screen('settings, agencies', '/pengaturan/instansi', 'Tambah instansi'),
  screen('settings, the website', '/pengaturan/kanal-website', 'Alamat untuk website desa'),
  screen('settings, bringing a file in', '/pengaturan/impor', 'Pilih berkas CSV'),
  screen(
    'settings, a stand-in',
    ({ officer }) => `/pengaturan/petugas?siapa=${officer}`,
    'Sampai tanggal',
    steps.tap('Tunjuk pengganti sementara'),
  ),
  screen('settings, keeping', '/pengaturan/penyimpanan', /^Masa simpan berkas aduan/),
]

/** Before the network goes: what only the centre can tell. */
export const ONLINE: Screen[] = [
  screen('saya, an entry waits', ({ busy }) => caseOf(busy), /^Menunggu: pusat belum punya/, steps.inDoubt),
  screen('intake, the centre was restored', '/aduan-masuk', /^Nomor register belum diberikan/, (page) =>
    page.getByText(/^Aduan lewat situs desa yang masuk antara/).waitFor(),
  ),
  screen('phones, all of them', '/hp', 'Kepala Dusun Melati'),
  screen('phones, one is lost', '/hp', 'Batal', steps.tap('Nyatakan hilang')),
  screen(
    'a link for a phone',
    ({ officer }) => `/pengaturan/petugas?siapa=${officer}`,
    'Salin tautan',
    steps.tap('Buat tautan pendaftaran'),
  ),
]

/** As long as nobody has answered. */
const asked = screen('tasks, asked whether to be called', '/tugas', 'Beri tahu saya bila ada tugas baru')

export const SCREENS = { phone: [asked, ...common, ...field], desk: [...common, ...desk] }
