/** Paper: what stands on the forms and letters, and around them before they are printed. */

export const print = {
  title: 'Cetak',
  button: 'Cetak',
  paper: 'Ukuran kertas',
  papers: { a4: 'A4', f4: 'F4 (215 × 330 mm)' },
  choose: (paper: string, wide: boolean) =>
    `Di jendela cetak, pilih kertas ${paper}${wide ? ', posisi mendatar,' : ''} dan skala 100%. Hitam putih cukup.`,
  preview: 'Yang akan dicetak',
  notThere: 'Formulir ini tidak ada',
  notThereWhy: 'Alamatnya mungkin salah ketik. Pilih dari daftar formulir.',
  toForms: 'Ke daftar formulir',
  caseNotHere: 'Aduan atau rapat ini tidak ada di sini, jadi tidak bisa dicetak.',
  hidden: 'dirahasiakan',
  full: 'Salinan lengkap dengan nama pengadu (hanya untuk arsip petugas)',
  fullHint: 'Pencetakan salinan lengkap tercatat.',
  restricted: 'PERKARA TERBATAS',
  dots: '……………………………………',
  letter: {
    fields: 'Nomor, sifat, lampiran, dan tembusan surat',
    hint: 'Yang dikosongkan dicetak sebagai titik-titik untuk ditulis tangan.',
    number: 'Nomor',
    nature: 'Sifat',
    natureDefault: 'Biasa',
    enclosed: 'Lampiran',
    about: 'Hal',
    copies: 'Tembusan',
    copiesHint: 'Satu penerima per baris.',
    to: 'Kepada',
    yth: 'Yth.',
    at: 'di',
    atPlace: 'Tempat',
  },
  head: {
    kabupaten: (name: string) => `PEMERINTAH KABUPATEN ${name}`,
    kecamatan: (name: string) => `KECAMATAN ${name}`,
    desa: (name: string) => `PEMERINTAH DESA ${name}`,
    phone: (phone: string) => `Telp. ${phone}`,
    crest: 'Lambang daerah',
  },
  sign: {
    dated: (desa: string, date: string) => `${desa}, ${date}`,
    datedBlank: (desa: string) => `${desa}, ……………………… 20……`,
    position: (title: string, desa: string) => `${title} ${desa}`,
    name: 'Nama dan tanda tangan',
  },
}

/** A village's name without the words before it: letterheads say *Desa* themselves. */
export const bareName = (name: string): string => name.replace(/^(pemerintah\s+)?(desa|kelurahan)\s+/i, '')

export const disposition = {
  title: 'LEMBAR DISPOSISI',
  number: 'Nomor register',
  code: 'Kode tanda terima',
  received: 'Tanggal terima',
  channel: 'Diterima lewat',
  from: 'Dari (pengadu)',
  place: 'Tempat kejadian',
  subject: 'Obyek pengaduan',
  text: 'Uraian singkat',
  nature: 'Sifat',
  natures: { plain: 'Biasa', urgent: 'Mendesak', secret: 'Rahasia' },
  to: 'Diteruskan kepada',
  lead: 'Penanggung jawab',
  helpers: 'Dibantu oleh',
  orders: 'Untuk',
  orderBoxes: [
    'Ditindaklanjuti',
    'Diperiksa di lapangan',
    'Dikoordinasikan',
    'Dibahas dalam rapat',
    'Disiapkan jawabannya',
    'Diteruskan ke instansi',
    'Dilaporkan hasilnya',
    'Diarsipkan',
  ],
  instruction: 'Perintah / catatan',
  due: 'Batas waktu',
  receivedBy: 'Diterima oleh',
  receivedOnDots: 'Diterima tanggal: …………………………',
}

export const invitation = {
  title: 'Undangan Rapat',
  about: (title: string) => `Undangan: ${title}`,
  aboutBlank: 'Undangan Rapat',
  opening: 'Dengan hormat,',
  purpose: 'Sehubungan dengan penanganan pengaduan masyarakat, kami mengundang Bapak/Ibu untuk hadir pada:',
  day: 'Hari, tanggal',
  time: 'Waktu',
  until: (time: string) => `${time} sampai selesai`,
  place: 'Tempat',
  agenda: 'Acara',
  cases: 'Pengaduan yang dibahas',
  closing: 'Demikian undangan ini kami sampaikan. Atas kehadiran Bapak/Ibu, kami ucapkan terima kasih.',
  list: 'Daftar undangan',
  invited: (n: number) => (n > 3 ? '(daftar terlampir di bawah)' : ''),
  all: 'Bapak/Ibu',
}

/** What the forms are called on the screen, by their names in the address. */
export const formNames = {
  disposisi: 'Lembar Disposisi',
  undangan: 'Undangan Rapat',
}
