/** Writing on the phone: nothing that was called saved is missing afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCaseId } from '../../src/domain/ids.ts'
import { PEOPLE, complaint, deviceOf } from '../support/domain.ts'
import { Phone, sharedHarness, servePages } from './support.ts'

let harness: string
let pages: Awaited<ReturnType<typeof servePages>>
let phone: Phone

const ACCOUNT = {
  officer: PEOPLE.kadusA,
  device: deviceOf(PEOPLE.kadusA),
  village: 'uji',
  name: 'kadusA',
  enrolledAt: '2026-11-01T00:00:00.000Z',
}

beforeAll(async () => {
  harness = await sharedHarness()
  pages = await servePages(harness)
  phone = await new Phone(pages.origin, { kept: true }).begin()
  await phone.page.evaluate((account) => kit.accounts.save(account), ACCOUNT)
  await phone.page.evaluate(async () => void (await kit.open()))
})

afterAll(async () => {
  await phone.dispose()
  pages.close()
})

const fresh = () => newCaseId(crypto.getRandomValues(new Uint8Array(16)))
const registered = (journal: string) => ({ journal, kind: 'registered', data: complaint() })
const note = (journal: string, text: string) => ({ journal, kind: 'note', data: { text } })
const append = (...entries: object[]) =>
  phone.page.evaluate((given) => kit.device!.append(given as never), entries)
const journal = (id: string) =>
  phone.page.evaluate(
    async (c) => (await kit.device!.journal(c)).entries as { _id: string; data: { text?: string } }[],
    id,
  )

test('entries of one call keep their order, and their counters follow what the journal holds', async () => {
  const id = fresh()
  await append(registered(id), note(id, 'satu'), note(id, 'dua'))
  await append(note(id, 'tiga'))
  const entries = await journal(id)
  const { device } = ACCOUNT
  expect(entries.map(({ _id }) => _id)).toEqual([1, 2, 3, 4].map((n) => `${id}:0000000${n}:${device}`))
  expect(entries.slice(1).map(({ data }) => data.text)).toEqual(['satu', 'dua', 'tiga'])
})

test('an entry that does not fit its kind is refused with the path of the fault, and nothing is written', async () => {
  const id = fresh()
  const result = await append(registered(id), { journal: id, kind: 'note', data: { text: '' } })
  expect(result).toEqual({ ok: false, why: 'invalid', path: 'text' })
  expect(await journal(id)).toEqual([])
})

test('an entry that is larger than the centre takes is not called saved', async () => {
  const value = 'x'.repeat(200_000)
  const large = { journal: 'village', kind: 'settingChanged', data: { key: 'profile', value } }
  expect(await append(large)).toEqual({ ok: false, why: 'too-large' })
  expect(await journal('village')).toEqual([])
})

test('a browser that is killed right after the save has it when it is opened again', async () => {
  const id = fresh()
  await append(registered(id), note(id, 'sebelum mati'))
  await phone.page.evaluate(() =>
    kit.device!.drafts.save({ id: 'mati', kind: 'case', data: { text: 'setengah ka' }, updatedAt: '' }),
  )
  await phone.kill()
  await phone.begin()
  await phone.page.evaluate(async () => void (await kit.open()))
  expect((await journal(id)).map(({ data }) => data.text)).toContain('sebelum mati')
  const draft = await phone.page.evaluate(() => kit.device!.drafts.get('mati'))
  expect(draft?.data).toEqual({ text: 'setengah ka' })
  await phone.page.waitForFunction(
    async (c) => (await kit.device!.waiting()).filter((each) => each.journal === c).length === 2,
    id,
  )
})

test.each([
  ['with Web Locks', false],
  ['without Web Locks', true],
])('two tabs that write to one case at the same time lose nothing, %s', async (_name, unlocked) => {
  const second = await phone.tab()
  await second.waitForFunction(() => !!globalThis.kit)
  await second.evaluate(async () => void (await kit.open()))
  const id = fresh()
  await append(registered(id))
  if (unlocked)
    for (const page of [phone.page, second])
      await page.evaluate(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  const write = async ({ id, name }: { id: string; name: string }) => {
    const note = (text: string) => ({ journal: id, kind: 'note' as const, data: { text } })
    for (let i = 0; i < 10; i++) await kit.device!.append([note(`${name} ${i}a`), note(`${name} ${i}b`)])
  }
  await Promise.all([
    phone.page.evaluate(write, { id, name: 'kiri' }),
    second.evaluate(write, { id, name: 'kanan' }),
  ])
  const entries = await journal(id)
  const texts = entries.map(({ data }) => data.text)
  expect(new Set(texts.slice(1)).size).toBe(40)
  for (const name of ['kiri', 'kanan']) {
    const own = texts.filter((text) => text?.startsWith(name))
    if (!unlocked) expect(own).toEqual([...own].sort())
  }
  await second.close()
  await phone.reopen()
})

test('another tab hears of what was written', async () => {
  const second = await phone.tab()
  await second.waitForFunction(() => !!globalThis.kit)
  await second.evaluate(async () => void (await kit.open()))
  const id = fresh()
  await append(registered(id))
  await second.waitForFunction((c) => kit.events.some(({ journals }) => journals?.includes(c)), id)
  await second.close()
})

test('a full disk is said, nothing is lost, and writing goes on when there is room again', async () => {
  const small = await new Phone(pages.origin).begin()
  const { page } = small
  const cdp = await small.context.newCDPSession(page)
  const limit = (quotaSize?: number) =>
    cdp.send('Storage.overrideQuotaForOrigin', { origin: pages.origin, quotaSize })
  await limit(2_000_000) // before anything is stored: Chromium remembers for a while how much room there was
  const id = fresh()
  const full = await page.evaluate(
    async ({ account, first }) => {
      await kit.accounts.save(account)
      await kit.open()
      await kit.device!.append([first] as never)
      for (let written = 1; written < 500; written++) {
        const bytes = Array.from(crypto.getRandomValues(new Uint8Array(9_000)))
        const text = bytes.map((byte) => byte.toString(16)).join('')
        const result = await kit.device!.append([{ journal: first.journal, kind: 'note', data: { text } }])
        if (!result.ok) return { why: result.why, written }
      }
      return { why: 'there was room' }
    },
    { account: ACCOUNT, first: registered(id) },
  )
  expect(full.why).toBe('full-disk')
  const count = () => page.evaluate(async (c) => (await kit.device!.journal(c)).entries.length, id)
  expect(await count()).toBe(full.written)
  await limit()
  const again = { journal: id, kind: 'note' as const, data: { text: 'lagi' } }
  expect((await page.evaluate((entry) => kit.device!.append([entry]), again)).ok).toBe(true)
  expect(await count()).toBe(full.written! + 1)
  await small.dispose()
})

test('a suitable browser lacks nothing', async () => {
  expect(await phone.page.evaluate(() => kit.unsuitable())).toEqual([])
})
