/** The access log at the centre: written by everybody, in nobody's mailbox, read by who answers for each case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { looksAt, type Access } from '../../src/domain/access.ts'
import { accessJournal, entryId } from '../../src/domain/ids.ts'
import { dayOf } from '../../src/domain/time.ts'
import type { Caller } from '../support/browser-session.ts'
import { caseId, complaint, PEOPLE } from '../support/domain.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kades, kasi } = PEOPLE
const [ordinary, againstHead] = [caseId('log1'), caseId('log2')]
const today = dayOf(new Date().toISOString())
let server: TestServer
let desk: Caller
let head: Caller
let staff: Caller

beforeAll(async () => {
  server = await startTestServer()
  await server.people(
    { id: petugas, position: 'petugasPengelola' },
    { id: kades, position: 'kepalaDesa' },
    { id: kasi, position: 'kasiPelayanan' },
  )
  desk = await server.enrol(petugas)
  head = await server.enrol(kades)
  staff = await server.enrol(kasi)
  await send(desk, ordinary, 'registered', complaint())
  await send(desk, againstHead, 'registered', complaint({ respondents: [kades] }))
  await look(staff, ordinary, againstHead)
  await look(desk, againstHead)
  await server.office.postman.settled()
})
afterAll(() => server.close())

async function send(who: Caller, journal: string, kind: string, data: unknown, counter = 1) {
  const at = new Date().toISOString()
  const doc = { _id: entryId(journal, counter, who.device), kind, v: 1, by: who.officer, at, data }
  const { body } = await who.call('POST', '/sync/outbox/_bulk_docs', { docs: [doc], new_edits: false })
  return body as unknown as { error?: string; reason?: string }[]
}

const look = (who: Caller, ...cases: string[]) =>
  send(who, accessJournal(who.officer, today), 'accessed', {
    looks: looksAt('opened', new Date().toISOString(), cases),
  })

const log = async (who: Caller, more = '') =>
  (await who.call<{ rows: Access[] }>('GET', `/api/akses?dari=${today}&sampai=${today}${more}`)).body.rows

const said = (rows: Access[]) => rows.map((row) => `${row.officer} ${row.what} ${row.case}`).sort()

describe('the access log', () => {
  it('tells the Kepala Desa who opened which case, but not of one they are complained about in', async () => {
    const rows = await log(head)
    expect(said(rows)).toEqual([`${kasi} opened ${ordinary}`])
    expect(rows[0]!.device).toBe(staff.device)
  })

  it('tells whoever the desk’s order names of a case against the Kepala Desa, and nothing else', async () => {
    const both = [`${kasi} opened ${againstHead}`, `${petugas} opened ${againstHead}`].sort()
    expect(said(await log(desk))).toEqual(both)
    expect(said(await log(desk, `&aduan=${ordinary}`))).toEqual([])
    expect(await log(staff)).toEqual([])
  })

  it('is in no mailbox and moves nothing in the case', async () => {
    for (const who of [desk, head, staff]) {
      const journal = await who.call('GET', `/api/journals/${accessJournal(kasi, today)}`)
      expect(journal.status).toBe(404)
    }
    expect((await server.archive.entriesOf(ordinary)).map(({ kind }) => kind)).toEqual([
      'registered',
      'numbered',
    ])
  })

  it('takes nobody’s word about another, and no span that is not one', async () => {
    const forged = { looks: looksAt('opened', new Date().toISOString(), [ordinary]) }
    const [refused] = await send(desk, accessJournal(kasi, today), 'accessed', forged, 9)
    expect(refused?.reason).toBe('not-your-role')
    for (const span of [
      'dari=x&sampai=x',
      'dari=2026-02-01&sampai=2026-01-01',
      'dari=2020-01-01&sampai=2026-01-01',
    ])
      expect((await head.call('GET', `/api/akses?${span}`)).status).toBe(400)
  })
})
