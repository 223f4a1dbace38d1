import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VILLAGE } from '../../src/domain/ids.ts'
import { dropDatabase, updateSeq } from '../../server/couch/index.ts'
import { PEOPLE, TODAY } from '../support/domain.ts'
import { Author, engines, idsIn, openBench, until, type Bench } from './support.ts'

const { petugas, kadusA, kasi, kaur } = PEOPLE

describe.each(engines)('watermarks on %s', (engine) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await openBench(engine)
    await bench.postman.settled()
  }, 30_000)
  afterEach(() => bench.end())

  const at = '2026-11-10T05:00:00.000Z'
  const head = async (officer: string) => updateSeq((await bench.archive.box(officer)).db)
  const store = async (officer: string, seq?: string | number) =>
    bench.archive.marks.noteCheckpoint(officer, new Author(officer).device, seq ?? (await head(officer)), at)
  const markOf = (officer: string) => bench.archive.marks.watermarkOf(officer, new Author(officer).device)
  const highest = async (journal: string) =>
    Math.max(...(await bench.archive.entriesOf(journal)).map(({ arrived }) => arrived!.order))

  const captured = async (name: string) => {
    const [kadus, desk] = [new Author(kadusA), new Author(petugas)]
    const { id, entries } = kadus.capture(name)
    await kadus.send(bench.archive, entries)
    await bench.postman.settled()
    await desk.pull(bench.archive)
    return { id, kadus, desk }
  }
  const assign = async (desk: Author, id: string, lead: string) => {
    await desk.pull(bench.archive)
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead, helpers: [] })])
    await bench.postman.settled()
  }

  it('rise to what has arrived when the phone holds all of its mailbox', async () => {
    const { id } = await captured('rise')
    expect(await markOf(petugas)).toBeUndefined()
    await store(petugas)
    expect(await markOf(petugas)).toMatchObject({ order: await highest(id), at, without: [] })
    expect(await bench.archive.marks.watermarks()).toMatchObject({
      [petugas]: [{ order: await highest(id) }],
    })
  })

  it('stay where they are while the phone has not stored what came', async () => {
    const { id, kadus } = await captured('stay')
    await store(petugas)
    const before = await head(petugas)
    const known = (await markOf(petugas))!.order
    await kadus.send(bench.archive, [kadus.write(id, 'note', { text: 'baru' })])
    await kadus.send(bench.archive, [kadus.write(id, 'informationSupplied', { text: 'baru juga' })])
    await bench.postman.settled()
    await store(petugas, before)
    expect((await markOf(petugas))!.order).toBe(known)
    await store(petugas)
    expect((await markOf(petugas))!.order).toBe(await highest(id))
  })

  it('rise when the checkpoint came before everything was settled', async () => {
    const { id, kadus } = await captured('early')
    let stored: Promise<void> | undefined
    bench.archive.signals.onChanged(petugas, () => (stored ??= store(petugas)))
    await kadus.send(bench.archive, [kadus.write(id, 'informationSupplied', { text: 'cepat' })])
    await bench.postman.settled()
    await stored
    expect((await markOf(petugas))!.order).toBe(await highest(id))
  })

  it('rise at once over what the delivery itself wrote: the number of a new case', async () => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture('prompt')
    await kadus.send(bench.archive, entries)
    await until(async () => (await idsIn(bench.archive, petugas, id)).length === 2)
    await store(petugas)
    const top = await highest(id)
    // Well before the postman would look again by itself.
    await until(async () => (await markOf(petugas))?.order === top, 3_000)
  })

  it('rise for everybody who was waiting, when an entry that took longer has arrived at last', async () => {
    const { id, kadus } = await captured('slow')
    const slow = await bench.archive.parts.orders.take(1)
    await kadus.send(bench.archive, [kadus.write(id, 'informationSupplied', { text: 'cepat' })])
    await bench.postman.settled()
    await store(petugas)
    expect((await markOf(petugas))!.order).toBeLessThan(await highest(id))
    slow.done()
    bench.archive.signals.accepted()
    await bench.postman.settled()
    expect((await markOf(petugas))!.order).toBe(await highest(id))
  })

  it('do not cover a case that came into the mailbox later', async () => {
    const { id, desk } = await captured('gained')
    await store(kasi)
    const before = (await markOf(kasi))!
    await assign(desk, id, kasi)
    expect(await markOf(kasi)).toMatchObject({ order: before.order, without: [id] })
    await store(kasi)
    expect(await markOf(kasi)).toMatchObject({ order: await highest(id), without: [] })
  })

  it('do not cover a case that is given back, until it is stored again', async () => {
    const { id, desk } = await captured('revived')
    await assign(desk, id, kasi)
    await store(kasi)
    await assign(desk, id, kaur)
    await store(kasi)
    const between = await head(kasi)
    await assign(desk, id, kasi)
    await store(kasi, between)
    expect((await markOf(kasi))!.without).toEqual([id])
    await store(kasi)
    expect(await markOf(kasi)).toMatchObject({ without: [], order: await highest(id) })
  })

  it('do not cover what a new duty brings', async () => {
    const { id, desk } = await captured('duty')
    await store(kaur)
    const term = { term: 'neu', officer: kaur, position: 'sekretarisDesa' as const, from: TODAY }
    await desk.send(bench.archive, [desk.write(VILLAGE, 'positionHeld', term)])
    await bench.postman.settled()
    expect((await markOf(kaur))!.without).toEqual([id])
  })

  it('are kept over a restart and a reconcile', async () => {
    const { id, kadus } = await captured('kept')
    await store(petugas)
    const before = await markOf(petugas)
    await bench.restart()
    await bench.postman.reconcileAll()
    expect(await markOf(petugas)).toEqual(before)
    await kadus.send(bench.archive, [kadus.write(id, 'informationSupplied', { text: 'lagi' })])
    await bench.postman.settled()
    expect(await markOf(petugas)).toEqual(before)
    await store(petugas)
    expect((await markOf(petugas))!.order).toBe(await highest(id))
  })

  it('are void when the mailbox was lost', async () => {
    await captured('void')
    await store(petugas)
    await dropDatabase((await bench.archive.box(petugas)).db)
    await bench.postman.reconcileAll()
    await bench.postman.settled()
    expect(await markOf(petugas)).toBeUndefined()
  })
})
