import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupError, openArchive } from '../../server/archive/index.ts'
import { getDoc, putDoc, readRange, upsert } from '../../server/couch/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { Author, engines, idsIn, numbersOf, openBench, type Bench } from './support.ts'

const { kadusA, petugas } = PEOPLE

/** Pictures as far as their first bytes go. */
const PHOTOS = [1, 2, 3].map((n) =>
  Uint8Array.from({ length: 70_000 }, (_, i) => [0xff, 0xd8, 0xff, n][i] ?? i % 251),
)
const named = (photo: Uint8Array) => ({
  hash: createHash('sha256').update(photo).digest('hex'),
  type: 'image/jpeg' as const,
  bytes: photo.length,
})

async function linesOf(bench: Bench): Promise<string[]> {
  const lines: string[] = []
  for await (const line of bench.archive.exportAll()) lines.push(line)
  return lines
}

describe.each(engines)('a backup on %s', (engine) => {
  let from: Bench
  let lines: string[]
  let id: string
  beforeAll(async () => {
    from = await openBench(engine)
    const kadus = new Author(kadusA)
    const captured = kadus.capture('saved')
    id = captured.id
    await kadus.send(from.archive, captured.entries)
    await putDoc(from.archive.desk, { _id: 'device:dtest', officer: kadusA, state: 'active' })
    await putDoc(from.archive.db, { _id: '_local/checkpoint', last_seq: 5 })
    for (const photo of PHOTOS)
      expect(await from.archive.files.bring({ attachment: named(photo), by: kadusA }, photo)).toBe('created')
    await from.postman.settled()
    lines = await linesOf(from)
  }, 30_000)
  afterAll(() => from.end())

  /** The lines as a backup of another village. */
  const linesFor = ({ village }: Bench) =>
    lines.map((line) => line.replace(`"village":"${from.village}"`, `"village":"${village}"`))

  it('carries entries, claims and the desk, and nothing that belongs to this machine', () => {
    const docs = lines.slice(1).map((line) => (JSON.parse(line) as { doc: { _id: string } }).doc)
    const ids = docs.map(({ _id }) => _id)
    expect(ids).toEqual(expect.arrayContaining(['number:2026:00001', 'device:dtest', `${id}:00000002:pusat`]))
    expect(ids.filter((one) => /^(_local|box:|mark:|lease|orders|postman)/.test(one))).toEqual([])
    expect(docs.some((doc) => '_rev' in doc)).toBe(false)
  })

  it('restored into an empty village gives the same archive and fills the mailboxes', async () => {
    const into = await openBench(engine, [])
    try {
      const done = await into.archive.importAll(linesFor(into), { lastNumber: 1 })
      await into.postman.settled()
      expect(done.different).toBe(0)
      expect(await into.archive.entriesOf(id)).toEqual(await from.archive.entriesOf(id))
      expect((await idsIn(into.archive, petugas, id)).length).toBe(2)
      for (const photo of PHOTOS) {
        const { hash, type, bytes } = named(photo)
        expect(await into.archive.files.info(hash)).toEqual({ type, bytes })
        expect(new Uint8Array((await into.archive.files.read(hash))!)).toEqual(photo)
      }
      expect((await numbersOf(into.archive)).get(id)).toEqual([1])
      const next = new Author(kadusA).capture('after')
      await new Author(kadusA).send(into.archive, next.entries)
      await into.postman.settled()
      expect((await numbersOf(into.archive)).get(next.id)).toEqual([2])
    } finally {
      await into.end()
    }
  }, 30_000)

  it('read in where it came from changes nothing, lowers nothing, and makes phones offer again', async () => {
    const uuid = await from.archive.identity(petugas)
    const generation = await from.archive.generation(petugas)
    await upsert<{ state: string }>(from.archive.desk, 'device:dtest', (old) => ({ ...old!, state: 'lost' }))
    const newer = new Author(kadusA).capture('newer')
    await new Author(kadusA).send(from.archive, newer.entries)
    const before = await readRange(from.archive.db, { start: '0', end: '\ufff0' })
    const done = await from.archive.importAll(linesFor(from))
    expect(done).toMatchObject({ added: 0, different: 0, known: lines.length - 1 })
    const after = await readRange<{ kind?: string }>(from.archive.db, { start: '0', end: '\ufff0' })
    const old = new Set(before.map(({ _id }) => _id))
    expect(after.filter(({ _id }) => old.has(_id))).toEqual(before)
    expect(await getDoc(from.archive.desk, 'device:dtest')).toMatchObject({ state: 'lost' })
    expect(await from.archive.identity(petugas)).not.toBe(uuid)
    expect(await from.archive.generation(petugas)).toBe(generation)
  })

  it('keeps what is there where the backup says otherwise, and says how often', async () => {
    const changed = linesFor(from).map((line) => line.replace('Jalan berlubang', 'Jalan lain'))
    expect((await from.archive.importAll(changed)).different).toBe(1)
    const [entry] = await from.archive.entriesOf(id)
    expect(entry).toMatchObject({ data: { subject: 'Jalan berlubang' } })
  })

  it('of the first version, without files, is read too, and one of a later version is not', async () => {
    const version = (v: number) => [lines[0]!.replace('"v":2', `"v":${v}`), ...lines.slice(1, 3)]
    expect((await from.archive.importAll(version(1))).known).toBe(2)
    await expect(from.archive.importAll(version(3))).rejects.toThrow(BackupError)
  })

  it('of something else is refused', async () => {
    const archive = await openArchive({ couch: from.couch, village: from.village })
    await expect(archive.importAll([])).rejects.toThrow(BackupError)
    await expect(archive.importAll(['{}'])).rejects.toThrow(BackupError)
    await expect(archive.importAll(['{'])).rejects.toThrow(BackupError)
    await expect(archive.importAll([lines[0]!.replace(from.village, 'lain')])).rejects.toThrow(BackupError)
    await expect(
      archive.importAll([lines[0]!, '{"db":"archive","doc":{"_id":"_design/x"}}']),
    ).rejects.toThrow(BackupError)
    await expect(archive.importAll([lines[0]!, '{"db":"media","doc":{"_id":"x"}}'])).rejects.toThrow(
      BackupError,
    )
  })

  it('moves later orders beyond those that it brought', async () => {
    const into = await openBench(engine, [])
    try {
      into.clock.now -= 400 * 86_400_000
      await into.archive.importAll(linesFor(into))
      const highest = Math.max(...(await into.archive.entriesOf(id)).map(({ arrived }) => arrived!.order))
      const [entry] = await into.archive.append([
        { journal: 'village', kind: 'officerRecorded', data: { officer: kadusA, name: 'Baru' } },
      ])
      expect(entry!.arrived!.order).toBeGreaterThan(highest)
    } finally {
      await into.end()
    }
  }, 30_000)
})
