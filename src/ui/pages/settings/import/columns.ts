/** Which column is which, by the words of its header. */
import { imports } from '../../../../text/imports.ts'
import { foldText } from '../../../../domain/fold-text.ts'

export type Columns = ReadonlyMap<string, number>
export type ColumnName = keyof typeof imports.columns

/** Further names of a column beside that of the template, as villages write them. */
const ALSO: Record<ColumnName, string> = {
  name: 'nama lengkap|nama petugas|nama perangkat',
  phone:
    'no hp|hp|no hp wa|hp wa|no telepon|telepon|telp|no telp|no wa|wa|whatsapp|nomor hp pengadu|no hp pengadu',
  position: 'posisi|tugas',
  dusun: 'nama dusun|dukuh|dusun rt rw',
  from: 'mulai tanggal|tmt|sejak|tanggal mulai|dari',
  to: 'sampai tanggal|berakhir|tanggal selesai|selesai tanggal|s d',
  paperNumber: 'nomor|no|nomor register|no register|no urut|nomor urut|no buku|nomor di buku kertas',
  receivedOn: 'tanggal|tgl|tgl terima|tanggal masuk|tanggal pengaduan|tanggal diterima',
  channel: 'lewat|sarana|media|diterima lewat',
  complainant: 'nama|pengadu|pelapor|nama pelapor',
  address: 'alamat pengadu|alamat lengkap',
  rt: 'nomor rt|no rt',
  rw: 'nomor rw|no rw',
  rtRw: 'rt rw',
  subject: 'obyek|objek|objek pengaduan|perihal|hal|pokok aduan|pokok pengaduan|masalah',
  description: 'uraian singkat|uraian pengaduan|isi aduan|isi pengaduan|isi|keterangan aduan',
  category: 'klasifikasi|jenis|jenis aduan|bidang',
  status: 'hasil|status hasil|penyelesaian|status akhir',
  answeredOn: 'tgl jawaban|tanggal dijawab|tanggal selesai|tgl selesai',
  answer: 'isi jawaban|tindak lanjut|tanggapan|penyelesaian aduan',
}

/** A header as it is compared: `No. HP / WA` is `no hp wa`. */
const plain = (title: string): string =>
  foldText(title)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const namesOf = (column: ColumnName): string[] => [plain(imports.columns[column]), ...ALSO[column].split('|')]

/** The wanted columns that a header names; the first of two that could be the same one counts. */
export function columnsIn(header: readonly string[], wanted: readonly string[]): Columns {
  const titles = header.map(plain)
  const found = new Map<string, number>()
  const taken = new Set<number>()
  const take = (column: string, names: readonly string[]) => {
    const at = titles.findIndex((title, i) => !taken.has(i) && names.includes(title))
    if (at < 0 || found.has(column)) return
    found.set(column, at)
    taken.add(at)
  }
  // A title that is exactly the template's goes first: `Nama Pengadu` is not lost to a column `Nama`.
  for (const column of wanted) take(column, [plain(imports.columns[column as ColumnName])])
  for (const column of wanted) take(column, namesOf(column as ColumnName))
  return found
}
