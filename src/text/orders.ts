/** Asking for what is missing: the complainant by WhatsApp, or by way of the officer in that dusun. */

export const orders = {
  intro: 'Tulis apa yang kurang, lalu pilih siapa yang menanyakannya.',
  who: 'Siapa yang menanyakan ke pengadu?',
  self: 'Saya sendiri',
  selfHint: 'Lewat WhatsApp, telepon, atau saat bertemu.',
  officer: 'Petugas di lapangan',
  officerHint: 'Permintaannya muncul di Tugas pada HP petugas itu, sampai ia mengisinya.',
  hidden: 'Identitas pengadu dirahasiakan, jadi petugas lain tidak boleh tahu siapa yang ditanya.',
  whoNeeded: 'Pilih petugas yang menanyakan.',
  choose: 'Pilih petugas',
  message: 'Pesan untuk pengadu (boleh diubah)',
  open: 'Buka WhatsApp',
  noPhone: 'Nomor HP pengadu belum ada. Tanyakan saat bertemu, atau minta petugas di dusunnya.',
  sent: (name: string) => `Permintaan dikirim ke ${name}.`,

  mine: 'Anda diminta menanyakan ini ke pengadu',
  from: (name: string) => `Dari ${name}`,
  until: (day: string) => `Paling lambat ${day}`,
  asks: 'Yang ditanyakan kantor:',
  fill: 'Isi jawabannya',
  fillHint:
    'Kalau pengadunya tidak ketemu, tulis itu di Keterangan tambahan. Sesudah dikirim, aduan ini tidak lagi ada di HP ini.',
  filled: 'Terkirim ke kantor bila ada internet. Terima kasih.',
  waits: (name: string) => `Menunggu ${name} menanyakan ke pengadu`,
  tell: 'Beri tahu lewat WhatsApp',
  cancel: 'Batalkan permintaan',
  noted: (name: string, what: string) => `Ditanyakan ${name}: ${what}`,
  group: 'Permintaan belum dijawab petugas',
  groupHint:
    'Petugas di lapangan diminta menanyakan ke pengadu dan belum mengisi jawabannya. Hubungi petugasnya.',
  tasks: 'Tanyakan ke pengadu',
  tasksHint: 'Kantor butuh keterangan ini. Buka, lalu isi jawabannya.',
  asked: 'Diminta menanyakan',
}
