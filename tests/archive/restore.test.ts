/** A restore into a village that is in use: nobody may see, judge or number half of what it brings (decision 004). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RetryLater } from '../../server/archive/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { Author, engines, idsIn, numbersOf, openBench, until, type Bench } from './support.ts'

const { petugas, kadusA, kasi } = PEOPLE
const DAY_MS = 86_400_000

describe.each(engines)('a restore on %s', (engine) => {
  let from: Bench
  let into: Bench
  beforeEach(async () => {
    from = await openBench(engine)
    into = await openBench(engine)
    await into.postman.settled()
  }, 30_000)
  afterEach(async () => {
    await from.end()
    await into.end()
  })

  const exported = async (): Promise<string[]> => {
    const lines: string[] = []
    for await (const line of from.archive.exportAll()) lines.push(line)
    return lines.map((line) => line.replace(`"village":"${from.village}"`, `"village":"${into.village}"`))
  }
  const captured = async (bench: Bench, name: string) => {
    const kadus = new Author(kadusA)
    const { id, entries } = kadus.capture(name)
    await kadus.send(bench.archive, entries)
    await bench.postman.settled()
    return id
  }
  const assign = async (bench: Bench, id: string) => {
    const desk = new Author(petugas)
    await desk.pull(bench.archive)
    await desk.send(bench.archive, [desk.write(id, 'assigned', { lead: kasi, helpers: [] })])
    await bench.postman.settled()
    return desk
  }

  it('is delivered when it is whole: no officer gets a case that a later line takes from them', async () => {
    const id = await captured(from, 'half')
    const desk = await assign(from, id)
    await desk.send(from.archive, [desk.write(id, 'restricted', { respondents: [kasi] })])
    const lines = await exported()
    const events: string[] = []
    async function* slowly() {
      const last = lines.findIndex((line) => line.includes('"restricted"'))
      yield* lines.slice(0, last)
      // So many that what stands before is written.
      for (let n = 0; n < 600; n++) yield JSON.stringify({ db: 'archive', doc: { _id: `filler:${n}` } })
      void into.postman.settled().then(() => events.push('delivered'))
      await until(async () => events.length > 0, 500).catch(() => undefined)
      events.push('read')
      yield* lines.slice(last)
    }
    await into.archive.importAll(slowly(), { lastNumber: 1 })
    await into.postman.settled()
    expect(events).toEqual(['read', 'delivered'])
    expect(await idsIn(into.archive, kasi, id)).toEqual([])
  }, 30_000)

  it('that breaks off is not delivered in half, not even after a restart, until it is run again', async () => {
    const id = await captured(from, 'broken')
    const desk = await assign(from, id)
    await desk.send(from.archive, [desk.write(id, 'restricted', { respondents: [kasi] })])
    const lines = await exported()
    async function* broken() {
      yield* lines.slice(
        0,
        lines.findIndex((line) => line.includes('"restricted"')),
      )
      for (let n = 0; n < 600; n++) yield JSON.stringify({ db: 'archive', doc: { _id: `filler:${n}` } })
      throw new Error('the disk went away')
    }
    await expect(into.archive.importAll(broken(), { lastNumber: 1 })).rejects.toThrow('the disk')
    await into.restart()
    void into.postman.settled()
    await expect(into.archive.numbersGoOn(1)).rejects.toThrow(RangeError)
    expect(await idsIn(into.archive, kasi, id)).toEqual([])
    await into.archive.importAll(lines, { lastNumber: 1 })
    await into.postman.settled()
    expect(await idsIn(into.archive, kasi, id)).toEqual([])
    expect((await idsIn(into.archive, petugas, id)).length).toBe(4)
  }, 30_000)

  it('gives no number until somebody says which was the last, and then none a second time', async () => {
    const lines = await exported()
    expect((await into.archive.importAll(lines)).numbersHeld).toBe(false) // the same village: nothing new came
    const old = await captured(from, 'old')
    const done = await into.archive.importAll(await exported())
    expect(done.numbersHeld).toBe(true)
    const again = await captured(into, 'again')
    expect((await numbersOf(into.archive)).get(again)).toEqual([])
    // After the backup, three more had been given: 2, 3 and 4.
    await into.archive.numbersGoOn(4)
    await into.postman.settled()
    const next = await captured(into, 'next')
    const numbers = await numbersOf(into.archive)
    expect([old, again, next].map((id) => numbers.get(id))).toEqual([[1], [5], [6]])
    expect(await into.archive.numbersHeld()).toBe(false)
  }, 30_000)

  it('keeps numbers waiting over a restart, and refuses a last number that can only be a slip', async () => {
    await captured(from, 'old')
    await into.archive.importAll(await exported())
    await into.restart()
    await into.postman.settled()
    const id = await captured(into, 'held')
    expect((await numbersOf(into.archive)).get(id)).toEqual([])
    await expect(into.archive.numbersGoOn(57_000)).rejects.toThrow(RangeError)
    await into.archive.numbersGoOn(0)
    await into.postman.settled()
    expect((await numbersOf(into.archive)).get(id)).toEqual([2])
  }, 30_000)

  it('makes what phones offer again wait for what it hangs on, instead of refusing it', async () => {
    const id = await captured(from, 'gap')
    const backup = await exported()
    const desk = await assign(from, id)
    const lead = new Author(kasi)
    await lead.pull(from.archive)
    const work = lead.write(id, 'followedUp', { how: 'action', text: 'sudah dikerjakan' })
    await into.archive.importAll(backup, { lastNumber: 1 })
    await into.postman.settled()
    await expect(lead.send(into.archive, [work])).rejects.toThrow(RetryLater)
    await desk.send(
      into.archive,
      desk.view.filter(({ by }) => by === petugas),
    )
    expect(await lead.send(into.archive, [work])).toEqual([{ id: work._id, ok: true }])
    const stranger = new Author(PEOPLE.staf)
    const note = stranger.write(id, 'note', { text: 'bukan urusan saya' })
    await expect(stranger.send(into.archive, [note])).rejects.toThrow(RetryLater)
    into.clock.now += 8 * DAY_MS
    expect(await stranger.send(into.archive, [note])).toMatchObject([{ ok: false, why: 'not-your-case' }])
  }, 30_000)
})

describe.each(engines)('what an officer wrote on %s', (engine) => {
  it('is judged after a restore that runs, not in the middle of it', async () => {
    const bench = await openBench(engine)
    try {
      await bench.postman.settled()
      let go!: () => void
      const held = new Promise<void>((resolve) => (go = resolve))
      const head = JSON.stringify({ kentongan: 'backup', v: 1, village: bench.village, at: '' })
      async function* lines() {
        yield head
        await held
      }
      const reading = bench.archive.importAll(lines())
      const kadus = new Author(kadusA)
      const [entry] = kadus.capture('meanwhile').entries
      const sent = kadus.send(bench.archive, [entry])
      const early = await until(() => Promise.race([sent.then(() => 'taken'), false]), 300).catch(
        () => 'waits',
      )
      expect(early).toBe('waits')
      go()
      await reading
      expect(await sent).toEqual([{ id: entry!._id, ok: true }])
    } finally {
      await bench.end()
    }
  }, 30_000)
})
