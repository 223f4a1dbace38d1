/** What the archive makes of places in its history that phones show (decision 017). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getDoc, removeDoc, updateSeq } from '../../server/couch/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { Author, engines, numbersOf, openBench, type Bench } from './support.ts'

const { petugas, kadusA } = PEOPLE

describe.each(engines)('a place in the history on %s', (engine) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await openBench(engine)
    await bench.postman.settled()
  }, 30_000)
  afterEach(() => bench.end())

  const captured = async (name: string) => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture(name)
    await kadus.send(bench.archive, entries)
    await bench.postman.settled()
    return id
  }
  const identity = () => bench.archive.identity(petugas)
  const place = async () => (await bench.archive.lastPlace())!
  /** As if the disk had gone back to a day before a case. */
  const forget = async (id: string) => {
    for (const { _id } of await bench.archive.entriesOf(id)) {
      const { _rev } = (await getDoc(bench.archive.db, _id))!
      await removeDoc(bench.archive.db, _id, _rev)
    }
  }

  it('that the archive knows changes nothing, nor does what nobody here has sealed', async () => {
    await captured('known')
    const [before, shown] = [await identity(), await place()]
    await captured('later')
    await bench.restart()
    for (const text of [
      shown,
      await place(),
      '',
      'x',
      shown.slice(0, -2),
      `${shown}A`,
      shown.replace('.', '.A'),
    ])
      await bench.archive.heedPlace(text)
    expect(await identity()).toBe(before)
    expect(await bench.archive.numbersHeld()).toBe(false)
    expect(await bench.archive.restoredLately()).toBeUndefined()
  })

  it('is the same word as long as nothing is written, and says nothing of what was', async () => {
    const id = await captured('quiet')
    const shown = await place()
    expect(await place()).toBe(shown)
    expect(Buffer.from(shown, 'base64url').toString('latin1')).not.toContain(id)
    await captured('next')
    expect(await place()).not.toBe(shown)
  })

  it('that it has forgotten begins it anew as after a restore: phones offer again, numbers wait', async () => {
    await captured('before')
    const lost = await captured('lost')
    const [before, shown] = [await identity(), await place()]
    const { device } = new Author(petugas)
    const stored = await updateSeq((await bench.archive.box(petugas)).db)
    await bench.archive.marks.noteCheckpoint(petugas, device, stored, '2026-11-10T05:00:00.000Z')
    expect(await bench.archive.marks.watermarkOf(petugas, device)).toBeDefined()
    await forget(lost)
    await bench.archive.heedPlace(shown)
    expect(await identity()).not.toBe(before)
    // What came by the website meanwhile is on no phone: the office hears that it may be lost.
    const restoring = { at: bench.clock.now, formsLost: { from: null } }
    expect(await bench.archive.restoredLately()).toEqual(restoring)
    expect(await bench.archive.marks.watermarks()).toEqual({})

    const next = await captured('next')
    expect((await numbersOf(bench.archive)).get(next)).toEqual([])
    await bench.archive.numbersGoOn(2)
    await bench.postman.settled()
    expect((await numbersOf(bench.archive)).get(next)).toEqual([3])
  })

  it('that other phones show of the same days begins it no second time, nor after a restart', async () => {
    const first = await captured('first')
    const older = await place()
    const second = await captured('second')
    const newer = await place()
    await forget(first)
    await forget(second)
    await bench.archive.heedPlace(older)
    const begun = await identity()
    await bench.archive.numbersGoOn(2)
    await Promise.all([newer, older, newer].map((shown) => bench.archive.heedPlace(shown)))
    await bench.restart()
    await bench.archive.heedPlace(newer)
    expect(await identity()).toBe(begun)
    expect(await bench.archive.numbersHeld()).toBe(false)
  })

  it('from before a restore tells nothing: what is missing since is known', async () => {
    const kept = await captured('kept')
    const lines: string[] = []
    for await (const line of bench.archive.exportAll()) lines.push(line)
    const lost = await captured('lost')
    const shown = await place()
    await forget(lost)
    await forget(kept)
    bench.clock.now += 60_000
    await bench.archive.importAll(lines, { lastNumber: 2 })
    const restored = await identity()
    await bench.archive.heedPlace(shown)
    expect(await identity()).toBe(restored)
    expect(await bench.archive.numbersHeld()).toBe(false)
  })

  it('lost twice is noticed twice', async () => {
    const first = await captured('one')
    const shown = await place()
    await forget(first)
    await bench.archive.heedPlace(shown)
    const begun = await identity()
    bench.clock.now += 60_000
    const second = await captured('two')
    const later = await place()
    await forget(second)
    await bench.archive.heedPlace(later)
    expect(await identity()).not.toBe(begun)
  })
})
