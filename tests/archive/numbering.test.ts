import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as couch from '../../server/couch/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { Author, engines, numbersOf, openBench, until, type Bench } from './support.ts'

vi.mock('../../server/couch/index.ts', async (load) => ({ ...(await load<typeof couch>()) }))

describe.each(engines)('register numbers on %s', (engine) => {
  let bench: Bench
  beforeEach(async () => void (bench = await openBench(engine)), 30_000)
  afterEach(async () => {
    vi.restoreAllMocks()
    await bench.end()
  })

  const capture = async (names: string[]) => {
    const kadus = new Author(PEOPLE.kadusA)
    const cases = names.map((name) => kadus.capture(name))
    await kadus.send(
      bench.archive,
      cases.flatMap(({ entries }) => entries),
    )
    return cases.map(({ id }) => id)
  }
  const expectGapless = (numbers: Map<string, number[]>) => {
    const given = [...numbers.values()]
    expect(given.every((list) => list.length === 1)).toBe(true)
    const sorted = given.flat().sort((a, b) => a - b)
    expect(sorted).toEqual(sorted.map((_, index) => index + 1))
  }

  it('are given in order of arrival, without gaps', async () => {
    const late = await capture(['z1'])
    await bench.postman.settled()
    const rest = await capture(['a1', 'a2'])
    await bench.postman.settled()
    const numbers = await numbersOf(bench.archive)
    expect([...late, ...rest].map((id) => numbers.get(id))).toEqual([[1], [2], [3]])
    const [entry] = (await bench.archive.entriesOf(late[0]!)).filter(({ kind }) => kind === 'numbered')
    expect(entry).toMatchObject({ by: 'pusat', data: { number: '001/ADU/XI/2026', year: 2026, n: 1 } })
  })

  it('follow the order in which a phone took complaints down, whatever their ids', async () => {
    const kadus = new Author(PEOPLE.kadusA)
    const [first, second, third] = ['z', 'a', 'm'].map((name) => kadus.capture(name))
    const note = kadus.write(first!.id, 'note', { text: 'menyusul' })
    const inTurn = [first!, second!, third!].flatMap(({ entries }) => entries)
    await kadus.send(bench.archive, [...inTurn, note])
    await bench.postman.settled()
    const numbers = await numbersOf(bench.archive)
    expect([first, second, third].map((one) => numbers.get(one!.id))).toEqual([[1], [2], [3]])
    const orders = (await bench.archive.entriesOf(first!.id)).map(({ arrived }) => arrived!.order)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
  })

  it('are not taken by closed history of the paper book, until it is reopened', async () => {
    const desk = new Author(PEOPLE.petugas)
    const old = desk.capture('old', { history: true, paperNumber: '12/2024' })
    const closed = desk.write(old.id, 'closed', { outcome: 'explained', on: '2024-02-10' })
    await desk.send(bench.archive, [...old.entries, closed])
    const [live] = await capture(['live'])
    await bench.postman.settled()
    expect((await numbersOf(bench.archive)).get(live!)).toEqual([1])
    expect((await bench.archive.entriesOf(old.id)).map(({ kind }) => kind)).not.toContain('numbered')
    const field = new Author(PEOPLE.kadusA).capture('hidden', { history: true })
    const [outcome] = await new Author(PEOPLE.kadusA).send(bench.archive, field.entries)
    expect(outcome).toMatchObject({ ok: false })
    await desk.send(bench.archive, [desk.write(old.id, 'reopened', { reason: 'belum beres' })])
    await bench.postman.settled()
    expect((await numbersOf(bench.archive)).get(old.id)).toEqual([2])
  })

  it('stay gapless when several processes give them at the same time', async () => {
    const others = [await bench.another(), await bench.another()]
    const postmen = [bench, ...others].map(({ postman }) => postman)
    for (let round = 0; round < 4; round++) {
      await capture(Array.from({ length: 5 }, (_, index) => `r${round}${index}`))
      await Promise.race(postmen.map((postman) => postman.reconcileAll()))
    }
    const numbers = await until(async () => {
      const given = await numbersOf(bench.archive)
      return given.size === 20 && [...given.values()].every((list) => list.length > 0) && given
    })
    expectGapless(numbers)
  })

  it('are finished after a crash between the claim and the entry', async () => {
    await capture(['one'])
    await bench.postman.settled()
    const { putNew } = couch
    const crash = vi.spyOn(couch, 'putNew').mockImplementation(async (db, doc) => {
      if (!doc._id.startsWith('number:')) throw new Error('killed')
      return putNew(db, doc as { _id: string; case: string }) as never
    })
    const [two] = await capture(['two'])
    await until(async () => crash.mock.calls.some(([, { _id }]) => _id === 'number:2026:00002'))
    const stopped = bench.restart()
    crash.mockRestore()
    await stopped
    const rest = await capture(['three'])
    await bench.postman.settled()
    const numbers = await numbersOf(bench.archive)
    expect([numbers.get(two!), numbers.get(rest[0]!)]).toEqual([[2], [3]])
    expectGapless(numbers)
  })

  it('begin anew each year', async () => {
    await capture(['old'])
    await bench.postman.settled()
    bench.clock.now = Date.parse('2027-01-01T01:00:00.000Z')
    const [id] = await capture(['new'])
    await bench.postman.settled()
    const entry = (await bench.archive.entriesOf(id!)).find(({ kind }) => kind === 'numbered')
    expect(entry).toMatchObject({ data: { number: '001/ADU/I/2027', year: 2027, n: 1 } })
  })
})
