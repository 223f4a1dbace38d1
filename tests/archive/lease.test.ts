/** Who serves a village where several processes could (decision 018). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive, openLease, Relieved, type Lease } from '../../server/archive/index.ts'
import { PEOPLE } from '../support/domain.ts'
import { Author, engines, openBench, until, type Bench } from './support.ts'

/** Long enough for a beat to come through in between, on a machine that is busy. */
const TERM = 1_500
/** Of who beats no more while others wait: killed, or standing still. */
const STILL = 1_000_000

describe.each(engines)('the lease of a village on %s', (engine) => {
  let bench: Bench
  const leases: Lease[] = []
  beforeEach(async () => void (bench = await openBench(engine)), 30_000)
  afterEach(async () => {
    for (const lease of leases.splice(0)) await lease.release()
    await bench.end()
  })

  const open = (holder: string, term = TERM) => {
    const lease = openLease(bench.archive.desk, holder, term)
    leases.push(lease)
    return lease
  }

  it('is had by one, as long as that one beats', async () => {
    const [first, second] = [open('a'), open('b')]
    expect(await first.take()).toBe(true)
    const looked = performance.now()
    await until(async () => {
      expect(await second.take()).toBe(false)
      return performance.now() - looked > 2 * TERM
    })
    await first.check()
  })

  it('goes to who waits as soon as it is given back', async () => {
    const [first, second] = [open('a'), open('b')]
    await first.take()
    expect(await second.take()).toBe(false)
    await first.release()
    expect(await second.take()).toBe(true)
  })

  it('goes to who waits when its holder has not beaten for a term, and to the same holder at once', async () => {
    await open('a', STILL).take()
    const waiting = open('b')
    expect(await waiting.take()).toBe(false)
    await until(() => waiting.take())
    expect(await open('b').take()).toBe(true)
  })

  it('lets one that was taken over write nothing, and tells it', async () => {
    const standing = open('a', STILL)
    await standing.take()
    const archive = await openArchive({ ...bench, clock: () => bench.clock.now, lease: standing })
    const kadus = new Author(PEOPLE.kadusA)
    const [before, after] = [kadus.capture('before'), kadus.capture('after')]
    await kadus.send(archive, before.entries)
    let told = 0
    standing.onLost(() => told++)
    const next = open('b')
    await until(() => next.take())
    await expect(kadus.send(archive, after.entries)).rejects.toThrow(Relieved)
    expect(await archive.entriesOf(after.id)).toEqual([])
    expect((await archive.entriesOf(before.id)).length).toBeGreaterThan(0)
    expect([told, standing.lost]).toEqual([1, true])
    await standing.release()
    await next.check()
  })

  it('tells one that was taken over also where it has nothing to write', async () => {
    const first = open('a')
    await first.take()
    await open('a').take()
    await until(async () => first.lost)
  })
})
