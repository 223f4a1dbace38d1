/** A phone and the centre: real Chromium, the real server, the stock replicator between them. */
import type { Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { PATIENCE } from '../support/patience.ts'
import { append, assign, given, has, idsOf, registered } from './cases.ts'
import { PEOPLE, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let desk: Phone
let field: Phone

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
  desk = await phoneOf(centre.origin, centre.app, PEOPLE.petugas)
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
})

afterAll(async () => {
  await desk?.dispose()
  await field?.dispose()
  await centre?.close()
  data?.remove()
})

test('what is sent is confirmed, stamped and numbered by the centre', async () => {
  const id = freshCase()
  const identity = { journal: id, kind: 'identityGiven', data: { name: 'Sutrisno' } }
  await append(field, registered(id), identity)
  expect(await field.send()).toBe('sent')
  expect(await field.page.evaluate(() => kit.device!.waiting())).toEqual([])
  await until('the number comes back', () =>
    field.page.evaluate(async (c) => !!(await kit.device!.cases()).find((each) => each.id === c)?.number, id),
  )
  const inArchive = await centre.app.office.archive.entriesOf(id)
  expect(inArchive.map(({ kind }) => kind)).toEqual(['registered', 'identityGiven', 'numbered'])
})

test('an own entry never leaves the screen between sending and coming back', async () => {
  const id = freshCase()
  await append(field, registered(id))
  const misses = await field.page.evaluate(async (c) => {
    let seen = 0
    let missed = 0
    let over = false
    const watch = (async () => {
      while (!over) {
        const { entries } = await kit.device!.journal(c)
        if (entries.some(({ kind }) => kind === 'registered')) seen++
        else missed++
      }
    })()
    // Looked at often enough to have met the moment, however slow the machine.
    for (let i = 0; i < 3 || seen <= 5; i++) await kit.device!.sendNow()
    over = true
    await watch
    return { missed, seen }
  }, id)
  expect(misses.missed).toBe(0)
  expect(misses.seen).toBeGreaterThan(5)
})

test('a refused entry is kept with its reason beside valid ones, out of the fold, until it is put aside; an opening is not', async () => {
  const foreign = freshCase()
  await append(desk, registered(foreign, { place: { dusun: 'B' } }))
  await desk.send()
  const own = freshCase()
  const note = { journal: foreign, kind: 'note', data: { text: 'bukan urusan saya' } }
  const opened = { journal: foreign, kind: 'opened', data: { upTo: 1 } }
  await append(field, registered(own), note, opened)
  expect(await field.send()).toBe('refused')
  const [refused, ...others] = await field.page.evaluate(() => kit.device!.refused())
  expect(others).toEqual([])
  expect(await field.page.evaluate(() => kit.device!.waiting())).toEqual([])
  expect(refused).toMatchObject({ code: 'not-your-case', entry: { kind: 'note', data: note.data } })
  expect(await idsOf(field, foreign)).toEqual([])
  expect((await centre.app.office.archive.entriesOf(own)).length).toBeGreaterThan(0)
  await field.page.evaluate((id) => kit.device!.dismiss(id), refused!.id)
  expect(await field.page.evaluate(() => kit.device!.refused())).toEqual([])
  expect(await field.dump()).not.toContain('bukan urusan saya')
})

test('a case that is taken away leaves the phone, raw storage and drafts included, and comes back whole', async () => {
  const id = await given(desk, PEOPLE.kadusA, field, 'RAHASIA-JALAN')
  await field.page.evaluate(
    (about) =>
      kit.device!.drafts.save({
        id: 'd1',
        kind: 'compose',
        about,
        data: { text: 'RAHASIA-DRAF' },
        updatedAt: '',
      }),
    id,
  )
  expect(await field.dump()).toContain('RAHASIA-JALAN')
  await append(desk, assign(id, PEOPLE.kadusB))
  await desk.send()
  await until('the case leaves', async () => !(await has(field, id)()))
  await until('nothing is left', async () => !/RAHASIA/.test(await field.dump()))
  await append(desk, assign(id, PEOPLE.kadusA))
  await desk.send()
  await until('the case comes back', has(field, id))
  expect(await idsOf(field, id)).toHaveLength(5)
})

test('the own act on a case that was taken away meanwhile arrives late, and then leaves with the case', async () => {
  const id = await given(desk, PEOPLE.kadusA, field, 'Lampu padam')
  await field.context.setOffline(true)
  const done = { journal: id, kind: 'followedUp', data: { how: 'action', text: 'LAMPU-DIGANTI' } }
  await append(field, done)
  await append(desk, assign(id, PEOPLE.kadusB))
  await desk.send()
  await field.context.setOffline(false)
  await until('it is sent', async () => (await field.page.evaluate(() => kit.device!.waiting())).length === 0)
  const entries = await centre.app.office.archive.entriesOf(id)
  expect(entries.find(({ kind }) => kind === 'followedUp')?.arrived?.late).toBe('reassigned')
  await until('the case leaves', async () => !(await has(field, id)()))
  await until('the own act is settled', async () => {
    await field.send()
    return (await idsOf(field, id)).length === 0
  })
  expect(await field.dump()).toContain('LAMPU-DIGANTI') // kept 30 days for a restored centre, in `out` only
})

test('a hidden identity that its capturer took down leaves the phone once the centre has it', async () => {
  const id = freshCase()
  const secret = { journal: id, kind: 'identityGiven', data: { name: 'PELAPOR-RAHASIA' } }
  await append(field, registered(id, { confidential: true }), secret)
  expect(await field.dump()).toContain('PELAPOR-RAHASIA')
  await until('the secret is gone', async () => {
    await field.send()
    return !(await field.dump()).includes('PELAPOR-RAHASIA')
  })
  expect(await has(field, id)()).toBe(true)
  expect(JSON.stringify(await centre.app.office.archive.entriesOf(id))).toContain('PELAPOR-RAHASIA')
  await append(field, { journal: id, kind: 'note', data: { text: 'masih bisa dicatat' } })
  expect(await field.send()).toBe('sent')
})

test('without a network work goes on, and the line coming back sends it by itself', async () => {
  await field.context.setOffline(true)
  const id = freshCase()
  await append(field, registered(id, { subject: 'Tanpa sinyal' }))
  expect(await field.send()).toBe('offline')
  expect(await has(field, id)()).toBe(true)
  expect(await field.page.evaluate(() => kit.device!.waiting())).toHaveLength(1)
  expect(await field.page.evaluate(() => kit.device!.status().online)).toBe(false)
  await field.context.setOffline(false)
  await until('it is sent', async () => (await field.page.evaluate(() => kit.device!.waiting())).length === 0)
  await until('it is online', () => field.page.evaluate(() => kit.device!.status().online))
})

test('what is written while a cycle runs is sent right after it', async () => {
  let release!: () => void
  const held = new Promise<void>((done) => (release = done))
  await field.page.route('**/sync/inbox/**', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const running = field.send()
  await until('it runs', () => field.page.evaluate(() => kit.device!.status().running))
  const id = freshCase()
  await append(field, registered(id))
  await field.page.evaluate(async () => {
    dispatchEvent(new Event('online')) // asks for a cycle at once
    await new Promise((done) => setTimeout(done))
  })
  release()
  await running
  await until('it is sent', async () => (await centre.app.office.archive.entriesOf(id)).length > 0, 30_000)
  await field.page.unroute('**/sync/inbox/**')
})

test('a centre that takes requests and never answers does not hold the phone for ever', async () => {
  await field.page.reload()
  await field.page.waitForFunction(() => !!globalThis.kit)
  await field.page.route('**/sync/outbox/**', () => undefined)
  const id = freshCase()
  await field.page.evaluate(async () => void (await kit.open({ stall: 1500 })))
  await append(field, registered(id))
  const started = Date.now()
  expect(await field.send()).toBe('offline')
  expect(Date.now() - started).toBeLessThan(8_000)
  await field.page.unroute('**/sync/outbox/**')
  await field.reopen() // with the patience of every day
  expect(await field.send()).toBe('sent')
})

test('more than one request can carry is sent in several', async () => {
  const id = freshCase()
  await append(field, registered(id))
  const written = await field.page.evaluate(async (journal) => {
    const note = { journal, kind: 'note', data: { text: '\u1780'.repeat(20_000) } } // 60 KB each
    return (await kit.device!.append(Array.from({ length: 190 }, () => note) as never)).ok
  }, id)
  expect(written).toBe(true)
  await until(
    'it is sent',
    async () => {
      await field.send()
      return (await field.page.evaluate(() => kit.device!.waiting())).length === 0
    },
    100_000,
  )
  const arrived = await centre.app.office.archive.entriesOf(id)
  expect(arrived.filter(({ kind }) => kind === 'note')).toHaveLength(190)
})

test('what the centre can not judge yet holds up nothing else, and goes as soon as it can be judged', async () => {
  const away = freshCase()
  const note = (journal: string, text: string) => ({ journal, kind: 'note', data: { text } })
  await append(field, note(away, 'kasusnya belum datang'))
  const own = freshCase()
  // More than one request carries, so that the doubt of the first meets what comes after it.
  const later = Array.from({ length: 80 }, (_, n) => note(own, `sesudahnya ${n}`))
  await append(field, registered(own), ...later, note(away, 'dan yang menyusul'))
  const id = freshCase()
  await append(desk, registered(id), assign(id, PEOPLE.kadusA))
  await desk.send()
  expect(await field.send()).toBe('partly')
  await until('a case arrives all the same', has(field, id))

  const waiting = () => field.page.evaluate(() => kit.device!.waiting())
  const told = (await waiting()).map(({ journal, doubt }) => [journal, doubt])
  expect(told).toEqual([away, away].map((journal) => [journal, 'unknown-journal']))
  const arrived = (await centre.app.office.archive.entriesOf(own)).filter(({ kind }) => kind === 'note')
  expect(arrived).toHaveLength(80)
  expect(await field.page.evaluate(() => kit.device!.status().problem)).toBeUndefined()
  expect(await field.send()).toBe('partly')
  expect(await waiting()).toHaveLength(2)

  await append(desk, registered(away), assign(away, PEOPLE.kadusA))
  await desk.send()
  await until('nothing waits', async () => {
    await field.send()
    return (await waiting()).length === 0
  })
  const texts = (await centre.app.office.archive.entriesOf(away)).flatMap((entry) =>
    entry.kind === 'note' ? [entry.data.text] : [],
  )
  expect(texts).toEqual(['kasusnya belum datang', 'dan yang menyusul'])
})

test('a centre that says nothing of an entry does not have it, whatever else it says', async () => {
  const id = freshCase()
  await append(field, registered(id))
  await field.page.route('**/sync/outbox/_bulk_docs', (route) => route.fulfill({ status: 201, json: [] }))
  expect(await field.send()).toBe('partly')
  await field.page.unroute('**/sync/outbox/_bulk_docs')
  expect(await field.send()).toBe('sent')
  expect(await centre.app.office.archive.entriesOf(id)).not.toHaveLength(0)
})

test('the office learns which phone holds what, from the checkpoint that the phone itself writes', async () => {
  const id = await given(desk, PEOPLE.kadusA, field, 'Saluran mampet')
  const entries = await centre.app.office.archive.entriesOf(id)
  const order = Math.max(...entries.map(({ arrived }) => arrived!.order))
  await until('the watermark passes, and the office hears of it without asking', async () => {
    const marks = await desk.page.evaluate(() => kit.device!.watermarks())
    return (marks[PEOPLE.kadusA] ?? []).some((mark) => mark.order >= order)
  })
})

test('a cycle with nothing to do asks three small questions, and still hears of what comes next', async () => {
  // Before that the centre still has to hear what the phone holds.
  await expect
    .poll(() => asked(() => field.send()), PATIENCE)
    .toEqual(['GET /sync/', 'GET /sync/inbox/_changes', 'POST /api/contact'])
  const id = await given(desk, PEOPLE.kadusA, field, 'Sesudah tenang')
  expect(await idsOf(field, id)).not.toHaveLength(0)
  await field.reopen()
  await field.send() // with what it asks anew on every start
  expect((await asked(() => field.send())).length).toBeLessThanOrEqual(4)
})

/** The requests of a task, waiting polls left aside. */
async function asked(task: () => Promise<unknown>): Promise<string[]> {
  const seen: Request[] = []
  const see = (request: Request) => void (request.url().includes('longpoll') || seen.push(request))
  field.page.on('request', see)
  await task()
  field.page.off('request', see)
  return seen.map((request) => `${request.method()} ${new URL(request.url()).pathname}`)
}

test('the register shows exactly what the fold of each journal yields, also after it was thrown away', async () => {
  const compare = () =>
    field.page.evaluate(async () => {
      const village = await kit.device!.village()
      const cases = await kit.device!.cases()
      const folded = await Promise.all(
        cases.map(async ({ id }) => {
          const { entries } = await kit.device!.journal(id)
          return kit.summarise(kit.foldCase(id, entries), village)
        }),
      )
      return { shown: JSON.stringify(cases), folded: JSON.stringify(folded), count: cases.length }
    })
  await field.send()
  const alike = async () => {
    const { shown, folded } = await compare()
    return shown === folded
  }
  // What is still on its way changes both, one after the other.
  await expect.poll(alike, PATIENCE).toBe(true)
  const before = await compare()
  expect(before.count).toBeGreaterThan(3)
  expect(before.shown).toBe(before.folded)
  await field.page.evaluate(async () => {
    const name = `kentongan-uji-${kit.device!.account.officer}`
    await kit.device!.close()
    await new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done))
  })
  await field.reopen()
  await until('it is folded again', async () => (await compare()).shown === before.shown)
  expect(await field.page.evaluate(() => kit.device!.vanished)).toBe(true)
  expect((await compare()).folded).toBe(before.folded)
})
