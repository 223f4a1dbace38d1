/** Many cases at once: bulk disposition, handing over, the officers' workload. */
export const many = {
  pick: 'Pilih beberapa',
  stop: 'Batal memilih',
  picked: (n: number) => `${n.toLocaleString('id-ID')} dipilih`,
  pickOne: (subject: string) => `Pilih: ${subject}`,
  assign: (n: number) => `Disposisikan ${n.toLocaleString('id-ID')} aduan`,
  title: 'Disposisikan beberapa aduan',
  lead: 'Ditugaskan ke',
  leadNeeded: 'Pilih siapa yang menjadi penanggung jawab.',
  pickOfficer: 'Pilih petugas',
  helpers: 'Dibantu oleh',
  instruction: 'Perintah untuk semuanya',
  due: 'Batas waktu untuk semuanya',
  dueHint: 'Kosongkan supaya tiap aduan memakai batas waktunya sendiri.',
  save: 'Disposisikan semuanya',
  progress: (done: number, all: number) =>
    `${done.toLocaleString('id-ID')} dari ${all.toLocaleString('id-ID')} aduan`,
  done: (n: number, name: string) => `${n.toLocaleString('id-ID')} aduan didisposisikan ke ${name}.`,
  failed: (n: number) => `${n.toLocaleString('id-ID')} aduan tidak bisa, dan tetap seperti semula:`,
  finish: 'Selesai',

  workload: 'Beban petugas',
  workloadIntro: 'Aduan terbuka yang boleh Anda lihat, menurut penanggung jawabnya.',
  load: (open: number, late: number, untaken: number, helps: number) =>
    [
      open ? `${open} terbuka` : 'tidak ada aduan terbuka',
      late && `${late} terlambat`,
      untaken && `${untaken} belum diambil`,
      helps && `membantu ${helps}`,
    ]
      .filter(Boolean)
      .join(', '),
  seeBook: 'Lihat aduannya',
  handOver: 'Serahkan semua aduannya',
  handOverTitle: (name: string) => `Serahkan aduan ${name}`,
  nothing: (name: string) => `${name} tidak memegang aduan terbuka.`,
  leads: (n: number) => `${n.toLocaleString('id-ID')} sebagai penanggung jawab`,
  helps: (n: number) => `${n.toLocaleString('id-ID')} sebagai pembantu`,
  kept: 'Riwayat, perintah, dan batas waktunya ikut. Yang terlanjur ditulis petugas lama tetap masuk.',
  to: 'Diserahkan ke',
  toNeeded: 'Pilih dulu penerimanya.',
  handOverSave: (n: number) => `Serahkan ${n.toLocaleString('id-ID')} aduan`,
  handed: (n: number, name: string) => `${n.toLocaleString('id-ID')} aduan diserahkan ke ${name}.`,
  leaving: (name: string, day: string, over: boolean, n: number) =>
    `Jabatan ${name} ${over ? 'berakhir' : 'akan berakhir'} ${day}; ${n.toLocaleString('id-ID')} aduan terbuka masih padanya.`,
}
