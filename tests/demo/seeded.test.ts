import { isByForm } from '../../src/domain/booking.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoLinks, readDemoFile, writeDemoFile } from '../../server/demo/links.ts'
import { OFFICERS } from '../../server/demo/people.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import {
  foldCase,
  newCaseId,
  openingFor,
  type Entry,
  type EntryOf,
  type Kind,
} from '../../src/domain/index.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const petugas = OFFICERS.find(({ position }) => position === 'petugasPengelola')!.id

describe('the seeded demo', () => {
  let server: TestServer
  const journals = new Map<string, Entry[]>()

  const of = <K extends Kind>(kind: K, own: Entry[] = [...journals.values()].flat()) =>
    own.filter((entry): entry is EntryOf<K> & Entry => entry.kind === kind)
  const byOrder = (a: Entry, b: Entry) => a.arrived!.order - b.arrived!.order

  beforeAll(async () => {
    server = await startTestServer()
    await seedDemo(server.archive, Date.now())
    await server.office.postman.settled()
    const { cases } = await server.archive.register(petugas)
    for (const { id } of cases) journals.set(id, await server.archive.entriesOf(id))
  })
  afterAll(() => server.close())

  it('gave every case but those of the public form its number at the moment of its arrival, in that order and without a gap', () => {
    expect(journals.size).toBeGreaterThan(100)
    for (const own of journals.values())
      expect(of('numbered', own).map(({ arrived }) => arrived!.at)).toEqual(
        of('registered', own).flatMap((one) => (isByForm(one) ? [] : [one.arrived!.at])),
      )
    for (const year of new Set(of('numbered').map(({ data }) => data.year))) {
      const numbers = of('numbered')
        .filter(({ data }) => data.year === year)
        .sort(byOrder)
      expect(numbers.map(({ data }) => data.n)).toEqual(numbers.map((_, n) => n + 1))
    }
  })

  it('goes on numbering where the stories end', async () => {
    const { data } = of('registered')[0]!
    const journal = newCaseId(crypto.getRandomValues(new Uint8Array(16)))
    const [registered] = await server.archive.append([
      { journal, kind: 'registered', data: { ...data, channel: 'phone' } },
    ])
    await server.office.postman.settled()
    const [numbered] = of('numbered', await server.archive.entriesOf(journal))
    const year = Number(registered!.arrived!.at.slice(0, 4))
    const before = of('numbered').filter((one) => one.data.year === year)
    expect(numbered!.data).toMatchObject({ year, n: before.length + 1 })
  })

  it('lets whoever opened a case have seen all of it that had arrived', () => {
    const openings = of('opened')
    expect(openings.length).toBeGreaterThan(50)
    for (const opened of openings) {
      const own = journals.get(opened._id.split(':')[0]!)!
      const before = own.filter(({ arrived }) => arrived!.order < opened.arrived!.order)
      const { lines } = foldCase(opened._id.split(':')[0]!, before)
      expect(opened.data).toEqual(openingFor(opened.by, lines))
      expect(opened.data.order).toBeGreaterThan(0)
    }
  })

  it('keeps the links of its officers over a restart, and makes new ones where they open nothing', async () => {
    const { desk } = server.office
    const first = await demoLinks(desk, 'http://localhost:1')
    writeDemoFile(server.dataDir, 'http://localhost:1', first)
    const again = await demoLinks(desk, 'http://localhost:2', readDemoFile(server.dataDir))
    expect(again.map(({ code }) => code)).toEqual(first.map(({ code }) => code))
    expect(again[0]!.link).toBe(first[0]!.link.replace(':1/', ':2/'))
    const elsewhere = first.map((link) => ({ ...link, code: 'ABCDE-FGHJK' }))
    const anew = await demoLinks(desk, 'http://localhost:1', elsewhere)
    expect(new Set(anew.map(({ code }) => code)).size).toBe(OFFICERS.length)
    expect(anew.map(({ code }) => code)).not.toContain('ABCDE-FGHJK')
    expect(readDemoFile(`${server.dataDir}/none`)).toEqual([])
  })
})
