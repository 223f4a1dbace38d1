/** Backup → everything gone → restore: the same archive, the same mailboxes, the same sessions. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../server/admin/backup.ts'
import { writeOpenJson } from '../../server/admin/open-json.ts'
import { restore } from '../../server/admin/restore.ts'
import { databasesOf, dropDatabase, readRange } from '../../server/couch/index.ts'
import { firstLink } from '../../server/routes/first-officer.ts'
import { entryId } from '../../src/domain/ids.ts'
import { caseId, PEOPLE } from '../support/domain.ts'
import { TestBrowser, type Caller } from '../support/browser-session.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const { petugas, kadusA } = PEOPLE
const CASES = 30
let folder: string
let old: TestServer
let desk: Caller
let kadus: Caller
let path: string
const villages: TestServer[] = []

const village = `pulih-${process.pid}-${Date.now().toString(36)}`
const start = async () => {
  const server = await startTestServer({ village })
  villages.push(server)
  return server
}

const registered = (caller: Caller, n: number) => ({
  _id: entryId(caseId(100 + n), 1, caller.device),
  kind: 'registered',
  v: 1,
  by: caller.officer,
  at: '2026-11-04T02:30:00.000Z',
  data: {
    code: '4F7K2M9XC',
    channel: 'box',
    identity: { name: 'given', address: 'unknown', phone: 'unknown' },
    confidential: false,
    category: 'Lainnya',
    subject: `Aduan ${n}`,
    description: 'Panjang',
    place: {},
    respondents: [],
    urgent: false,
  },
})

const push = (caller: Caller, docs: object[]) =>
  caller.call('POST', '/sync/outbox/_bulk_docs', { docs, new_edits: false })

/** The same caller at another server: the phone keeps its cookie. */
const at = (server: TestServer, { officer, device, headers }: Caller) => {
  const browser = new TestBrowser(server.url)
  const [name, token] = headers.cookie!.split('=') as [string, string]
  browser.cookies.set(name, token)
  return {
    officer,
    device,
    browser,
    headers,
    call: (method: string, where: string, body?: unknown) => browser.json(method, where, body, device),
  } as Caller
}

const withoutRev = (docs: { _id: string; _rev: string }[]) => docs.map(({ _rev, ...doc }) => doc)
const everything = { start: '0', end: '\ufff0' }

/** What the archive and each mailbox hold. */
async function contents({ archive }: TestServer) {
  const boxes = await Promise.all(
    [petugas, kadusA]
      .map(async (officer) => (await archive.box(officer)).db)
      .map(async (db) => readRange(await db, everything)),
  )
  return { archive: withoutRev(await readRange(archive.db, everything)), boxes: boxes.map(withoutRev) }
}

/** Ends a server and destroys all of its data. */
async function wipe(server: TestServer): Promise<void> {
  const { couch } = server.office
  await server.office.postman.stop()
  for (const name of await databasesOf(couch, village)) await dropDatabase({ server: couch.server, name })
  await server.close()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-restore-'))
  old = await start()
  await old.people({ id: petugas, position: 'petugasPengelola' }, { id: kadusA, position: 'kepalaDusun' })
  desk = await old.enrol(petugas)
  kadus = await old.enrol(kadusA)
  await push(
    kadus,
    Array.from({ length: CASES }, (_, n) => registered(kadus, n)),
  )
  await old.office.postman.settled()
  path = (await backUp(old.office, folder)).path
})
afterAll(async () => {
  for (const server of villages) await wipe(server).catch(() => {})
  rmSync(folder, { recursive: true })
})

describe('a restored village', () => {
  it('has the same archive, mailboxes and sessions, and phones offer their later entries again', async () => {
    const before = await contents(old)
    expect(before.archive.length).toBeGreaterThan(2 * CASES)
    const { body: identity } = await kadus.call('GET', '/sync/')
    await push(kadus, [registered(kadus, 99)])
    await kadus.call('PUT', '/sync/outbox/_local/check', { last_seq: 31 })
    await wipe(old)

    const fresh = await start()
    const link = await firstLink(fresh.office)
    expect(link).toBeDefined()
    const counts = await restore(fresh.office, path, { lastNumber: CASES })
    expect(counts.different).toBe(0)
    expect(counts.added).toBeGreaterThan(before.archive.length)
    expect(await contents(fresh)).toEqual(before)

    const phone = at(fresh, kadus)
    expect((await phone.call('GET', '/api/session')).body).toMatchObject({ officer: kadusA, state: 'active' })
    expect((await at(fresh, desk).call('GET', '/api/session')).status).toBe(200)
    expect((await phone.call('GET', '/sync/')).body.uuid).not.toBe(identity.uuid)
    expect((await phone.call('GET', '/sync/outbox/_local/check')).status).toBe(404)
    const late = registered(kadus, 99)
    const { body: missing } = await phone.call('POST', '/sync/outbox/_revs_diff', { [late._id]: ['1-a'] })
    expect(missing).toEqual({ [late._id]: { missing: ['1-a'] } })
    await push(phone, [late])
    await fresh.office.postman.settled()
    const numbers = (await readRange<{ case: string }>(fresh.archive.db, { prefix: 'number:' })).map(
      ({ _id }) => _id,
    )
    expect(numbers).toHaveLength(CASES + 1)
    expect(numbers.at(-1)).toMatch(new RegExp(`:0*${CASES + 1}$`))

    // The link of the empty village names an officer who does not exist.
    const answer = await new TestBrowser(fresh.url).json('POST', '/api/enrol', { code: link!.split('#')[1] })
    expect(answer).toMatchObject({ status: 404, body: { error: 'code-unknown' } })
    expect(await firstLink(fresh.office)).toBeUndefined()
  })

  it('can be restored again, while it is in use, and nothing changes', async () => {
    const server = villages.at(-1)!
    const before = await contents(server)
    const again = await restore(server.office, path)
    expect(again).toMatchObject({ added: 0, different: 0 })
    expect(await contents(server)).toEqual(before)
  })

  it('is written as one open JSON file: every entry, in key order, and nothing else', async () => {
    const server = villages.at(-1)!
    const file = join(folder, 'desa.json')
    const count = await writeOpenJson(server.office, file)
    const { kentongan, entries } = JSON.parse(readFileSync(file, 'utf8')) as {
      kentongan: string
      entries: { _id: string; kind: string }[]
    }
    expect(kentongan).toBe('open')
    expect(entries).toHaveLength(count)
    expect(entries.filter(({ kind }) => kind === 'registered')).toHaveLength(CASES + 1)
    expect(entries.every(({ kind }) => kind)).toBe(true)
    expect(entries.map(({ _id }) => _id)).toEqual(entries.map(({ _id }) => _id).sort())
    expect(readdirSync(folder)).not.toContain('desa.json.partial')
  })
})
