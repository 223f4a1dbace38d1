/** Photos kept on a phone: durable, bounded, never in the way of what the centre has not got; real Chromium. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Phone, sharedHarness, startCentre, temporary, type Centre } from './support.ts'
import { append, registered } from './cases.ts'
import { keep, rowsOf, sizeOf, stateOf } from './photos.ts'
import { PEOPLE, codeFor, freshCase, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre
let phone: Phone

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
})

beforeEach(async () => {
  phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
})
afterEach(() => phone.dispose())

afterAll(async () => {
  await centre?.close()
  data?.remove()
})

/** From now on there is room for one file only where another goes. */
const fill = (on: Phone) =>
  on.page.evaluate(() => {
    const { put, delete: remove } = IDBObjectStore.prototype
    let room = 0
    IDBObjectStore.prototype.put = function (...given) {
      if (this.name === 'bytes' && room-- <= 0) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
    IDBObjectStore.prototype.delete = function (...given) {
      if (this.name === 'bytes') room = 1
      return remove.apply(this, given)
    }
  })

test('a photo is kept without a network, once, and is there after a cold start', async () => {
  await phone.context.setOffline(true)
  const { hash } = await keep(phone, 'luring', 300_000)
  expect((await keep(phone, 'luring', 300_000)).hash).toBe(hash)
  await phone.context.setOffline(false)
  await phone.reopen()
  expect(await sizeOf(phone, hash)).toBe(300_000)
  expect(await sizeOf(phone, 'f'.repeat(64))).toBeUndefined()
  expect(await rowsOf(phone)).toBe(1)
})

test('bytes under another hash are a fault, and nothing is stored', async () => {
  const before = await rowsOf(phone)
  const fault = await phone.page.evaluate(async () => {
    const { attachment } = await kit.photo('satu')
    const { blob } = await kit.photo('dua')
    return kit.device!.media.keep({ attachment, blob }).then(String, String)
  })
  expect(fault).toContain('RangeError')
  expect(await rowsOf(phone)).toBe(before)
})

test('what an older version stored stays when files come in', async () => {
  const kept = await phone.page.evaluate(async () => {
    const account = { officer: 'olama', device: 'dlama', village: 'lama', name: '', enrolledAt: '' }
    await new Promise<void>((done, failed) => {
      const request = indexedDB.open('kentongan-lama-olama', 1)
      request.onupgradeneeded = () => {
        const db = request.result
        for (const store of ['cases', 'meetings', 'own', 'refused', 'drafts'])
          db.createObjectStore(store, { keyPath: 'id' })
        db.createObjectStore('meta')
        request.transaction!.objectStore('meetings').createIndex('cases', 'cases', { multiEntry: true })
        request.transaction!.objectStore('own').createIndex('state', 'state')
        request.transaction!.objectStore('drafts').put({ id: 'x', kind: 'case', data: 'LAMA', updatedAt: '' })
      }
      request.onerror = () => failed(request.error)
      request.onsuccess = () => (request.result.close(), done())
    })
    const old = await kit.openDevice(account, { version: 'test' })
    const draft = await old.drafts.get('x')
    const { ok } = await old.media.keep(await kit.photo('baru'))
    await old.destroy()
    return { draft, ok }
  })
  expect(kept).toMatchObject({ draft: { data: 'LAMA' }, ok: true })
})

test('a full disk: what the centre has too makes room; where nothing can, nothing is stored and nothing is lost', async () => {
  const old = await keep(phone, 'sudah-di-pusat')
  await append(phone, registered(freshCase(), { attachments: [old] }))
  await until('it is sent', async () => (await stateOf(phone)).kept === 1)
  await phone.context.setOffline(true)
  const waits = await keep(phone, 'belum-terkirim')
  await append(phone, registered(freshCase(), { attachments: [waits] }))
  await fill(phone)
  const fresh = await keep(phone, 'muat')
  expect(await sizeOf(phone, old.hash)).toBeUndefined()
  expect(await sizeOf(phone, fresh.hash)).toBe(1_000)
  const full = await phone.page.evaluate(async () => kit.device!.media.keep(await kit.photo('tidak-muat')))
  expect(full).toEqual({ ok: false, why: 'full-disk' })
  for (const { hash } of [waits, fresh]) expect(await sizeOf(phone, hash)).toBe(1_000)
  await phone.context.setOffline(false)
  await until('what waited is sent', async () => (await stateOf(phone)).unsent === 0)
})

test('a disk that the browser says is full: the photo is not kept, what is there stays and is sent', async () => {
  const small = await new Phone(centre.origin).begin()
  const cdp = await small.context.newCDPSession(small.page)
  const limit = (quotaSize?: number) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin: centre.origin, quotaSize })
  await limit(2_000_000) // before anything is stored: Chromium remembers for a while how much room there was
  await small.enrol(await codeFor(centre.app, PEOPLE.kadusB))
  const first = await keep(small, 'ada', 100_000)
  const full = await small.page.evaluate(async () => {
    for (let kept = 1; kept < 40; kept++) {
      const result = await kit.device!.media.keep(await kit.photo(`foto ${kept}`, 300_000))
      if (!result.ok) return { why: result.why, kept }
    }
    return { why: 'there was room' }
  })
  expect(full.why).toBe('full-disk')
  expect(await rowsOf(small)).toBe(full.kept)
  expect(await sizeOf(small, first.hash)).toBe(100_000)
  await limit()
  await append(small, registered(freshCase(), { attachments: [first] }))
  await until('it is sent', async () => (await stateOf(small)).kept === 1)
  await small.dispose()
})

test('what no draft names goes after a week, what one names stays; a draft that is erased takes its photo along', async () => {
  const [orphan, drafted] = [await keep(phone, 'yatim'), await keep(phone, 'dalam-draf')]
  await phone.page.evaluate(
    (photo) => kit.device!.drafts.save({ id: 'd', kind: 'case', data: { deep: [photo] }, updatedAt: '' }),
    drafted,
  )
  const afterDays = (days: number) =>
    phone.page.evaluate((n) => kit.tidyFiles(Date.now() + n * 86_400_000), days)
  await afterDays(6)
  expect(await sizeOf(phone, orphan.hash)).toBe(1_000)
  await afterDays(8)
  expect(await sizeOf(phone, orphan.hash)).toBeUndefined()
  expect(await sizeOf(phone, drafted.hash)).toBe(1_000)
  await phone.page.evaluate(() => kit.device!.drafts.remove('d'))
  await afterDays(14)
  expect(await sizeOf(phone, drafted.hash)).toBe(1_000)
  await afterDays(16)
  expect(await sizeOf(phone, drafted.hash)).toBeUndefined()
})
