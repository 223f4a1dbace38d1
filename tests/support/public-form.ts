/** The public form as browsers send it, over a village of its own. */
import type { Entry } from '../../src/domain/entries.ts'
import type { PublicLimits } from '../../server/routes/public/index.ts'
import { openPasses } from '../../server/routes/public/pass.ts'
import { PEOPLE } from './domain.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './server.ts'

const ENDLESS = { each: Infinity, all: Infinity, windowMs: 60_000 }
const UNLIMITED: PublicLimits = {
  posts: ENDLESS,
  taken: ENDLESS,
  guesses: ENDLESS,
  perCode: ENDLESS,
  atOnce: { each: 50, all: 50 },
}
export const COMPLAINT = {
  kategori: 'Lainnya',
  pokok: 'Lampu jalan mati',
  uraian: 'Sudah dua minggu gelap.',
  tentang: 'tidak',
  nama: 'Warga Contoh',
  alamat: 'RT 002',
  hp: '0821-3345-4594',
}
export type Fields = Record<string, string | string[] | Blob>

const opened: TestServer[] = []
export const open = async (limits: Partial<PublicLimits> = {}, options: TestServerOptions = {}) => {
  const server = await startTestServer({ publicLimits: { ...UNLIMITED, ...limits }, ...options })
  opened.push(server)
  await server.people(
    { id: PEOPLE.petugas, name: 'Petugas Contoh', position: 'petugasPengelola' },
    { id: PEOPLE.sekdes, name: 'Sekdes Contoh', position: 'sekretarisDesa' },
    { id: PEOPLE.kadusA, name: 'Kadus Contoh', position: 'kepalaDusun', dusun: 'Melati' },
  )
  await server.set('dusun', [{ name: 'Melati', rw: [{ rw: '001', rt: ['001', '002'] }] }])
  return server
}

/** A form that was given out some seconds ago. */
export const passOf = ({ office }: TestServer, ageMs = 10_000) =>
  openPasses(office.desk.keys, () => Date.now() - ageMs).make()

function bodyOf(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value])
      if (typeof one === 'string') body.append(name, one)
      else body.append(name, one, 'foto.jpg')
  return body
}

interface Sent {
  status: number
  text: string
  to: string
  code: string
  headers: Headers
}

export async function send(
  server: TestServer,
  fields: Fields,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const tanda = fields.tanda ?? (await passOf(server))
  const answer = await fetch(`${server.url}/lapor`, {
    method: 'POST',
    body: bodyOf({ ...fields, tanda }),
    redirect: 'manual',
    headers,
  })
  const to = answer.headers.get('location') ?? ''
  const code = new URLSearchParams(to.split('?')[1]).get('kode') ?? ''
  return { status: answer.status, text: await answer.text(), to, code, headers: answer.headers }
}

export async function track(
  server: TestServer,
  kode: string,
  angka = '',
  headers: Record<string, string> = {},
) {
  const body = new URLSearchParams({ kode, angka })
  const answer = await fetch(`${server.url}/lacak`, { method: 'POST', body, headers })
  return { status: answer.status, text: await answer.text() }
}

export async function journalOf(server: TestServer, code: string): Promise<Entry[]> {
  return server.archive.entriesOf((await server.archive.caseOf(code))!.case)
}

/** Closes every village that was opened. */
export async function closeAll(): Promise<void> {
  for (const server of opened) await server.close()
}
