/** Photos on a phone: kept, sent after the text, fetched, erased; real Chromium and the real server. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Phone, buildHarness, startCentre, temporary, type Centre } from './support.ts'
import { PEOPLE, phoneOf, settleVillage } from './village.ts'

let harness: Awaited<ReturnType<typeof buildHarness>>
let data: ReturnType<typeof temporary>
let centre: Centre
let field: Phone

beforeAll(async () => {
  harness = await buildHarness()
  data = temporary()
  centre = await startCentre(harness.folder, data.folder)
  await settleVillage(centre.app)
  field = await phoneOf(centre.origin, centre.app, PEOPLE.kadusA)
})

afterAll(async () => {
  await field?.dispose()
  await centre?.close()
  data?.remove()
  harness?.remove()
})

/** Makes a photo and keeps it; its hash. */
const keep = (phone: Phone, name: string, bytes = 1_000) =>
  phone.page.evaluate(
    async ([n, size]) => {
      const prepared = await kit.photo(n, size)
      const kept = await kit.device!.media.keep(prepared)
      if (!kept.ok) throw new Error(kept.why)
      return prepared.attachment.hash
    },
    [name, bytes] as const,
  )

const sizeOf = (phone: Phone, hash: string) =>
  phone.page.evaluate(async (h) => (await kit.device!.media.get(h))?.size, hash)

test('a photo is kept without a network, once, and is there after a cold start', async () => {
  await field.send()
  await field.context.setOffline(true)
  const hash = await keep(field, 'luring', 300_000)
  expect(await keep(field, 'luring', 300_000)).toBe(hash)
  await field.context.setOffline(false)
  await field.reopen()
  expect(await sizeOf(field, hash)).toBe(300_000)
  expect(
    await field.page.evaluate(async () => (await kit.device!.media.get('f'.repeat(64))) === undefined),
  ).toBe(true)
  expect(await field.page.evaluate(() => kit.store!.local.count('bytes'))).toBe(1)
})

test('bytes under another hash are a fault, and nothing is stored', async () => {
  const before = await field.page.evaluate(() => kit.store!.local.count('bytes'))
  const fault = await field.page.evaluate(async () => {
    const { attachment } = await kit.photo('satu')
    const { blob } = await kit.photo('dua')
    return kit.device!.media.keep({ attachment, blob }).then(String, String)
  })
  expect(fault).toContain('RangeError')
  expect(await field.page.evaluate(() => kit.store!.local.count('bytes'))).toBe(before)
})
