import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupLines, checkBackup, writeBackup } from '../../server/admin/backup-file.ts'
import { listBackups, pruneBackups } from '../../server/admin/backup-folder.ts'
import { isDue } from '../../server/admin/backup.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kentongan-backup-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const about = (at = '2026-11-04T19:00:00.123Z', village = 'desa') => ({ at, village })
const head = { kentongan: 'backup', v: 2, ...about() }

async function* lines(count: number) {
  yield JSON.stringify(head)
  for (let n = 0; n < count; n++)
    yield JSON.stringify({ db: 'archive', doc: { _id: `doc${n}`, text: 'é'.repeat(200) } })
}

/** A file's bytes, and back: Node's types of Buffer don't fit the functions of zlib. */
const read = (path: string) => Uint8Array.from(readFileSync(path))
const write = (path: string, text: string) => writeFileSync(path, Uint8Array.from(gzipSync(text)))

/** The file again with other lines. */
function rewrite(path: string, change: (all: string[]) => string[]): void {
  const all = gunzipSync(read(path)).toString().split('\n')
  write(path, change(all).join('\n'))
}

describe('a backup file', () => {
  it('is named by village and time, readable by its owner only, and holds what was written', async () => {
    const { path, documents: count } = await writeBackup(folder, about(), lines(1000))
    expect(path).toBe(join(folder, 'kentongan-desa-20261104T190000Z.ndjson.gz'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(count).toBe(1000)
    expect(await checkBackup(path)).toMatchObject({ ...head, documents: 1000 })
    const values: unknown[] = []
    for await (const line of backupLines(path, 'lain')) values.push(JSON.parse(line))
    expect(values).toHaveLength(1001)
    expect(values[0]).toEqual({ ...head, village: 'lain' })
    expect(values[1000]).toMatchObject({ doc: { _id: 'doc999' } })
  })

  it('carries a file of the largest size in one line', async () => {
    const data = randomBytes(2 * 1024 * 1024).toString('base64')
    async function* all() {
      yield* lines(1)
      yield JSON.stringify({ db: 'media', doc: { _id: 'x', type: 'image/jpeg', data } })
    }
    const { path } = await writeBackup(folder, about(), all())
    expect(await checkBackup(path)).toMatchObject({ documents: 2 })
    const read: string[] = []
    for await (const line of backupLines(path, 'desa')) read.push(line)
    expect(JSON.parse(read[2]!)).toMatchObject({ doc: { data } })
  })

  it('leaves nothing behind when writing breaks off', async () => {
    async function* broken() {
      yield* lines(3)
      throw new Error('the engine is gone')
    }
    await expect(writeBackup(folder, about(), broken())).rejects.toThrow('the engine is gone')
    expect(readdirSync(folder)).toEqual([])
  })

  it.each<[string, (path: string) => void, string]>([
    ['cut off in the middle', (path) => writeFileSync(path, read(path).subarray(0, 150)), 'read as a backup'],
    ['without its end', (path) => rewrite(path, (all) => all.slice(0, -2)), 'breaks off before its end'],
    [
      'short of a document',
      (path) => rewrite(path, ([first, , ...rest]) => [first!, ...rest]),
      'should hold 50',
    ],
    ['with a broken line', (path) => rewrite(path, (all) => all.with(3, '{"db":')), 'no JSON'],
    ['with a strange line', (path) => rewrite(path, (all) => all.with(3, '{"db":1}')), 'no document'],
    ['that is another file', (path) => write(path, '{"hello":1}\n'), 'not a backup'],
    ['that is no gzip', (path) => writeFileSync(path, 'hello'), 'read as a backup'],
    [
      'of a newer format',
      (path) => rewrite(path, (l) => l.with(0, l[0]!.replace('"v":2', '"v":3'))),
      'newer',
    ],
  ])('is refused in one sentence: %s', async (_what, spoil, sentence) => {
    const { path } = await writeBackup(folder, about(), lines(50))
    spoil(path)
    await expect(checkBackup(path)).rejects.toThrow(sentence)
  })

  it('that does not exist is refused in one sentence', async () => {
    await expect(checkBackup(join(folder, 'none.gz'))).rejects.toThrow("can't be read as a backup: ENOENT")
  })
})

describe('the folder of backups', () => {
  it('keeps the newest, and does not touch other villages or other files', async () => {
    const days = ['01', '02', '03', '04', '05']
    for (const day of days) await writeBackup(folder, about(`2026-11-${day}T19:00:00.000Z`), lines(1))
    await writeBackup(folder, about('2026-10-01T19:00:00.000Z', 'desa-lain'), lines(1))
    writeFileSync(join(folder, 'kentongan-desa-20261106T190000Z.ndjson.gz.partial'), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    await pruneBackups(folder, 'desa', 2)
    expect(readdirSync(folder).sort()).toEqual([
      'kentongan-desa-20261104T190000Z.ndjson.gz',
      'kentongan-desa-20261105T190000Z.ndjson.gz',
      'kentongan-desa-lain-20261001T190000Z.ndjson.gz',
      'notes.txt',
    ])
    const [, newest] = await listBackups(folder, 'desa')
    expect(newest!.at).toBe('2026-11-05T19:00:00.000Z')
  })

  it('asks for a new one once it is 02:00 in WIB', () => {
    const night = '2026-11-04T19:00:00.000Z' // 02:00 WIB on the 5th
    expect(isDue(undefined, Date.parse(night))).toBe(true)
    expect(isDue('2026-11-04T10:00:00.000Z', Date.parse('2026-11-04T18:59:59.000Z'))).toBe(false)
    expect(isDue('2026-11-04T10:00:00.000Z', Date.parse(night))).toBe(true)
    expect(isDue(night, Date.parse('2026-11-05T18:59:59.000Z'))).toBe(false)
    expect(isDue(night, Date.parse('2026-11-05T19:00:00.000Z'))).toBe(true)
  })
})
