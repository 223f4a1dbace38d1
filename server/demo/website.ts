/** What has come to the demo village by its public form: two that wait for *Catat ke buku*, and one that was no complaint. */
import type { Entry } from '../../src/domain/entries.ts'
import { CENTRE, newCaseId } from '../../src/domain/ids.ts'
import type { DataOf } from '../../src/domain/entries.ts'
import { newReceiptCode } from '../../src/domain/receipt.ts'
import { openPen } from './journal.ts'
import { DUSUN, OFFICERS } from './people.ts'
import type { Random } from './random.ts'

type Told = Pick<DataOf<'registered'>, 'category' | 'subject' | 'description'> & { name: string }

const WAITING: Told[] = [
  {
    name: 'Warga Perantau',
    category: 'Listrik/penerangan jalan',
    subject: 'Lampu jalan dekat langgar mati',
    description:
      'Lampu jalan di dekat langgar sudah dua minggu mati. Anak-anak pulang mengaji lewat jalan gelap.',
  },
  {
    name: 'Orang Tua Siswa',
    category: 'Kesehatan',
    subject: 'Jadwal posyandu tidak diumumkan',
    description:
      'Bulan ini jadwal posyandu berubah dan banyak ibu yang tidak tahu. Mohon diumumkan di grup RT.',
  },
]

const ADVERT: Told = {
  name: 'Promo',
  category: 'Lainnya',
  subject: 'Jasa pinjaman cepat cair',
  description: 'Pinjaman tanpa jaminan, hubungi kami.',
}

const HOUR = 3_600_000

/** The journals (unsorted), told relative to `now` (ms since 1970). */
export function demoWebsite(random: Random, now: number): Entry[] {
  const entries: Entry[] = []
  const petugas = OFFICERS.find(({ position }) => position === 'petugasPengelola')!.id
  WAITING.forEach((told, n) => void receive(entries, told, now - (3 + 17 * n) * HOUR, { random, now }))
  const pen = receive(entries, ADVERT, now - 70 * HOUR, { random, now })
  if (pen.wait(1, 4)) pen.write(petugas, 'dismissed', { reason: 'Iklan.' })
  return entries
}

function receive(
  entries: Entry[],
  { name, ...said }: Told,
  at: number,
  { random, now }: { random: Random; now: number },
) {
  const pen = openPen(entries, newCaseId(random.bytes(16)), at, now, random)
  const { name: dusun, rw } = random.pick(DUSUN)
  pen.write(CENTRE, 'registered', {
    ...said,
    code: newReceiptCode(random.bytes(16)),
    channel: 'website',
    identity: { name: 'given', address: 'given', phone: 'given' },
    confidential: false,
    place: { dusun, rw: rw[0]!.rw },
    respondents: [],
    urgent: false,
    answerBy: 'whatsapp',
  })
  const phone = `+6281200002${random.int(100, 999)}`
  pen.write(CENTRE, 'identityGiven', { name, address: `Dusun ${dusun}`, phone })
  return pen
}
