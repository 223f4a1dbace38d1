/** What is sent when: together, later where a push service is out of reach, and for deadlines in the morning. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive, startPostman, type Archive, type Postman } from '../../server/archive/index.ts'
import { connect, readIds, type Couch } from '../../server/couch/index.ts'
import { openPush, type Push } from '../../server/push/index.ts'
import { addDays, startOfDay } from '../../src/domain/time.ts'
import { Author } from '../archive/support.ts'
import { temporaryDir } from '../couch/support.ts'
import { atNoon, PEOPLE, TODAY, villageJournal } from '../support/domain.ts'
import { PushService, type Ear } from '../support/push-service.ts'

const { petugas, kadusB } = PEOPLE
const GATHER = 4_000
const DEVICE = 'dkadusb000000'

let couch: Couch
let service: PushService
let archive: Archive
let push: Push
let postman: Postman
let ear: Ear
const clock = { now: 0 }

async function begin(): Promise<void> {
  archive = await openArchive({ couch, village: 'uji', clock: () => clock.now })
  const userOf = (device: string) => Promise.resolve(device === DEVICE ? kadusB : undefined)
  const trial = { ...service.trial, gather: GATHER }
  push = await openPush({ archive, publicUrl: 'https://aduan.desa.example', userOf, trial })
  postman = startPostman(archive.parts, push.crier)
}

const end = () => postman.stop().then(() => push.stop())

beforeEach(async () => {
  clock.now = Date.parse(atNoon(TODAY))
  couch = await connect({ dataDir: await temporaryDir() })
  service = await PushService.start()
  await begin()
  await archive.seed(villageJournal().entries)
  ear = service.ear()
  const taken = await push.subscribe(kadusB, DEVICE, {
    endpoint: ear.endpoint,
    keys: ear.keys,
    key: await push.key(),
  })
  expect(taken.ok).toBe(true)
})
afterEach(async () => {
  await end()
  await couch.close()
  service.close()
})

const desk = new Author(petugas)
let count = 0

/** The desk gives away a new case that day. */
async function assign(due?: string): Promise<string> {
  const at = new Date(clock.now).toISOString()
  const { id, entries } = desk.capture(`k${++count}x`)
  const given = desk.write(id, 'assigned', { lead: kadusB, helpers: [], ...(due ? { due } : {}) }, at)
  await desk.send(archive, [...entries, given])
  await postman.settled()
  return id
}

/** Time passes; what is due then is sent. */
async function pass(ms: number): Promise<void> {
  clock.now += ms
  await push.ring()
}

const waits = async () => (await readIds(archive.desk, { prefix: 'call:' })).length > 0

describe('calls', () => {
  it('that come together are one: ten tasks, one message', async () => {
    for (let n = 0; n < 10; n++) await assign()
    await push.ring()
    expect(ear.seen).toEqual([])
    await pass(GATHER)
    expect(ear.heard).toEqual([{ to: DEVICE, n: { task: 10 } }])
    await pass(3_600_000)
    expect(ear.heard).toHaveLength(1)
  })

  it('come to nothing where the officer was quicker', async () => {
    const [taken, left] = [await assign(), await assign()]
    const phone = new Author(kadusB)
    await phone.pull(archive)
    await phone.send(archive, [phone.write(taken, 'accepted', {})])
    await postman.settled()
    await pass(GATHER)
    expect(ear.heard).toEqual([{ to: DEVICE, n: { task: 1 }, open: left }])
  })

  it('come to nothing where the case was taken away meanwhile', async () => {
    const id = await assign()
    await desk.send(archive, [desk.write(id, 'unassigned', { reason: 'keliru' })])
    await postman.settled()
    await pass(GATHER)
    expect(ear.seen).toEqual([])
    expect(await waits()).toBe(false)
  })

  it('survive a restart', async () => {
    const id = await assign()
    await end()
    await begin()
    await postman.settled()
    await pass(GATHER)
    expect(ear.heard).toEqual([{ to: DEVICE, n: { task: 1 }, open: id }])
  })
})

describe('a push service that does not take it now', () => {
  it.each([429, 500, 503])(
    'and answers %i gets it later, later and later, and holds up nothing',
    async (status) => {
      ear.answers = [status, status, 201]
      const id = await assign()
      await pass(GATHER)
      expect(ear.seen).toHaveLength(1)
      await pass(29_000)
      expect(ear.seen).toHaveLength(1)
      await pass(1_000)
      expect(ear.seen).toHaveLength(2)
      await pass(59_000)
      expect(ear.seen).toHaveLength(2)
      await postman.settled()
      await pass(1_000)
      expect(ear.heard).toEqual([{ to: DEVICE, n: { task: 1 }, open: id }])
      expect(await waits()).toBe(false)
    },
  )

  it.each([401, 403])(
    'and answers %i to our signature has the phone make another subscription, and the call waits for it',
    async (status) => {
      ear.answers = [status]
      const id = await assign()
      await pass(GATHER)
      expect(await push.tag(DEVICE)).toBeUndefined()
      const offer = async (at: Ear) => ({ endpoint: at.endpoint, keys: at.keys, key: await push.key() })
      expect(await push.subscribe(kadusB, DEVICE, await offer(ear))).toEqual({ ok: false, why: 'refused' })
      const next = service.ear()
      const { ok } = await push.subscribe(kadusB, DEVICE, await offer(next))
      await push.ring()
      expect([ok, next.heard]).toEqual([true, [{ to: DEVICE, n: { task: 1 }, open: id }]])
      expect(await push.tag(DEVICE)).toBeDefined()
    },
  )

  it('and refused us only for a while is told of again by the same subscription', async () => {
    ear.answers = [401, 201]
    await assign()
    await pass(GATHER)
    expect(await push.tag(DEVICE)).toBeUndefined()
    await pass(30_000)
    expect(ear.heard).toHaveLength(1)
    expect(await push.tag(DEVICE)).toBeDefined()
  })

  it('is left alone as long as it asks for', async () => {
    ear.answers = [429, 201]
    ear.retryAfter = 600
    await assign()
    await pass(GATHER)
    await pass(599_000)
    expect(ear.seen).toHaveLength(1)
    await pass(1_000)
    expect(ear.heard).toHaveLength(1)
  })

  it('or is out of reach gets what has come meanwhile along with it', async () => {
    service.close()
    await assign()
    await pass(GATHER)
    await assign()
    await pass(GATHER)
    expect(await waits()).toBe(true)
    service = await PushService.start()
    const again = service.ear()
    const { keys, endpoint } = again
    await end()
    await begin()
    await push.subscribe(kadusB, DEVICE, { endpoint, keys, key: await push.key() })
    await pass(3_600_000)
    expect(again.heard).toEqual([{ to: DEVICE, n: { task: 2 } }])
  })

  it('for two days is given up on', async () => {
    ear.answers = [503]
    await assign()
    await pass(GATHER)
    await pass(3 * 86_400_000)
    await pass(3_600_000)
    expect(await waits()).toBe(false)
    expect(await push.tag(DEVICE)).toBeDefined()
  })
})

describe('deadlines', () => {
  /** So many hours after midnight (WIB) of a day. */
  const at = async (day: string, hours: number) => {
    clock.now = Date.parse(startOfDay(day)) + hours * 3_600_000
    await postman.settled()
    await pass(GATHER)
  }
  const heard = () => ear.heard.splice(0).map(({ n }) => n)

  it('call in the morning of the working day before, and once when they have passed; never at night', async () => {
    // TODAY is a Tuesday.
    const [wednesday, friday, saturday, monday, tuesday] = [1, 3, 4, 6, 7].map((n) => addDays(TODAY, n))
    await at(TODAY, 12)
    const id = await assign(monday)
    await at(TODAY, 13)
    expect(heard()).toEqual([{ task: 1 }])
    await at(wednesday!, 8)
    await at(friday!, 0.1)
    await at(friday!, 6.9)
    expect(heard()).toEqual([])
    await at(friday!, 7)
    expect(ear.heard).toEqual([{ to: DEVICE, n: { near: 1 }, open: id }])
    expect(ear.seen.at(-1)!.headers.urgency).toBe('normal')
    heard()
    for (const day of [friday!, saturday!, monday!]) await at(day, 18)
    expect(heard()).toEqual([])
    await at(tuesday!, 7.5)
    expect(heard()).toEqual([{ late: 1 }])
    await at(tuesday!, 20)
    await at(addDays(tuesday!, 1), 9)
    expect(heard()).toEqual([])
  })

  it('that passed while the server was away call when it is back', async () => {
    await at(TODAY, 12)
    await assign(addDays(TODAY, 2))
    await at(TODAY, 13)
    heard()
    await end()
    clock.now = Date.parse(startOfDay(addDays(TODAY, 8))) + 10 * 3_600_000
    await begin()
    await at(addDays(TODAY, 8), 10)
    expect(heard()).toEqual([{ late: 1 }])
  })
})
