/** What came by the public form is on no phone: a restore has it from the copies beside the backup (decision 045). */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../server/admin/backup.ts'
import { checkBackup } from '../../server/admin/backup-file.ts'
import { copiesFolder } from '../../server/admin/form-copies.ts'
import { restore } from '../../server/admin/restore.ts'
import type { Restored } from '../../src/device/types.ts'
import type { DataOf } from '../../src/domain/entries.ts'
import { PEOPLE } from '../support/domain.ts'
import { closeAll, COMPLAINT, journalOf, open, send } from '../support/public-form.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const village = `lapor-${process.pid}-${Date.now().toString(36)}`
const PHOTO = new Blob(
  [
    Uint8Array.from(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
        'base64',
      ),
    ),
  ],
  { type: 'image/png' },
)

let backups: string
let old: TestServer
let path: string
let at: string
/** Sent after the backup, one of them with a photo. */
let codes: string[]
const fresh: TestServer[] = []
const copies = () => copiesFolder(backups, village)

beforeAll(async () => {
  backups = mkdtempSync(join(tmpdir(), 'kentongan-lapor-'))
  old = await open({}, { village, backupDir: backups, couchdbUrl: undefined })
  await send(old, { ...COMPLAINT, uraian: 'Sebelum cadangan.' })
  path = (await backUp(old.office, backups)).path
  ;({ at } = await checkBackup(path))
  const sent = [await send(old, { ...COMPLAINT, foto: PHOTO }), await send(old, { ...COMPLAINT, nama: '' })]
  expect(sent.map(({ status }) => status)).toEqual([303, 303])
  codes = sent.map(({ code }) => code)
}, 60_000)
afterAll(async () => {
  await closeAll()
  for (const server of fresh) await server.close()
  rmSync(backups, { recursive: true })
})

/** An empty village of the same name, into which a backup is read. */
async function restored(file: string) {
  const server = await startTestServer({ village, couchdbUrl: undefined })
  fresh.push(server)
  const done = await restore(server.office, file, { lastNumber: 0 })
  return { server, done }
}

/** What the office hears of it. */
async function heard(server: TestServer): Promise<Restored | undefined> {
  const desk = await server.enrol(PEOPLE.petugas)
  const { body } = await desk.call<{ restored?: Restored }>('POST', '/api/contact', {
    unsent: 0,
    refused: 0,
    version: '1',
  })
  return body.restored
}

describe('complaints of the website that came after the backup', () => {
  it('come back from the copies beside it: the same entries, with their photos, at the desk', async () => {
    const { server, done } = await restored(path)
    expect(done).toMatchObject({ different: 0, forms: { read: 3, broken: [] } })
    for (const code of codes) {
      const before = await journalOf(old, code)
      expect(await journalOf(server, code)).toEqual(before)
      const id = before[0]!._id.split(':')[0]!
      expect(await server.archive.journalFor(PEOPLE.petugas, id)).toHaveLength(before.length)
    }
    const [registered] = await journalOf(server, codes[0]!)
    const [photo] = (registered!.data as DataOf<'registered'>).attachments!
    const where = `/api/media/${photo!.hash}?entry=${encodeURIComponent(registered!._id)}`
    const { headers } = await server.enrol(PEOPLE.petugas)
    const seen = await fetch(server.url + where, { headers })
    expect(seen.status).toBe(200)
    expect(await old.archive.files.read(photo!.hash)).toEqual(Buffer.from(await seen.arrayBuffer()))
    expect(await heard(server)).not.toHaveProperty('formsLost')
  })

  it('are said to be lost, and since when, where a backup is read without them', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'kentongan-lapor-'))
    const alone = join(elsewhere, 'cadangan.ndjson.gz')
    copyFileSync(path, alone)
    const { server, done } = await restored(alone)
    expect(done.forms).toBeUndefined()
    expect(await server.archive.caseOf(codes[0]!)).toBeUndefined()
    expect((await heard(server))?.formsLost).toEqual({ from: at })
    // The copies are found later: what was missing comes, and the office hears no more of it.
    mkdirSync(copiesFolder(elsewhere, village))
    const { case: second } = (await old.archive.caseOf(codes[1]!))!
    const names = readdirSync(copies())
    const broken = names.find((name) => name.includes(second))
    const whole = names.filter((name) => name !== broken)
    for (const name of whole) copyFileSync(join(copies(), name), join(copiesFolder(elsewhere, village), name))
    const half = Uint8Array.from(readFileSync(join(copies(), broken!))).subarray(0, 60)
    writeFileSync(join(copiesFolder(elsewhere, village), broken!), half)
    const again = await restore(server.office, alone)
    expect(again.forms).toEqual({ read: whole.length, broken: [expect.stringContaining(broken!)] })
    expect(await server.archive.caseOf(codes[0]!)).toBeDefined()
    expect(await heard(server)).not.toHaveProperty('formsLost')
    rmSync(elsewhere, { recursive: true })
  })

  it('are copied no longer than the oldest backup needs', async () => {
    writeFileSync(join(copies(), '20200101T000000Z-c0000000000000000.ndjson.gz'), '')
    const before = readdirSync(copies())
    await backUp(old.office, backups)
    expect(readdirSync(copies())).toEqual(before.slice(1))
  })

  it('are taken in also where no copy can be made', async () => {
    rmSync(copies(), { recursive: true })
    writeFileSync(copies(), 'no folder')
    const { status, code } = await send(old, { ...COMPLAINT, uraian: 'Cadangan penuh.' })
    expect(status).toBe(303)
    expect(await journalOf(old, code)).toHaveLength(2)
    rmSync(copies())
  })
})
