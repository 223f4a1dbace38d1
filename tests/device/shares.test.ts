/** What other apps share waits on the phone until somebody takes it: whoever is enrolled, full disk or not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillUp, makeRoom, smallStorage } from '../support/full-disk.ts'
import { sharedHarness, Phone, startCentre, temporary, type Centre } from './support.ts'
import { PEOPLE, phoneOf, settleVillage, until } from './village.ts'

let harness: string
let data: ReturnType<typeof temporary>
let centre: Centre

beforeAll(async () => {
  harness = await sharedHarness()
  data = temporary()
  centre = await startCentre(harness, data.folder)
  await settleVillage(centre.app)
})

afterAll(async () => {
  await centre?.close()
  data?.remove()
})

/** Hands something over as the service worker does; answers what waits then. */
const share = (phone: Phone, text: string, bytes = 0) =>
  phone.page.evaluate(
    async ([said, size]) => {
      const noise = crypto.getRandomValues(new Uint8Array(50_000))
      const files = size
        ? [new File(Array<BlobPart>(size / 50_000).fill(noise), 'foto.jpg', { type: 'image/jpeg' })]
        : []
      await kit.shares.receive({ title: '', text: said, url: '', files }, new Date().toISOString())
      return (await kit.shares.waiting()).map(({ id, text, files, left, again }) => ({
        id,
        text,
        files: files.length,
        left,
        again: again?.draft,
      }))
    },
    [text, bytes] as const,
  )

test('a share of which files found no room in the draft goes on waiting whole, and leads to that draft', async () => {
  const phone = await new Phone(centre.origin).begin()
  const [one] = await share(phone, 'Got mampet', 50_000)
  const take = (whole: boolean) =>
    phone.page.evaluate(
      (given) =>
        kit.shares.take(
          given.id,
          { at: new Date().toISOString(), officer: given.officer, draft: 'catat-2' },
          given.whole,
        ),
      { id: one!.id, officer: PEOPLE.kadusA, whole },
    )
  const waits = () =>
    phone.page.evaluate(async () =>
      (await kit.shares.waiting()).map(({ again, files }) => [again?.draft, files[0]!.size]),
    )
  await take(false)
  expect(await waits()).toEqual([['catat-2', 50_000]])
  await take(true)
  expect(await waits()).toEqual([])
  await phone.dispose()
})

test('the same is kept once while it waits, and told once it was taken', async () => {
  const phone = await new Phone(centre.origin).begin()
  const [first] = await share(phone, 'Lampu mati')
  expect(await share(phone, 'Lampu mati')).toEqual([first])
  expect(await share(phone, 'Lampu mati', 50_000)).toHaveLength(2)
  await phone.page.evaluate(
    ({ id, officer }) => kit.shares.take(id, { at: new Date().toISOString(), officer, draft: 'catat-1' }),
    { id: first!.id, officer: PEOPLE.kadusA },
  )
  const waiting = await share(phone, 'Lampu mati')
  expect(waiting.map(({ again }) => again)).toEqual([undefined, 'catat-1'])
  expect(await phone.page.evaluate((id) => kit.shares.fate(id), first!.id)).toMatchObject({
    draft: 'catat-1',
  })
  await phone.dispose()
})

test('a text file is read as the message that it is', async () => {
  const phone = await new Phone(centre.origin).begin()
  const kept = await phone.page.evaluate(async () => {
    const files = [
      new File(['[12/11 09.30] Bu Contoh: Lampu mati'], 'Chat WhatsApp.txt', { type: 'text/plain' }),
    ]
    await kit.shares.receive({ title: '', text: '', url: '', files }, new Date().toISOString())
    return (await kit.shares.waiting()).map(({ text, files }) => ({ text, files: files.length }))
  })
  expect(kept).toEqual([{ text: '[12/11 09.30] Bu Contoh: Lampu mati', files: 0 }])
  await phone.dispose()
})

test('on a full disk the words are kept, and files that found no room are named; or nothing is called stored', async () => {
  const phone = await new Phone(centre.origin).begin()
  await smallStorage(phone)
  const [waiting] = await share(phone, 'Pohon roboh', 25_000_000)
  expect(waiting).toMatchObject({ text: 'Pohon roboh', files: 0, left: ['foto.jpg'] })
  await fillUp(phone.page, [60_000, 10_000])
  const full = await phone.page.evaluate(async () => {
    const given = { title: '', text: 'x'.repeat(60_000), url: '', files: [] }
    return kit.shares.receive(given, new Date().toISOString())
  })
  expect(full).toEqual({ ok: false })
  expect(await phone.page.evaluate(async () => (await kit.shares.waiting()).length)).toBe(1)
  await makeRoom(phone)
  await phone.dispose()
})

test('a phone that is declared lost loses what waits too', async () => {
  const phone = await phoneOf(centre.origin, centre.app, PEOPLE.kadusB)
  await phone.send()
  expect(await share(phone, 'KIRIMAN-HILANG')).toHaveLength(1)
  const device = await phone.page.evaluate(() => kit.device!.account.device)
  await centre.app.office.desk.devices.change(device, () => ({ state: 'lost' }))
  await phone.page.evaluate(() => void kit.device!.sendNow())
  await until('nothing is left', async () => !(await phone.dump()).includes('KIRIMAN-HILANG'))
  await phone.dispose()
})
